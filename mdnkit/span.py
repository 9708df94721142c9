"""A stretch of a text, in code points."""

from typing import NamedTuple


class Span(NamedTuple):
    """From `start` up to but not including `end`: offsets in code points into a page's text."""

    start: int
    end: int

    def contains(self, other: "Span") -> bool:
        """Return whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

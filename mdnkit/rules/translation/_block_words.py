"""What blocks are called in messages."""

from mdnkit.l10n.segments import Segment
from mdnkit.l10n.shape_words import kind_words
from mdnkit.messages import _


def counted(segments: list[Segment]) -> str:
    """Return what is missing or too many, counted where it is more than one."""
    if len(segments) == 1:
        return _("a {name}").format(name=_name(segments[0]))
    return _("a {name} and {count} more").format(name=_name(segments[0]), count=len(segments) - 1)


def _name(segment: Segment) -> str:
    parent = segment.parent.kind if segment.parent else ""
    kind = parent if parent in ("item", "description", "callout") else segment.block.kind
    return kind_words(kind)


def beginning(text: str) -> str:
    """Return the first words of a text, in one line."""
    words = " ".join(text.split())
    return words if len(words) <= 60 else words[:60].rsplit(" ", 1)[0] + " …"

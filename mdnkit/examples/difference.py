"""What an example of a translation does otherwise than the English one."""

from dataclasses import dataclass

from mdnkit.examples.extract import Example


@dataclass(frozen=True, slots=True)
class Difference:
    """What an example of a translation does otherwise than the English one, in words."""

    ours: str
    theirs: str
    english: Example
    line: int
    """The first line of the code that differs, 1-based."""

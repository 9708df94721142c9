"""What both readers of published pages give: links, code, and a few words."""

from dataclasses import dataclass
from typing import NamedTuple


class PublishedCode(NamedTuple):
    """One code block."""

    language: str
    """As in the info string of a fence: `js`; empty where the page does not say."""
    words: tuple[str, ...]
    """What else the class of the block says: `example-bad`, `interactive-example`."""
    text: str
    section: str
    """The words of the heading of level 2 above it."""
    line: int
    """1-based, in the saved file."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows, however it is written down."""

    title: str
    codes: tuple[PublishedCode, ...]
    links: tuple[str, ...]
    """The addresses of its links, in order."""
    is_marked: bool = True
    """Whether code is marked as such."""
    canonical: str = ""
    lang: str = ""
    empty: int = 0
    """Blocks of code whose code is not in the saved file."""
    modified: str = ""
    """When it was last modified, as the page says."""

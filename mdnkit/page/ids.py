"""The ids that MDN gives to the headings and terms of a page, for fragments and live samples."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mdnkit.page.blocks import Block, walk

_DELETED = str.maketrans("", "", "*<>\"$#%&+,/:;=?@[]^`{|}~')(\\")
_SPACES = re.compile(r"([ \t\n\r\f])[ \t\n\r\f]*")
_NUMBERED = re.compile(r"(.*)_(\d+)", re.DOTALL)


class Anchor(NamedTuple):
    """A place in a page that a fragment can name."""

    id: str
    words: str
    """What a reader sees there."""
    block: Block
    """The heading or term."""


def heading_id(words: str) -> str:
    """Return the id that MDN makes of a heading's words, before repeated ids are told apart.

    The rule is MDN's builder's: some punctuation is deleted, runs of white space become one `_`, hyphens stay.
    """
    text = words.translate(_DELETED).strip().lower()
    return _SPACES.sub(r"\1", text).replace(" ", "_") or "sect"


def unique_id(wanted: str, taken: set[str]) -> str:
    """Return `wanted`, or its first numbered form that is not taken: `a`, `a_2`, `a_3` ..."""
    if wanted not in taken:
        return wanted
    numbered = _NUMBERED.fullmatch(wanted)
    stem, number = (numbered[1], int(numbered[2][:9])) if numbered else (wanted, 1)
    while f"{stem}_{number + 1}" in taken:
        number += 1
    return f"{stem}_{number + 1}"


def anchored_blocks(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield the headings and terms of a page, in order."""
    return (block for block in walk(blocks) if block.kind in ("heading", "term"))

"""Whether edits leave a page the blocks it has: a correction of layout must not change what readers see."""

import re

from mdnkit.edits import apply_edits
from mdnkit.finding import Edit
from mdnkit.page.page import Page

_WHITE = re.compile(r"\s+")
_EXACT = frozenset({"fence", "code"})
"""Where every space counts."""


def keeps_blocks(page: Page, edits: tuple[Edit, ...]) -> bool:
    """Return whether the page has the same blocks, with the same words in the same nesting, after `edits`."""
    edited = Page.parse(apply_edits(page.text, [edits]), page.path, page.locale, page.folder)
    return _shape(page) == _shape(edited)


def _shape(page: Page) -> list[tuple[str, int, str, int]]:
    return [
        (
            block.kind,
            block.level,
            block.text if block.kind in _EXACT else _WHITE.sub(" ", block.text).strip(),
            len(block.children),
        )
        for block in page.all_blocks
    ]

"""Emphasis is written with underscores."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.page._emphasis import emphasis
from mdnkit.rules.page._structure import structure
from mdnkit.rules.rule import page_rule

_CANDIDATE = re.compile(r"(?<![*\\])(?:\*|\*{3})(?![*\s])|(?<![*\s])\*{3}")

_CODE = re.compile(r"`[^`]*`")


@page_rule(Severity.WARNING, "MD049")
def emphasis_style(page: Page) -> Iterator[Problem]:
    """Emphasis is written with underscores, `_so_`; a part of a word, where only asterisks work, is left alone.

    MDN writes it so in English; translations are free, because some scripts have no spaces between words.

    Bad: `*always*`
    Good: `_always_`
    """
    if page.is_translation:
        return
    for block in structure(page).texts:
        if "*" not in block.text or not _CANDIDATE.search(_without_code(block.text)):
            continue
        for found in emphasis(page, block):
            if found.strong or found.markup != "*" or _is_inside_word(page, found.opening.start):
                continue
            if _is_inside_word(page, found.closing.start):
                continue
            message = _("The emphasis is written with `*`; MDN writes `_`.")
            edits = (Edit(found.opening, "_"), Edit(found.closing, "_"))
            yield Problem(found.opening, message, edits)


def _without_code(text: str) -> str:
    """Return `text` without code between single back-ticks, as a quick look."""
    return text if "``" in text else _CODE.sub("", text)


def _is_inside_word(page: Page, offset: int) -> bool:
    """Return whether letters or digits stand on both sides of the mark."""
    before, after = page.masked[offset - 1 : offset], page.masked[offset + 1 : offset + 2]
    return before.isalnum() and after.isalnum()

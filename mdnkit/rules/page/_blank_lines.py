"""Blank lines around blocks: what counts as one, and how one is put in."""

import re

from mdnkit.finding import Edit
from mdnkit.page.page import Page
from mdnkit.span import Span

_COMMENT = re.compile(r"<!--.*?-->|<!--.*|.*-->")
_QUOTE = re.compile(r"[ \t]*>(?:[ \t]*>)*")


def is_blank(line: str) -> bool:
    """Return whether a line holds nothing but white space, marks of quotations and comments or parts of them."""
    text = line.strip(" \t\r\n>")
    return not text or ("--" in text and not _COMMENT.sub("", text).strip(" \t>"))


def blank_above(page: Page, start: int) -> bool:
    """Return whether the line before the one that begins at `start` is blank, or does not belong to the body."""
    if start <= page.body.start or page.text.startswith("\n\n", start - 2):
        return True
    return is_blank(_line(page, page.source.position(start).line - 1))


def blank_below(page: Page, end: int) -> bool:
    """Return whether the line that begins at `end` is blank, or past the end."""
    if end >= len(page.text) or page.text[end] == "\n":
        return True
    return is_blank(_line(page, page.source.position(end).line))


def _line(page: Page, number: int) -> str:
    return page.text[slice(*page.source.line_span(number))]


def blank_line(page: Page, start: int, at: int) -> tuple[Edit, ...]:
    """Return the edit that puts a blank line in at `at`, in the quotation that the line at `start` belongs to."""
    quote = _QUOTE.match(page.text, start)
    before = page.text[max(0, at - 2) : at]
    end = "\r\n" if before == "\r\n" else "\r" if before.endswith("\r") else "\n"
    return (Edit(Span(at, at), (quote[0] if quote else "") + end),)

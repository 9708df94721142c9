"""Blank lines around blocks: what counts as one, and how one is put in."""

import re

from mdnkit.finding import Edit
from mdnkit.page.page import Page
from mdnkit.span import Span

_COMMENT = re.compile(r"<!--.*?-->|<!--.*|.*-->")
_QUOTE = re.compile(r"[ \t]*>(?:[ \t]*>)*")


def line_at(page: Page, offset: int) -> str:
    """Return the line that holds `offset`, with its line end."""
    end = page.text.find("\n", offset)
    start = page.text.rfind("\n", 0, offset) + 1
    return page.text[start : end + 1 if end != -1 else len(page.text)]


def is_blank(line: str) -> bool:
    """Return whether a line holds nothing but white space, marks of quotations and comments or parts of them."""
    text = line.strip(" \t\r\n>")
    return not text or ("--" in text and not _COMMENT.sub("", text).strip(" \t>"))


def blank_above(page: Page, start: int) -> bool:
    """Return whether the line before the one that begins at `start` is blank, or does not belong to the body."""
    if start <= page.body.start or page.text.startswith("\n\n", start - 2):
        return True
    return is_blank(line_at(page, start - 1))


def blank_below(page: Page, end: int) -> bool:
    """Return whether the line that begins at `end` is blank, or past the end."""
    return end >= len(page.text) or page.text[end] == "\n" or is_blank(line_at(page, end))


def blank_line(page: Page, start: int, at: int) -> Edit:
    """Return the edit that puts a blank line in at `at`, in the quotation that the line at `start` belongs to."""
    quote = _QUOTE.match(page.text, start)
    end = "\r\n" if line_at(page, start).endswith("\r\n") else "\n"
    return Edit(Span(at, at), (quote[0] if quote else "") + end)

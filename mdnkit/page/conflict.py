"""The lines that git writes into a page where it cannot merge two versions of it.

https://git-scm.com/docs/git-merge#_how_conflicts_are_presented
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from mdnkit.page.block_tree import last_begun
from mdnkit.page.info_string import parse_info_string
from mdnkit.span import Span

if TYPE_CHECKING:
    from mdnkit.page.blocks import Block
    from mdnkit.page.page import Page

_MARKER = re.compile(r"(?m)^(?:([<>|])\1{6}(?: [^\r\n]*)?|={7})(?=\r?$)")

_SHOWING = frozenset(("", "bash", "console", "diff", "git", "md", "plain", "sh", "shell", "text"))
"""Languages of fences in which a page may show what git writes; in others it would be no code."""

_ABOUT_GIT = re.compile(r"(?i)\bgit(?:hub)?\b|\bmerge conflict|\bversion control")


def find_conflict_markers(page: "Page") -> Iterator[Span]:
    """Yield the lines with which git marks a conflict, in order, anywhere in a page: also in front matter and code.

    A whole conflict in a fence is an example where the page tells of git and the fence has no code of another language. In
    fences a marker alone is code, as `<<<<<<<` may be; elsewhere somebody forgot it. A line of `=` belongs to a conflict
    only between two other markers: it may also stand below a heading.
    """
    if "<<<<<<<" not in page.text and ">>>>>>>" not in page.text:
        return
    fences = page.of_kind("fence")
    is_about_git = _ABOUT_GIT.search(page.text) is not None
    for markers in _groups(page.text):
        fence = last_begun(fences, markers[0].start)
        if fence is None or markers[-1].end > fence.span.end:
            is_meant = False
        else:
            is_meant = len(markers) == 1 or (is_about_git and _may_show(fence))
        if not is_meant:
            yield from markers


def _groups(text: str) -> Iterator[list[Span]]:
    """Yield the markers of each whole conflict, and alone what begins or ends one where the rest is missing."""
    group: list[Span] = []
    marks = ""
    for match in _MARKER.finditer(text):
        mark, span = match[0][0], Span(*match.span())
        if mark == "<":
            yield from _alone(group)
            group, marks = [span], mark
        elif mark == ">" and "=" in marks:
            yield [*group, span]
            group, marks = [], ""
        elif mark == ">":
            yield from _alone(group)
            yield [span]
            group, marks = [], ""
        elif group:
            group.append(span)
            marks += mark
    yield from _alone(group)


def _alone(group: list[Span]) -> Iterator[list[Span]]:
    """Yield the beginning of half a conflict: lines of `=` or `|` can be anything without an end."""
    if group:
        yield group[:1]


def _may_show(fence: "Block") -> bool:
    """Return whether a fence can show what git writes, as that of a page about git does."""
    return parse_info_string(fence.info).language in _SHOWING

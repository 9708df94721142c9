"""Addresses of MDN's pages that no markup makes a link: those in the words of a page, and those that macros are given."""

import functools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from mdnkit.macros.catalogue import fold_name, macros
from mdnkit.span import Span

if TYPE_CHECKING:
    from mdnkit.page.page import Page

_HOST = "//developer.mozilla.org/"
_BARE = re.compile(r"(?<![^\s*_~(])https?://developer\.mozilla\.org/[^\s<]*")
_TRAILING = re.compile(r"(?:[?!.,:*_~'\"]|&[A-Za-z0-9]+;)+$")


def bare_addresses(page: "Page") -> Iterator[Span]:
    """Yield where an address of MDN stands among words, which MDN makes a link.

    https://github.github.com/gfm/#autolinks-extension-
    """
    for block in page.texts_with(_HOST) if _HOST in page.text else ():
        marked = [inline.span for inline in page.inlines(block)]
        for match in _BARE.finditer(page.masked, block.span.start, block.span.end):
            span = Span(match.start(), match.start() + len(_without_ending(match[0])))
            if not any(other.start < span.end and span.start < other.end for other in marked):
                yield span


def _without_ending(address: str) -> str:
    """Return an address without what belongs to the sentence: punctuation, and brackets that it does not open."""
    while True:
        shorter = _TRAILING.sub("", address)
        if shorter.endswith(")") and shorter.count(")") > shorter.count("("):
            shorter = shorter[:-1]
        if shorter == address:
            return address
        address = shorter


def macro_addresses(page: "Page") -> Iterator[Span]:
    """Yield where a macro is given the address of a page, as `ListSubpages` is."""
    for key, index in _with_address():
        for call in page.calls_of(key):
            argument = call.arguments[index] if index < len(call.arguments) else None
            if argument is not None and argument.kind == "string" and call.text(index):
                yield Span(argument.span.start + 1, argument.span.end - 1)


@functools.cache
def _with_address() -> tuple[tuple[str, int], ...]:
    """Return the folded names of the macros that are given an address, and as which argument."""
    return tuple(
        (fold_name(macro.name), index)
        for macro in macros()
        for index, parameter in enumerate(macro.parameters)
        if parameter.meaning == "url"
    )

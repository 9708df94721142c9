"""How deeply the brackets of a text are nested, which decides how long its links take to read."""

import re

from mdnkit.span import Span

DEEP = 20
"""So many brackets may be open: each further one is tried as the beginning of a link with all of the others inside it."""

MOST = 1_000
"""Brackets that may be opened so deeply. In all of MDN no page opens one; a page of nothing else would take hours."""

_BRACKET = re.compile(r"[\[\]]|\n[ \t]*\n")


def too_many_brackets(text: str, start: int = 0) -> Span | None:
    """Return where `text`, from `start` on, has the last bracket that can still be read; None when all can."""
    if text.count("[", start) <= MOST:
        return None
    opened = deep = 0
    for found in _BRACKET.finditer(text, start):
        if found[0] == "[":
            opened += 1
            deep += opened > DEEP
            if deep > MOST:
                return Span(*found.span())
        else:
            # Links end where their paragraph ends.
            opened = max(0, opened - 1) if found[0] == "]" else 0
    return None

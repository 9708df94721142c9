"""The forms that a syntax section lists: how something is called, one form a line, as MDN writes them.

https://developer.mozilla.org/en-US/docs/MDN/Writing_guidelines/Page_structures/Syntax_sections
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mdnkit.examples.names import COMMENT
from mdnkit.span import Span


class CallForm(NamedTuple):
    """One way to call something: `new Foo(a, b)`, `URL.parse(url)`, `push(a, /* …, */ b)`."""

    text: str
    """As it stands, on one line."""
    is_new: bool
    receiver: str
    """What stands before the last dot of the name; empty where there is none."""
    name: str
    parameters: tuple[str, ...]
    """The names, in order, with what follows an ellipsis left out; empty for what is not a name."""
    variadic: bool
    """Whether any number of further arguments may follow."""
    span: Span
    """In the code."""


_HEAD = re.compile(r"(new\s+)?((?:[A-Za-z_$][\w$]*\.)*)([A-Za-z_$][\w$]*)\(")
_ELLIPSIS = re.compile(r"/\*\s*(?:…|\.\.\.)\s*,?\s*\*/|…|\.\.\.(?=\s*(?:[,)]|$))")
_COMMENT = re.compile(COMMENT, re.DOTALL)
_TOKEN = re.compile(r"""["'`]|[(\[{]|[)\]}]|,|\n""")
_PARAMETER = re.compile(r"(\.\.\.)?([A-Za-z_$][\w$]*)(?:\s*=.*)?", re.DOTALL)
_STRING = re.compile(r"""(["'`])(?:\\.|(?!\1).)*\1""", re.DOTALL)
_MARK = "…"
_INDEXED = re.compile(r"\[\w+\]")
"""How indexed and named properties are shown: `[index]`."""

_GRAMMAR = re.compile(r"\[\s*,|,\s*\]")
"""How a formal notation shows what is optional: `slice(start[, end])`."""

_EVENT = re.compile(r"addEventListener\(\s*[\"'][^;]*?\}\s*\)|on\w+\s*=\s*\([^;=]*=>\s*\{\s*\}")
_NOT_A_FORM = frozenset({"if", "for", "while", "switch", "function", "catch", "return", "super"})


def call_forms(code: str) -> tuple[CallForm, ...]:
    """Return the forms that `code` lists. Empty where anything in it is not a form: then it is a program, or a grammar."""
    plain = _INDEXED.sub(_blank, _COMMENT.sub(_blank, _ELLIPSIS.sub(_marked, code)))
    forms: list[CallForm] = []
    at = 0
    while at < len(plain):
        if plain[at] in " \t\r\n;":
            at += 1
            continue
        head = _HEAD.match(plain, at)
        parts = list(_arguments(plain, head.end())) if head else []
        if head is None or not parts or head[3] in _NOT_A_FORM:
            return ()
        if _GRAMMAR.search(plain, head.end(), parts[-1][1]):
            return ()
        end = parts[-1][1] + 1
        after = plain[end : plain.find("\n", end) if "\n" in plain[end:] else len(plain)]
        if after.strip(" \t\r;"):
            return ()
        forms.append(_form(code, plain, head, parts, end))
        at = end
    return tuple(forms)


def lists_forms(code: str) -> bool:
    """Return whether `code` only says how something is called or listened for, with names instead of values."""
    if not _EVENT.sub("", _COMMENT.sub("", code)).strip(" \t\r\n;"):
        return True
    forms = call_forms(code)
    return bool(forms) and all(all(form.parameters) for form in forms)


def _form(
    code: str, plain: str, head: re.Match[str], parts: list[tuple[int, int]], end: int
) -> CallForm:
    written = [plain[start:stop].strip() for start, stop in parts]
    if written[-1] == "":
        written.pop()
    open_ended = next((i for i, text in enumerate(written) if _MARK in text), None)
    named = written if open_ended is None else written[:open_ended]
    matches = [_PARAMETER.fullmatch(text) for text in named]
    rest = bool(matches) and matches[-1] is not None and matches[-1][1] is not None
    return CallForm(
        " ".join(code[head.start() : end].split()),
        head[1] is not None,
        head[2].rstrip("."),
        head[3],
        tuple(match[2] if match else "" for match in (matches[:-1] if rest else matches)),
        rest or open_ended is not None,
        Span(head.start(), end),
    )


def _arguments(plain: str, at: int) -> Iterator[tuple[int, int]]:
    """Yield where each argument stands, from after the opening parenthesis on; nothing where it is never closed."""
    found: list[tuple[int, int]] = []
    depth, start = 0, at
    while (token := _TOKEN.search(plain, at)) is not None:
        at = token.end()
        mark = token[0]
        if mark in "\"'`":
            string = _STRING.match(plain, token.start())
            if string is None:
                return
            at = string.end()
        elif mark in "([{":
            depth += 1
        elif mark == "," and depth == 0:
            found.append((start, token.start()))
            start = at
        elif mark in ")]}":
            if depth == 0:
                if mark == ")":
                    yield from (*found, (start, token.start()))
                return
            depth -= 1


def _blank(match: re.Match[str]) -> str:
    """Return white space as long as a comment, with its line ends, so that lines stay where they are."""
    return re.sub(r"[^\n]", " ", match[0])


def _marked(match: re.Match[str]) -> str:
    return _MARK.ljust(len(match[0]))

"""The grammar of KumaScript macro calls, as patterns; it is that of MDN's builder.

Source: https://github.com/mdn/rari, which reads macros with the grammar tree-sitter-mdn. White
space of any kind may stand between tokens. A string ends on its line; `""`, `''` and an empty slot
mean "not given".
"""

import re
from typing import Literal, NamedTuple

from mdnkit.span import Span

ArgumentKind = Literal["string", "int", "float", "boolean", "empty", "invalid"]


class Argument(NamedTuple):
    """One slot between the parentheses of a call."""

    value: str | int | float | bool | None
    """Decoded; None when not given (an empty slot, `""`, `''`) and when invalid."""
    span: Span
    """With the quotes; empty, right after the `(` or the comma before it, for an empty slot."""
    kind: ArgumentKind


NAME = "[A-Za-z_][A-Za-z0-9_-]*+"
_ESCAPE = r"""\\(?:["'`\\/bfnrt]|u[0-9A-Fa-f]{4})"""
STRING = "|".join(rf"{quote}(?:[^{quote}\\\n]|{_ESCAPE})*+{quote}" for quote in "\"'`")
NUMBER = r"-?(?:0|[1-9]\d*+)(?:\.\d++)?+(?![\w.%])"
# Possessive throughout: a call that does not match fails in one pass, however long it is.
_VALUE = rf"(?:{STRING}|(?a:{NUMBER})|(?:true|false)(?![\w-]))"
_SLOTS = rf"\s*+(?:(?:{_VALUE}\s*+)?+,\s*+)*+"
CALL = re.compile(
    rf"\{{\{{\s*+(?P<name>{NAME})\s*+(?:\((?P<slots>{_SLOTS}{_VALUE}|)\s*+\)\s*+)?+\}}\}}"
)
ANGLE_CALL = re.compile(
    rf"<<\s*+(?P<name>{NAME})\s*+(?:\((?P<slots>{_SLOTS}{_VALUE}|)\s*+\)\s*+)?+>>"
)

_SLOT = re.compile(
    rf"\s*+(?P<value>(?P<string>{STRING})|(?P<number>(?a:{NUMBER}))|true|false|)\s*+(?P<more>,?+)"
)
_ESCAPED = re.compile(r"\\(u[0-9A-Fa-f]{4}|.)", re.DOTALL)
_ESCAPED_LETTERS = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


def parse_arguments(text: str, within: Span) -> tuple[Argument, ...]:
    """Return the arguments at `within`, between the parentheses of a well-formed call."""
    if within.start == within.end:
        return ()
    found = []
    at = within.start
    while slot := _SLOT.match(text, at, within.end):
        found.append(_argument(slot))
        at = slot.end()
        if not slot["more"]:
            break
    return tuple(found)


def _argument(slot: re.Match[str]) -> Argument:
    value = slot["value"]
    span = Span(slot.start("value"), slot.end("value"))
    if slot["string"]:
        return Argument(None if value in ('""', "''") else decode_string(value), span, "string")
    if slot["number"]:
        if "." in value:
            return Argument(float(value), span, "float")
        # Python refuses to convert more digits than its limit, and MDN's integers have 64 bits.
        return Argument(int(value) if len(value) < 20 else None, span, "int")
    if value:
        return Argument(value == "true", span, "boolean")
    return Argument(None, Span(slot.start(), slot.start()), "empty")


def decode_string(quoted: str) -> str:
    """Return the value of a well-formed string, its quotes included."""
    return _ESCAPED.sub(_decode_escape, quoted[1:-1]) if "\\" in quoted else quoted[1:-1]


def _decode_escape(escape: re.Match[str]) -> str:
    code = escape[1]
    return chr(int(code[1:], 16)) if len(code) == 5 else _ESCAPED_LETTERS.get(code, code)

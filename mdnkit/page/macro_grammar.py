"""The grammar of KumaScript macro calls, as patterns; it is that of MDN's builder.

Source: https://github.com/mdn/rari, which reads macros with the grammar tree-sitter-mdn. White
space of any kind may stand between tokens. A string ends on its line; `""`, `''` and an empty slot
mean "not given"; the last slot must not be empty.
"""

import functools
import re
from typing import Literal, NamedTuple, TypeAlias

from mdnkit.span import Span

# Possessive throughout: what does not match fails in one pass, however long it is.
NAME = "[A-Za-z_][A-Za-z0-9_-]*+"
ESCAPE = r"""\\(?:["'`\\/bfnrt]|u[0-9A-Fa-f]{4})"""
STRING = "|".join(
    rf"{quote}[^{quote}\\\n]*+(?:{ESCAPE}[^{quote}\\\n]*+)*+{quote}" for quote in "\"'`"
)
LOOSE_STRING = "|".join(rf"{quote}(?:[^{quote}\\]|\\[\s\S])*+{quote}" for quote in "\"'`")
"""A string with any escape, over any number of lines."""
NUMBER = r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?+(?![\w.%])"
VALUE = rf"(?:{STRING}|{NUMBER}|(?:true|false)(?![\w-]))"
COMMAS = r",\s*+(?:,\s*+)*+"
ARGUMENTS = rf"\s*+(?:{COMMAS})?+{VALUE}(?:\s*+{COMMAS}{VALUE})*+|"
"""No argument, or values with commas between; two commas leave a slot empty."""

_INSIDE = rf"\s*+({NAME})\s*+(?:\(({ARGUMENTS})\s*+\)\s*+)?+"
EVERY_CALL = re.compile(rf"\{{\{{(?:(?<![\\{{]\{{\{{){_INSIDE}\}}\}})?")
"""Two braces with the name and the arguments of the call that they begin; alone where it is not well formed, and where a
backslash or a brace stands before."""
CALL = rf"\{{\{{{_INSIDE}\}}\}}"
"""A well-formed call: its name, and what stands between the parentheses if there are any. Few pages need it compiled."""
ANGLE_CALL = rf"<<{_INSIDE}>>"
"""The same in angle brackets, which MDN does not know; fewer pages have some."""

_SLOT = rf"\s*+(?P<value>(?P<string>{STRING})|(?P<number>{NUMBER})|true|false|)\s*+(?P<comma>,?+)"
"""Compiled by pages with other arguments than texts in double quotes."""
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|[\s\S])")
_LETTERS = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_LONGEST_INTEGER = 19
"""Digits of the largest integer that MDN reads; Python converts thousands of them slowly."""

ArgumentKind = Literal["string", "int", "float", "boolean", "empty"]


Value: TypeAlias = str | int | float | bool | None
"""Of an argument, decoded; None when not given: an empty slot, `""` or `''`."""


class Argument(NamedTuple):
    """One slot between the parentheses of a call."""

    value: Value
    span: Span
    """With the quotes; empty, right after the `(` or the comma before it, for an empty slot."""
    kind: ArgumentKind


def parse_arguments(inside: str, offset: int) -> tuple[Argument, ...]:
    """Return the arguments of a well-formed call.

    `inside` stands between the parentheses and begins at `offset` of the page's text.
    """
    if not inside:
        return ()
    found = []
    slot_at = re.compile(_SLOT).match
    slot = slot_at(inside)
    while slot:
        found.append(_argument(slot, offset))
        slot = slot_at(inside, slot.end()) if slot["comma"] else None
    return tuple(found)


@functools.lru_cache(10_000)
def argument_values(inside: str) -> tuple[Value, ...]:
    """Return the values of the arguments alone; kept, as most calls stand on many pages."""
    parts = inside.split('"')
    if len(parts) > 2 and "\\" not in inside and _is_list(parts[::2]):
        return tuple([text or None for text in parts[1::2]])
    return tuple(argument.value for argument in parse_arguments(inside, 0))


def _is_list(between: list[str]) -> bool:
    """Return whether nothing but single commas stands between the texts in double quotes, as nearly always."""
    first, *commas, last = map(str.strip, between)
    return not first and not last and commas.count(",") == len(commas)


def _argument(slot: re.Match[str], offset: int) -> Argument:
    value = slot["value"]
    if not value:
        here = offset + slot.start()
        return Argument(None, Span(here, here), "empty")
    span = Span(offset + slot.start("value"), offset + slot.end("value"))
    if slot["string"]:
        return Argument(None if value in ('""', "''") else decode_string(value), span, "string")
    if not slot["number"]:
        return Argument(value == "true", span, "boolean")
    if "." in value or len(value) > _LONGEST_INTEGER:
        return Argument(float(value), span, "float")
    return Argument(int(value), span, "int")


def decode_string(quoted: str) -> str:
    """Return the value of a well-formed string, its quotes included."""
    return _ESCAPE.sub(_decode_escape, quoted[1:-1]) if "\\" in quoted else quoted[1:-1]


def _decode_escape(escape: re.Match[str]) -> str:
    code = escape[1]
    return chr(int(code[1:], 16)) if len(code) == 5 else _LETTERS.get(code, code)

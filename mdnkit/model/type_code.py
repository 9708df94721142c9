"""Types of Web IDL as the behaviour reads them: JSON that needs no parsing of type texts.

A built-in type is its name. Every other type is a list whose first item no name begins with, not
even with its first letter where a text is asked for `[0]`: `["interface", name]`,
`["dictionary", name]`, `["enum", name]`, `["callback", name]`, `["listener", name]` callback
interface, `["handler", name]` event handler, `["?", type]`, `["sequence", type]` (observable arrays too),
`["frozen", type]` frozen array, `["async", type]` async sequence,
`["record", key, value]`, `["promise", type]`, `["union", type...]`, `["with", type, attribute]`.
"""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

Code = str | list[Any]

HANDLERS = frozenset({"EventHandler", "OnErrorEventHandler", "OnBeforeUnloadEventHandler"})
"""Types of event handler attributes: https://html.spec.whatwg.org/#event-handler-idl-attributes"""

_GENERIC = {
    "Promise": "promise",
    "sequence": "sequence",
    "FrozenArray": "frozen",
    "ObservableArray": "sequence",
    "async_sequence": "async",
    "async sequence": "async",
    "record": "record",
}
_KEPT = ("Clamp", "EnforceRange", "LegacyNullToEmptyString")
_TOKEN = re.compile(r"\s*(\[[^\]]*\]|[()<>,?]|\bor\b|(?:(?!\bor\b)[\w ])+)")
_NUMBER = re.compile(r"-?(0x[0-9A-Fa-f]+|\d+)$")


class TypeCodes:
    """Encodes types; `kinds` says what each defined name is and `typedefs` what it stands for."""

    def __init__(self, kinds: Mapping[str, str], typedefs: Mapping[str, str]) -> None:
        self._kinds = kinds
        self._typedefs = typedefs
        self._known: dict[str, Code] = {}

    def code(self, text: str) -> Code:
        """Return the code of the type that `text` spells, typedefs resolved."""
        if text not in self._known:
            tokens = [token.strip() for token in _TOKEN.findall(text)]
            self._known[text] = self._type([token for token in tokens if token])
        return self._known[text]

    def _type(self, tokens: list[str]) -> Code:
        attributes = ""
        while tokens[0].startswith("["):
            attributes += tokens.pop(0)
        code = self._union(tokens) if tokens[0] == "(" else self._single(tokens)
        while tokens and tokens[0] == "?":
            tokens.pop(0)
            code = ["?", code]
        for name in _KEPT:
            if name in attributes:
                code = ["with", code, name]
        return code

    def _union(self, tokens: list[str]) -> Code:
        types: list[Code] = []
        while tokens.pop(0) != ")":
            types.append(self._type(tokens))
        return ["union", *types]

    def _single(self, tokens: list[str]) -> Code:
        name = tokens.pop(0)
        if tokens and tokens[0] == "<":
            inner: list[Code] = []
            while tokens.pop(0) != ">":
                inner.append(self._type(tokens))
            return [_GENERIC[name], *inner]
        if name == "CSSOMString":
            # https://drafts.csswg.org/cssom-1/#cssomstring-type leaves the choice to
            # implementations.
            return "DOMString"
        if name in HANDLERS:
            return ["handler", name]
        if name in self._typedefs:
            return self.code(self._typedefs[name])
        return [self._kinds[name], name] if name in self._kinds else name


def arguments_code(arguments: list[dict[str, Any]], code: Callable[[str], Code]) -> list[Any]:
    """Return parameters as `[name, type, 0 | 1 optional | 2 variadic, default]`, defaults where
    there are any.
    """
    found: list[Any] = []
    for one in arguments:
        kind = 2 if one.get("var") else 1 if one.get("opt") else 0
        row = [one["n"], code(one["t"]), kind]
        found.append([*row, default_value(one["def"])] if "def" in one else row)
    return found


def default_value(text: str) -> Any:
    """Return a default of Web IDL as the JSON value that converts to it.

    Infinities and NaN stay text, which converts to them.
    """
    if _NUMBER.match(text):
        return int(text, 0)
    try:
        return json.loads(text, parse_constant=str)
    except ValueError:
        return text


def constant_value(text: str) -> int | float | bool:
    """Return the value of a constant; https://webidl.spec.whatwg.org/#prod-ConstValue"""
    value = default_value(text)
    return value if isinstance(value, int | float) else float(text)

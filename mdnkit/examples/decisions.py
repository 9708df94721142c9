"""By what a script decides what to do, read without parsing: the values that it compares a property with, and the
properties that it only tests.

A property goes by the last name of its path: `type` of `event.data.type`, `getItem()` of what a method returns.
"""

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from mdnkit.examples.names import COMMENT
from mdnkit.examples.trace import Json
from mdnkit.model.facts import Facts

MOST_VALUES = 8
"""Values that are tried for one property."""

_NAME = r"[A-Za-z_$][\w$]*+"
_STRING = r"""'(?:[^'\\\n]|\\.)*+'|"(?:[^"\\\n]|\\.)*+"|`[^`$\\\n]*+`"""
_LITERAL = rf"{_STRING}|-?\d+(?:\.\d+)?(?![\w.])|\btrue\b|\bfalse\b"
_CALL = r"(?P<call>\((?:[^()]|\([^()]*\))*\))?"
_COMMENT = re.compile(rf"(?P<text>{_STRING})|{COMMENT}", re.DOTALL)
_EQUAL = re.compile(rf"(?P<name>{_NAME})\s*{_CALL}\s*(?:===?|!==?)\s*(?P<value>{_LITERAL})")
_EQUAL_TURNED = re.compile(
    rf"(?P<value>{_LITERAL})\s*(?:===?|!==?)\s*(?:{_NAME}\s*\??\.\s*)*+(?P<name>{_NAME})(?!\s*\??[.(])"
)
_ORDER = re.compile(
    rf"(?P<name>{_NAME})\s*{_CALL}\s*(?P<sign>[<>]=?)\s*(?P<value>\d+(?:\.\d+)?)(?![\w.])"
)
_PART = re.compile(
    rf"(?P<name>{_NAME})\s*\??\.\s*(?:startsWith|endsWith|includes)\(\s*(?P<value>{_STRING})\s*\)"
)
_AMONG = re.compile(
    rf"\[(?P<values>[^\[\]]*)\]\s*\.\s*includes\(\s*(?:{_NAME}\s*\??\.\s*)*+(?P<name>{_NAME})\s*\)"
)
_SWITCH = rf"\bswitch\s*\(\s*(?:{_NAME}\s*(?:\([^()]*\))?\s*\??\.\s*)*+(?P<name>{_NAME})\s*{_CALL}\s*\)\s*\{{"
_BRANCH = re.compile(
    rf"(?P<switch>{_SWITCH})|\bcase\s+(?P<value>{_LITERAL})\s*:|(?P<open>\{{)|(?P<close>\}})|{_STRING}"
)
_CONDITION = re.compile(
    r"\b(?:if|while)\s*\(((?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*)\)"
)
_CHOSEN = re.compile(
    rf"(?:{_NAME}\s*\??\.\s*)*+{_NAME}(?P<chosen>\s*(?:\([^()]*\))?\s*(?=\?(?![.?])|&&|\|\|))?+"
)
"""A path, and that something is chosen by it. All paths are matched: one that is not is read anew from each of its names."""
_TESTED = re.compile(
    rf"(?:^|&&|\|\||!|\()\s*(?:\bawait\s+)?(?:{_NAME}\s*(?:\([^()]*\))?\s*\??\.\s*)*+(?P<name>{_NAME})\s*{_CALL}\s*(?=$|&&|\|\||\)|\?)"
)
_ALIAS = re.compile(rf"\b(?:const|let|var)\s+(?P<alias>{_NAME})\s*=\s*(?P<value>[^;\n]+)")
_RENAMED = re.compile(rf"[{{,]\s*(?P<name>{_NAME})\s*:\s*(?P<alias>{_NAME})\s*(?=[,}}=])")
_PROMISED = re.compile(
    rf"(?P<name>{_NAME})\s*\((?:[^()]|\([^()]*\))*\)\s*\.\s*then\(\s*(?:async\s*)?"
    rf"(?:function\s*)?\(?\s*(?P<alias>{_NAME})\s*(?:=>|\))"
)
_LAST = re.compile(rf"(?P<name>{_NAME})\s*{_CALL}\s*$")
_CONSTANT = re.compile(
    rf"(?P<text>{_STRING})|(?<![\w$.])(?P<interface>[A-Z]\w*)\.(?P<constant>[A-Z][A-Z\d_]*)(?![\w$(])"
)
_INTEGER = re.compile(r"-?(?:0x[\da-fA-F]+|0|[1-9]\d*)")
_CONSTANTS = frozenset({"true", "false", "null", "undefined", "this"})
_WORD = re.compile(_NAME)


class Decisions(NamedTuple):
    """What a script decides by."""

    compared: dict[str, list[Json]]
    """Property -> values that the script compares it with, in order."""
    tested: frozenset[str]
    """Properties that it takes for true or false."""
    names: frozenset[str]
    """All names in its conditions, with those that they stand for."""


def decisions(code: str, facts: Facts | None = None) -> Decisions:
    """Return by what a script decides; constants of interfaces are the values that `facts` tells."""
    text = _COMMENT.sub(lambda match: match["text"] or " ", code)
    if facts is not None:
        text = _with_values(text, facts)
    aliases = _aliases(text)
    compared: dict[str, list[Json]] = {}
    for name, value in _compared(text):
        for one in {name: None, **dict.fromkeys(aliases.get(name, ()))}:
            known = compared.setdefault(one, [])
            if len(known) < MOST_VALUES and not any(value is v or value == v for v in known):
                known.append(value)
    conditions = [match[1] for match in _CONDITION.finditer(text)]
    conditions += [m[0] for m in _CHOSEN.finditer(text) if m["chosen"] is not None]
    tested = {_named(match) for one in conditions for match in _TESTED.finditer(one.strip())}
    tested -= _CONSTANTS
    names = {word for one in conditions for word in _WORD.findall(one)} | compared.keys()
    return Decisions(
        compared, frozenset(_expanded(tested, aliases)), frozenset(_expanded(names, aliases))
    )


def _with_values(text: str, facts: Facts) -> str:
    """Return a script in which the constants of interfaces, such as `Node.ELEMENT_NODE`, are replaced by their values."""

    def value_of(match: re.Match[str]) -> str:
        if match["text"] is not None:
            return match["text"]
        values = {
            one.value
            for one in facts.member(match["interface"], match["constant"])
            if one.kind == "const" and one.value is not None
        }
        number = values.pop() if len(values) == 1 else ""
        return str(int(number, 0)) if _INTEGER.fullmatch(number) else match[0]

    return _CONSTANT.sub(value_of, text)


def _named(match: re.Match[str]) -> str:
    return f"{match['name']}()" if match["call"] is not None else match["name"]


def _expanded(names: set[str], aliases: dict[str, list[str]]) -> set[str]:
    return names.union(*(aliases.get(name, ()) for name in names))


def _aliases(text: str) -> dict[str, list[str]]:
    """Return the properties whose values variables hold, by the names of the variables."""
    found: dict[str, list[str]] = {}
    for match in _ALIAS.finditer(text):
        last = _LAST.search(match["value"])
        if last is not None and _named(last) != match["alias"]:
            found.setdefault(match["alias"], []).append(_named(last))
    for match in _RENAMED.finditer(text):
        found.setdefault(match["alias"], []).append(match["name"])
    for match in _PROMISED.finditer(text):
        found.setdefault(match["alias"], []).append(f"{match['name']}()")
    return found


def _compared(text: str) -> Iterator[tuple[str, Json]]:
    for match in _EQUAL.finditer(text):
        yield _named(match), _value(match["value"])
    for pattern in (_EQUAL_TURNED, _PART):
        for match in pattern.finditer(text):
            yield match["name"], _value(match["value"])
    for match in _AMONG.finditer(text):
        for value in re.findall(_LITERAL, match["values"]):
            yield match["name"], _value(value)
    yield from _cases(text)
    for match in _ORDER.finditer(text):
        number = _value(match["value"])
        beside = number + 1 if match["sign"] in (">", "<=") else number - 1
        yield _named(match), number
        yield _named(match), beside


def _cases(text: str) -> Iterator[tuple[str, Json]]:
    """Yield what each switch is about with the values of its cases."""
    open_braces: list[str | None] = []
    """What a switch is about for its brace, None for any other."""
    for match in _BRANCH.finditer(text):
        if match["switch"]:
            open_braces.append(_named(match))
        elif match["open"]:
            open_braces.append(None)
        elif match["close"] and open_braces:
            open_braces.pop()
        elif match["value"] and open_braces and open_braces[-1] is not None:
            yield open_braces[-1], _value(match["value"])


def _value(literal: str) -> Json:
    if literal[0] not in "'\"`":
        return json.loads(literal)
    return re.sub(r"\\(.)", r"\1", literal[1:-1])

"""Text that scripts show to people, in traces: what translators translate, while all other text has to stay."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from mdnkit.examples.names import COMMENT
from mdnkit.examples.trace import Entry, Json

_STRING = re.compile(
    rf"""{COMMENT}|(?P<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)""",
    re.DOTALL,
)
_SUBSTITUTION = re.compile(r"\$\{[^}]*\}")
_FOR_PEOPLE = "\ue002"
"""What text for people begins with in masked traces."""

_MARK = re.compile("\ue000\\d+\ue001")
_LETTER = re.compile(r"[^\W\d_]")

_SHOWN = frozenset(
    [
        "alert",
        "confirm",
        "prompt",
        "write",
        "writeln",
        "insertAdjacentHTML",
        "insertAdjacentText",
        "createTextNode",
        "createComment",
        "append",
        "prepend",
        "before",
        "after",
        "replaceWith",
        "replaceChildren",
        "fillText",
        "strokeText",
        "measureText",
        "showNotification",
        "setCustomValidity",
        "appendData",
        "textContent",
        "innerText",
        "outerText",
        "innerHTML",
        "outerHTML",
        "title",
        "placeholder",
        "alt",
        "ariaLabel",
        "ariaDescription",
        "nodeValue",
        "data",
        "label",
        "text",
        "value",
        "defaultValue",
        "description",
        "htmlFor",
        "setHTML",
        "setHTMLUnsafe",
        "Notification",
        "Text",
        "Option",
        "Comment",
        "SpeechSynthesisUtterance",
        "DOMException",
    ]
)
"""Members that show their arguments, or the value that they are set to."""

_SHOWN_ATTRIBUTES = (
    "title",
    "alt",
    "placeholder",
    "label",
    "aria-label",
    "aria-description",
    "content",
    "value",
)


def strings_of(code: str) -> list[str]:
    """Return the strings of a script, in order, without their quotation marks; of templates the pieces between values."""
    found: list[str] = []
    for match in _STRING.finditer(code):
        text = match["text"]
        if text:
            pieces = _SUBSTITUTION.split(text[1:-1]) if text[0] == "`" else [text[1:-1]]
            found += (re.sub(r"\\(.)", _unescaped, piece) for piece in pieces)
    return found


def _unescaped(match: re.Match[str]) -> str:
    return {"n": "\n", "t": "\t"}.get(match[1], match[1])


def marks(first: list[str], second: list[str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return for two versions of a script what stands for each string that differs: the same for strings at one place."""
    if len(first) != len(second):
        # Where they belong together is not known: only what one of them has not can be a translation.
        firsts = {text: "\ue0000\ue001" for text in set(first) - set(second)}
        return firsts, {text: "\ue0000\ue001" for text in set(second) - set(first)}
    ours: dict[str, str] = {}
    theirs: dict[str, str] = {}
    for number, (one, other) in enumerate(zip(first, second, strict=True)):
        if one != other and one.strip() and other.strip():
            mark = f"\ue000{number}\ue001"
            mark = ours.setdefault(one, mark)
            theirs.setdefault(other, mark)
    return ours, theirs


def masked(trace: tuple[Entry, ...], known: Mapping[str, str]) -> Iterator[Entry]:
    """Yield the steps of a trace with `known` marks in place of the strings that are shown to people."""
    for entry in trace:
        args = tuple(
            _masked(value, known, _is_shown(entry, place)) for place, value in enumerate(entry.args)
        )
        yield Entry(entry.op, entry.member, args, entry.on)


def _is_shown(entry: Entry, place: int) -> bool:
    if entry.op in ("log", "throw", "reject"):
        return True
    name = re.split(r"[.:]", entry.member)[-1]
    if name in ("setAttribute", "setAttributeNS"):
        return any(value in _SHOWN_ATTRIBUTES for value in entry.args[:place])
    return name in _SHOWN or (entry.op == "new" and name.endswith("Error"))


def _masked(value: Json, known: Mapping[str, str], is_shown: bool) -> Json:
    if isinstance(value, str):
        return _FOR_PEOPLE + _marked(value, known) if is_shown else value
    if isinstance(value, list):
        return [_masked(one, known, is_shown) for one in value]
    if isinstance(value, dict):
        return _masked_object(value, known, is_shown)
    return value


def _masked_object(value: dict[str, Any], known: Mapping[str, str], is_shown: bool) -> Json:
    if value.get("$") == "function":
        return {"$": "function"}
    shown = is_shown or ("$" in value and "message" in value)
    kept = {"$", "id"} if "$" in value else set()
    return {
        key: one if key in kept else _masked(one, known, shown)
        for key, one in value.items()
    }  # fmt: skip


def _marked(text: str, known: Mapping[str, str]) -> str:
    for one in sorted(known, key=len, reverse=True):
        if one in text:
            text = text.replace(one, known[one])
    return text


def is_same_text(one: Json, other: Json, translated: bool) -> bool:
    """Return whether two masked values are the same; where `translated` says so, also whether they can be translations.

    What a script composes of translated strings, letter by letter, is not compared.
    """
    if isinstance(one, str) and isinstance(other, str):
        if one == other:
            return True
        both = (one, other)
        if not (translated and all(text.startswith(_FOR_PEOPLE) for text in both)):
            return False
        return all(_LETTER.search(_MARK.sub("", text)) for text in both)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(
            is_same_text(a, b, translated) for a, b in zip(one, other, strict=True)
        )
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(
            is_same_text(one[key], other[key], translated) for key in one
        )
    return type(one) is type(other) and one == other

"""Reads front matter that keeps to a flat subset of YAML, line by line."""

import re

from mdnkit.page.front_matter import Entry, Mapping, Scalar, Sequence, Value
from mdnkit.page.regular_front_matter import COMMIT, PLAIN_START
from mdnkit.span import Span

# The flat subset: `key: value`, and below `key:` either `  - value` or `  key: value`.
_TOP = re.compile(r"([A-Za-z_][A-Za-z0-9_-]*):(?: (\S[^\r\n]*))?\r?\n")
_BELOW = re.compile(r" {2}(?:- |([A-Za-z_][A-Za-z0-9_-]*): )(\S[^\r\n]*)\r?\n")
_QUOTED = re.compile(r'"[^"\\]*"|\'[^\']*\'')
_COMMIT = re.compile(COMMIT)
_PLAIN_START = re.compile(PLAIN_START)

_NOT_STRINGS = frozenset({"true", "false", "null"})


def _flat_scalar(raw: str, start: int) -> Scalar | None:
    """Return the value of `raw`, or None when only a YAML reader can tell what it is."""
    span = Span(start, start + len(raw))
    if not raw.isprintable():
        return None
    if raw[0] in "\"'":
        return Scalar(raw[1:-1], span) if _QUOTED.fullmatch(raw) else None
    if _COMMIT.fullmatch(raw):
        return Scalar(raw, span)
    if not _PLAIN_START.match(raw) or raw[-1] in " :" or ": " in raw or " #" in raw:
        return None
    return None if raw.lower() in _NOT_STRINGS else Scalar(raw, span)


def parse_flat(text: str, content: Span) -> tuple[Entry, ...] | None:
    """Return the entries, or None when the text leaves the subset."""
    entries: list[Entry] = []
    keys: set[str] = set()
    at = content.start
    while at < content.end:
        top = _TOP.match(text, at, content.end)
        if not top or top[1] in keys:
            return None
        key, raw = top.groups()
        keys.add(key)
        value: Value | None
        if raw is not None:
            value, end = _flat_scalar(raw, top.start(2)), top.end()
        else:
            value, end = _flat_children(text, top.end(), content.end)
        if value is None:
            return None
        entries.append(Entry(key, Span(at, at + len(key)), value, Span(at, end)))
        at = end
    return tuple(entries)


def _flat_children(text: str, start: int, limit: int) -> tuple[Value | None, int]:
    """Return the list or mapping that begins at `start`, and where it ends; None when it is neither."""
    items: list[Value] = []
    children: list[Entry] = []
    at = start
    while below := _BELOW.match(text, at, limit):
        key, raw = below.groups()
        value = _flat_scalar(raw, below.start(2))
        if value is None:
            return None, at
        if key is None:
            items.append(value)
        else:
            key_span = Span(at + 2, at + 2 + len(key))
            children.append(Entry(key, key_span, value, Span(at, below.end())))
        at = below.end()
    if bool(items) == bool(children):
        return None, at
    if len({child.key for child in children}) < len(children):
        return None, at
    last = items[-1].span.end if items else children[-1].value.span.end
    span = Span(start + 2, last)
    return (Sequence(tuple(items), span) if items else Mapping(tuple(children), span)), at

"""Writes one key of a page's front matter and leaves every other byte alone."""

import re
from typing import TypeAlias

from mdnkit.finding import Edit
from mdnkit.page.front_matter import Entry, FrontMatter, Mapping, Scalar, Value, parse_front_matter
from mdnkit.page.front_matter_order import entry_end, known_keys
from mdnkit.page.page import Page
from mdnkit.span import Span

Plain: TypeAlias = "str | tuple[Plain, ...] | dict[str, Plain]"
"""What front matter says, without spans."""

_COMMIT = re.compile(r"(?=[0-9a-f]*[acdf])[0-9a-f]{40}")
_UNQUOTED = re.compile(r"[^\W\d_](?:[\w./()+*'&!?%~=;<>$-]|:(?=\S)|(?<=\S)#| (?=[^\s#]))*")
_NOT_STRINGS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_LINE_END = re.compile(r"\r\n?|\n")


def set_value(page: Page, keys: tuple[str, ...], value: str) -> Edit | None:
    """Return the edit after which following `keys` through the front matter leads to the text `value`.

    A missing key is added: a top-level one where MDN's order has it, one inside another as its last.
    Quotes are written where the value needs them or had them. None where this cannot be done without
    changing more: the front matter cannot be read, a list or a mapping stands in the way, or the
    result does not read back as wanted.
    """
    front_matter = page.front_matter
    if front_matter.problem is not None or not keys:
        return None
    edit = _edit(page, front_matter, keys, value)
    if edit is None:
        return None
    after = page.text[: edit.span.start] + edit.text + page.text[edit.span.end :]
    result = parse_front_matter(after)
    wanted = _with(plain_entries(front_matter.entries), keys, value)
    written = result.find(*keys)
    is_text = (
        written is not None and isinstance(written.value, Scalar) and written.value.type == "str"
    )
    return edit if is_text and plain_entries(result.entries) == wanted else None


def _edit(page: Page, front_matter: FrontMatter, keys: tuple[str, ...], value: str) -> Edit | None:
    """Return the edit for the deepest of `keys` that exists."""
    found = [
        entry for count in range(1, len(keys) + 1) if (entry := front_matter.find(*keys[:count]))
    ]
    missing = keys[len(found) :]
    if not found:
        return _new_entry(page, front_matter, keys, value)
    entry = found[-1]
    if isinstance(entry.value, Scalar):
        if not missing:
            return _replacement(page.text, entry, entry.value, value)
        if entry.value.type == "null" and entry.value.value == "":
            indent = " " * (entry.key_span.start - entry.span.start + 2)
            end = _line_end(page.text, entry.key_span.end)
            return Edit(Span(end, end), _nested(missing, value, indent, _newline(page)))
        return None
    if isinstance(entry.value, Mapping) and missing:
        return _child(page, entry.value, missing, value)
    return None


def _replacement(text: str, entry: Entry, scalar: Scalar, value: str) -> Edit:
    """Return the edit that writes `value` over a scalar, in the quotes it has."""
    old = text[slice(*scalar.span)]
    if not old:
        after_colon = text.index(":", entry.key_span.end) + 1
        return Edit(Span(after_colon, after_colon), f" {_quoted(value)}")
    if old[0] == "'" and value.isprintable():
        new = "'" + value.replace("'", "''") + "'"
    else:
        new = _double_quoted(value) if old[0] == '"' else _quoted(value)
    # The span of a block scalar reaches over its last line end.
    kept = old[len(old.rstrip("\r\n")) :]
    return Edit(scalar.span, new + kept)


def _new_entry(page: Page, front_matter: FrontMatter, keys: tuple[str, ...], value: str) -> Edit:
    """Return the edit that adds a top-level key behind the keys that MDN's order has before it."""
    order = known_keys(page.is_translation)
    before = (
        order[: order.index(keys[0])]
        if keys[0] in order
        else tuple(e.key for e in front_matter.entries)
    )
    ends = [entry_end(page.text, entry) for entry in front_matter.entries if entry.key in before]
    at = max(ends, default=front_matter.content.start)
    newline = _newline(page)
    return Edit(Span(at, at), _nested(keys, value, "", newline).removeprefix(newline) + newline)


def _child(page: Page, mapping: Mapping, keys: tuple[str, ...], value: str) -> Edit | None:
    """Return the edit that adds a key as the last one of a mapping."""
    is_flow = page.text[mapping.span.start : mapping.span.start + 1] == "{"
    if is_flow and len(keys) == 1:
        at = mapping.entries[-1].value.span.end if mapping.entries else mapping.span.start + 1
        comma = ", " if mapping.entries else ""
        return Edit(Span(at, at), f"{comma}{_quoted(keys[0])}: {_double_quoted(value)}")
    if is_flow or not mapping.entries:
        return None
    first, last = mapping.entries[0], mapping.entries[-1]
    indent = page.text[first.span.start : first.key_span.start]
    text = _nested(keys, value, indent, _newline(page)).removeprefix(_newline(page))
    end = entry_end(page.text, last)
    return Edit(Span(end, end), text + _newline(page))


def _nested(keys: tuple[str, ...], value: str, indent: str, newline: str) -> str:
    """Return the lines of keys inside one another, each with a line end before it."""
    lines = [f"{newline}{indent}{'  ' * depth}{_quoted(key)}:" for depth, key in enumerate(keys)]
    return "".join(lines) + f" {_quoted(value)}"


def _quoted(value: str) -> str:
    """Return `value` as YAML writes a text: in quotes only where it needs them."""
    is_plain = (
        _UNQUOTED.fullmatch(value) and value.isprintable() and value.lower() not in _NOT_STRINGS
    )
    return value if is_plain or _COMMIT.fullmatch(value) else _double_quoted(value)


def _double_quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return (
        '"' + "".join(one if one.isprintable() else f"\\U{ord(one):08x}" for one in escaped) + '"'
    )


def _newline(page: Page) -> str:
    """Return the line end of the page's first line."""
    match = _LINE_END.search(page.text)
    return match[0] if match else "\n"


def _line_end(text: str, start: int) -> int:
    match = _LINE_END.search(text, start)
    return match.start() if match else len(text)


def plain_entries(entries: tuple[Entry, ...]) -> dict[str, Plain]:
    """Return what entries say, without spans."""
    return {entry.key: _plain(entry.value) for entry in entries}


def _plain(value: Value) -> Plain:
    if isinstance(value, Scalar):
        return value.value
    if isinstance(value, Mapping):
        return plain_entries(value.entries)
    return tuple(map(_plain, value.items))


def _with(told: dict[str, Plain], keys: tuple[str, ...], value: str) -> dict[str, Plain]:
    """Return `told` with `value` where `keys` lead."""
    key, *rest = keys
    inner = told.get(key)
    below = inner if isinstance(inner, dict) else {}
    return {**told, key: _with(below, tuple(rest), value) if rest else value}

"""A run in words for a person: what was listened to, fired, called, read, logged, thrown, for each outcome."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from mdnkit.examples.trace import Json
from mdnkit.messages import _

LONGEST_TEXT = 60
"""Code points of a string that are shown."""

_INDENT = "  "


def describe(row: Mapping[str, Any], width: int | None = None) -> str:
    """Return several lines about a run, as `ExampleRun.to_json` gives it, ending in an empty one.

    Lines are broken to `width` columns; None: not at all.
    """
    return "\n".join(piece for line in _lines(row) for piece in _broken(line, width)) + "\n\n"


def _lines(row: Mapping[str, Any]) -> Iterator[str]:
    message = f": {row['message']}" if row["message"] else ""
    yield f"{row['path']}:{row['line']} {row['class']} ({row['scope']}){message}"
    if row["given"]:
        yield _INDENT + _("when {given}").format(given=_given(row["given"]))
    yield from (_INDENT + step for step in _steps(row["trace"]))
    for outcome in row["outcomes"]:
        yield _INDENT + occasion(outcome)
        nothing = [_("does nothing")]
        yield from (2 * _INDENT + step for step in list(_steps(outcome["trace"])) or nothing)
    if row["assumptions"]:
        yield _INDENT + _("assumed: {assumptions}").format(
            assumptions="; ".join(row["assumptions"])
        )


def occasion(outcome: Mapping[str, Any]) -> str:
    """Return on what event, and with which values, a script did something."""
    given = _given(outcome["given"])
    if not outcome["event"]:
        return _("loaded when {given}").format(given=given)
    event = _("on {event} at {target} ({interface})").format(**{**outcome, "given": given})
    return _("{event} when {given}").format(event=event, given=given) if given else event


def _given(values: Mapping[str, Json]) -> str:
    return ", ".join(f"{path} = {brief(value)}" for path, value in values.items())


def _steps(trace: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield one line a step; what is read in a row is told once, in one line."""
    read: list[str] = []
    for entry in trace:
        if entry["op"] == "get":
            if entry["member"] not in read:
                read.append(entry["member"])
            continue
        if read:
            yield _("reads {members}").format(members=", ".join(read))
            read = []
        yield step(entry)
    if read:
        yield _("reads {members}").format(members=", ".join(read))


def step(entry: Mapping[str, Any]) -> str:
    told = [brief(value) for value in entry["args"]]
    values = {"member": entry["member"], "arguments": ", ".join(told), "target": entry.get("on")}
    match entry["op"]:
        case "listen":
            return _("listens for {type} at {target}").format(
                type=told[0] if told else "", **values
            )
        case "fire":
            return _("fires {arguments} at {target}").format(**values)
        case "call":
            return _("calls {member}({arguments})").format(**values)
        case "new":
            return _("makes new {member}({arguments})").format(**values)
        case "set":
            return _("sets {member} = {arguments}").format(**values)
        case "log":
            return _("logs {arguments}").format(**values)
        case "throw":
            return _("throws {member} {arguments}").format(**values)
        case "reject":
            return _("rejects with {member} {arguments}").format(**values)
        case other:
            return f"{other} {values['member']} {values['arguments']}"


def brief(value: Json) -> str:
    """Return a traced value as a script would write it, shortened."""
    if isinstance(value, dict):
        kind = value.get("$")
        if kind == "function":
            return f"function {value['name']}" if value.get("name") else "function"
        if kind in ("number", "bigint", "symbol"):
            return str(value["value"])
        if kind == "more":
            return "…"
        if kind is not None:
            known = value.get("message") or value.get("value")
            return f"{kind} {brief(known)}" if known else str(kind)
        inner = ", ".join(f"{key}: {brief(item)}" for key, item in value.items())
        return f"{{{inner}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(brief, value))}]"
    if isinstance(value, str):
        text = value if len(value) <= LONGEST_TEXT else f"{value[:LONGEST_TEXT]}…"
        return '"' + text.replace("\n", "\\n").replace('"', '\\"') + '"'
    return {"True": "true", "False": "false", "None": "null"}.get(str(value), str(value))


def _broken(line: str, width: int | None) -> list[str]:
    """Return a line in pieces of `width` columns, the later ones indented further."""
    if width is None or len(line) <= width:
        return [line]
    indent = line[: len(line) - len(line.lstrip())] + 2 * _INDENT
    return textwrap.wrap(
        line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )

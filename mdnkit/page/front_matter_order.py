"""The order of keys that MDN keeps in front matter, and the edit that brings entries into it."""

import re

from mdnkit.finding import Edit
from mdnkit.page.front_matter import (
    Entry,
    FrontMatter,
    Mapping,
    Scalar,
    Value,
    parse_front_matter,
)
from mdnkit.page.regular_front_matter import ENGLISH
from mdnkit.span import Span

TRANSLATED = ("title", "short-title", "slug", "original_slug", "l10n")
"""The keys of translations, from the same file of MDN's repositories of translations."""

# Compiled by the few pages whose keys are reordered.
_INNER_COMMENTS = r"(?:[ \t]+#[^\r\n]*(?:\r\n?|\n))*"
_LINE_END = r"\r\n?|\n"


def known_keys(is_translation: bool) -> tuple[str, ...]:
    """Return the keys that a page may have, in MDN's order."""
    return TRANSLATED if is_translation else ENGLISH


def reordered(text: str, front_matter: FrontMatter, order: tuple[str, ...]) -> Edit | None:
    """Return the edit that brings the entries into `order`; None where they cannot be moved safely.

    Whole lines move, each entry with the comments above it; a key that is not in `order` stays behind the key it follows.
    """
    entries = front_matter.entries
    starts = [front_matter.content.start]
    for entry in entries:
        end = entry_end(text, entry)
        comments = re.compile(_INNER_COMMENTS).match(text, end, front_matter.content.end)
        starts.append(comments.end() if comments else end)
    lines = zip(entries, starts, starts[1:], strict=False)
    if any(start > entry.span.start or entry.key_span.end > end for entry, start, end in lines):
        return None
    ranks: list[int] = []
    for entry in entries:
        unranked = ranks[-1] if ranks else -1
        ranks.append(order.index(entry.key) if entry.key in order else unranked)
    new = sorted(range(len(entries)), key=lambda index: ranks[index])
    moved = [index for index, old in enumerate(new) if index != old]
    if not moved:
        return None
    first, last = moved[0], moved[-1]
    parts = [text[starts[index] : starts[index + 1]] for index in new[first : last + 1]]
    edit = Edit(Span(starts[first], starts[last + 1]), "".join(parts))
    after = text[: edit.span.start] + edit.text + text[edit.span.end :]
    written = _written(text, entries)
    return (
        edit
        if _written(after, parse_front_matter(after).entries) == [written[at] for at in new]
        else None
    )


def entry_end(text: str, entry: Entry) -> int:
    """Return where the last line of an entry ends, line end included; comments below it are not part of it."""
    end = _value_end(text, entry.value)
    if end and text[end - 1] in "\r\n":
        return end
    line_end = re.compile(_LINE_END).search(text, max(end, entry.key_span.end))
    return line_end.end() if line_end else len(text)


def _value_end(text: str, value: Value) -> int:
    """Return where a value ends; the span of a list of lines also covers comments below the last one."""
    if isinstance(value, Scalar) or text[value.span.start : value.span.start + 1] in ("[", "{"):
        return value.span.end
    children = [e.value for e in value.entries] if isinstance(value, Mapping) else value.items
    return _value_end(text, children[-1]) if children else value.span.end


def _written(text: str, entries: tuple[Entry, ...]) -> list[str]:
    """Return each entry as it is written, without what stands around it."""
    return [text[entry.key_span.start : _value_end(text, entry.value)] for entry in entries]

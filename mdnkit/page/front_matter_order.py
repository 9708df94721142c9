"""The order of keys that MDN keeps in front matter, and the edit that brings entries into it."""

import re

from mdnkit.finding import Edit
from mdnkit.page.front_matter import FrontMatter, parse_front_matter
from mdnkit.span import Span

ENGLISH = (
    "title",
    "short-title",
    "slug",
    "page-type",
    "status",
    "browser-compat",
    "spec-urls",
    "sidebar",
)
"""The keys of en-US pages, from https://github.com/mdn/content/blob/main/front-matter-config.json."""

TRANSLATED = ("title", "short-title", "slug", "original_slug", "l10n")
"""The keys of translations, from the same file of MDN's repositories of translations."""

_INNER_COMMENTS = re.compile(r"(?:[ \t]+#[^\r\n]*(?:\r\n?|\n))*")


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
        comments = _INNER_COMMENTS.match(text, entry.span.end, front_matter.content.end)
        starts.append(comments.end() if comments else entry.span.end)
    if any(start > entry.span.start for start, entry in zip(starts, entries, strict=False)):
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
    wanted = [(entries[index].key, text[slice(*entries[index].value.span)]) for index in new]
    return edit if _written(after) == wanted else None


def _written(text: str) -> list[tuple[str, str]]:
    """Return the keys of a page with their values as they are written."""
    entries = parse_front_matter(text).entries
    return [(entry.key, text[slice(*entry.value.span)]) for entry in entries]

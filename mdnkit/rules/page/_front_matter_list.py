"""The keys of the front matter that hold one text or a list of them: statuses, specifications, sidebars."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem
from mdnkit.messages import _
from mdnkit.page.front_matter import Entry, Mapping, Scalar, Sequence
from mdnkit.page.page import Page
from mdnkit.span import Span

STATUSES = ("deprecated", "experimental", "non-standard")
SIDEBAR_LISTS = (
    "mediasidebar",
    "urlsidebar",
    "xmlsidebar",
    "xpathsidebar",
    "xsltsidebar",
    "exsltsidebar",
)
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s]+")


def list_problems(page: Page, entry: Entry) -> Iterator[Problem]:
    """Yield what is wrong with the items of a key."""
    value = entry.value
    if isinstance(value, Mapping):
        yield Problem(
            value.span, _("`{key}` must be a text or a list of texts.").format(key=entry.key)
        )
        return
    if entry.key == "status" and isinstance(value, Scalar):
        yield Problem(
            value.span,
            _("`status` must be a list; write `  - {value}` on the next line.").format(
                value=value.value
            ),
            _on_next_line(page, entry),
        )
        return
    items = value.items if isinstance(value, Sequence) else (value,)
    seen: set[str] = set()
    for item in items:
        if not isinstance(item, Scalar) or item.type != "str":
            yield Problem(
                item.span, _("Each item of `{key}` must be a text.").format(key=entry.key)
            )
            continue
        message = _item(entry.key, item.value, isinstance(value, Sequence))
        if item.value in seen:
            message = _("`{key}` names {value} twice; keep one.").format(
                key=entry.key, value=item.value
            )
        seen.add(item.value)
        if message:
            yield Problem(item.span, message, _respelled(page, entry.key, item))


def _on_next_line(page: Page, entry: Entry) -> tuple[Edit, ...]:
    """Return the edit that makes a list of the single word behind a key; none for a text of several lines."""
    at = page.text.find(":", entry.key_span.end) + 1
    start, end = entry.value.span
    written = page.text[start:end]
    if not written or len(written.splitlines()) > 1 or page.text[at:start].strip():
        return ()
    return (Edit(Span(at, start), "\n  - "),)


def _respelled(page: Page, key: str, item: Scalar) -> tuple[Edit, ...]:
    """Return the edit that writes the only status that a mistyped one can mean."""
    if key != "status" or item.value in STATUSES:
        return ()
    from difflib import get_close_matches

    near = get_close_matches(item.value.lower(), STATUSES, n=1, cutoff=0.75)
    exact = page.text[slice(*item.span)] == item.value
    return (
        (Edit(item.span, near[0]),)
        if near and exact and near[0] not in page.front_matter.texts(key)
        else ()
    )


def _item(key: str, value: str, in_list: bool) -> str | None:
    """Return what is wrong with one item."""
    if key == "status" and value not in STATUSES:
        return _("`{value}` is no status; MDN has {known}.").format(
            value=value, known=", ".join(STATUSES)
        )
    if key == "spec-urls" and not _URI.fullmatch(value):
        return _("`{value}` is not a URL; give the full address of the specification.").format(
            value=value
        )
    if key == "sidebar" and in_list and value not in SIDEBAR_LISTS:
        message = _("`{value}` cannot stand in a list of sidebars; MDN allows {known} there.")
        return message.format(value=value, known=", ".join(SIDEBAR_LISTS))
    return None

"""The values in the front matter are of the form that MDN takes."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.front_matter import Entry, Mapping, Scalar, Sequence
from mdnkit.page.page import Page
from mdnkit.rules.page.front_matter_key import is_parked
from mdnkit.rules.rule import page_rule
from mdnkit.span import Span

LONGEST = {"title": 120, "short-title": 60}
"""Code points; from MDN's front matter schema."""

STATUSES = ("deprecated", "experimental", "non-standard")
SIDEBAR_LISTS = (
    "mediasidebar",
    "urlsidebar",
    "xmlsidebar",
    "xpathsidebar",
    "xsltsidebar",
    "exsltsidebar",
)
_TEXT_ONLY = frozenset({"title", "short-title", "slug", "page-type", "original_slug"})
_LISTS = frozenset({"status", "browser-compat", "spec-urls", "sidebar"})
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s]+")


@page_rule(Severity.ERROR)
def front_matter_value(page: Page) -> Iterator[Problem]:
    """The values in the front matter have the type, the length and the words that MDN's schema allows.

    Titles are at most 120 characters, short titles at most 60; `status` is a list of deprecated, experimental and
    non-standard; `spec-urls` are URLs; `l10n` holds `sourceCommit` and nothing else.

    Bad: `status: [draft]`
    Good: `status:` followed by `  - experimental`
    """
    if is_parked(page):
        return
    for entry in page.front_matter.entries:
        if entry.key in _TEXT_ONLY:
            yield from _text(page, entry)
        elif entry.key in _LISTS:
            yield from _list(page, entry)
        elif entry.key == "l10n":
            yield from _l10n(entry)


def _text(page: Page, entry: Entry) -> Iterator[Problem]:
    value = entry.value
    if not isinstance(value, Scalar):
        message = _("`{key}` must be a single text.")
        yield Problem(value.span, message.format(key=entry.key))
    elif value.type != "str":
        message = _("`{key}` is read as {type}, not as text; put it in double quotes.")
        text = page.text[slice(*value.span)]
        edits = (Edit(value.span, f'"{text}"'),) if text and text.isprintable() else ()
        yield Problem(value.span, message.format(key=entry.key, type=value.type), edits)
    elif not value.value.strip():
        yield Problem(value.span, _("`{key}` is empty.").format(key=entry.key))
    elif len(value.value) > LONGEST.get(entry.key, len(value.value)):
        message = _("`{key}` has {count} characters; MDN allows {longest}. Shorten it.")
        longest = LONGEST[entry.key]
        yield Problem(
            value.span, message.format(key=entry.key, count=len(value.value), longest=longest)
        )


def _list(page: Page, entry: Entry) -> Iterator[Problem]:
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
    """Return the edit that makes a list of the single word behind a key."""
    at = page.text.find(":", entry.key_span.end) + 1
    start, end = entry.value.span
    if not page.text[start:end] or page.text[at:start].strip():
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


def _l10n(entry: Entry) -> Iterator[Problem]:
    value = entry.value
    names = [child.key for child in value.entries] if isinstance(value, Mapping) else []
    if names != ["sourceCommit"]:
        message = _("`l10n` must hold `sourceCommit: <commit>` and nothing else; it holds {found}.")
        found = ", ".join(f"`{name}`" for name in names) or _("no keys")
        yield Problem(value.span, message.format(found=found))

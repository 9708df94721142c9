"""The values in the front matter are of the form that MDN takes."""

from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.block_facts import FITTING_FRONT_MATTER
from mdnkit.page.front_matter import Entry, Mapping, Scalar
from mdnkit.page.page import Page
from mdnkit.rules.page._front_matter_list import list_problems
from mdnkit.rules.page.front_matter_key import is_parked
from mdnkit.rules.rule import page_rule

LONGEST = {"title": 120, "short-title": 60}
"""Code points; from MDN's front matter schema."""

_TEXT_ONLY = frozenset({"title", "short-title", "slug", "page-type", "original_slug"})
_LISTS = frozenset({"status", "browser-compat", "spec-urls", "sidebar"})


@page_rule(Severity.ERROR, unless=FITTING_FRONT_MATTER)
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
            yield from list_problems(page, entry)
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


def _l10n(entry: Entry) -> Iterator[Problem]:
    value = entry.value
    names = [child.key for child in value.entries] if isinstance(value, Mapping) else []
    if names != ["sourceCommit"]:
        message = _("`l10n` must hold `sourceCommit: <commit>` and nothing else; it holds {found}.")
        found = ", ".join(f"`{name}`" for name in names) or _("no keys")
        yield Problem(value.span, message.format(found=found))

"""The title of a reference page names what its slug names."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.page.page_type import page_types
from mdnkit.rules.page.front_matter_key import is_parked
from mdnkit.rules.rule import page_rule


@page_rule(Severity.WARNING, front="title:")
def title_slug(page: Page) -> Iterator[Problem]:
    """The title of an English page about an element, a property, a header or a member has that name in it, as its slug has.

    Titles are what search results and tabs show; a mistyped one sends readers to another feature. Pages of events have rules
    of their own, and those of translations are compared with their English pages.

    Bad: `title: "Element: closet() method"` with the slug `Web/API/Element/closest`
    Good: `title: "Element: closest() method"`
    """
    title, short = page.front_matter.text("title"), page.front_matter.text("short-title")
    *_above, owner, name = ("", *page.slug.split("/"))
    if owner in title and name in title and (not short or name in short):
        # So it is with members, of which there are most.
        return
    types, page_type = page_types(), page.front_matter.text("page-type")
    if page_type not in types.named or page.is_translation or is_parked(page):
        return
    names = types.names(page_type, page.slug) if types.is_allowed(page_type, page.slug) else ()
    # A short title is the name of the feature alone.
    for key, written, wanted in (("title", title, names), ("short-title", short, names[-1:])):
        lost = [name for name in wanted if name not in written]
        entry = page.front_matter.get(key) if written and lost else None
        if entry is not None:
            message = _(
                "`{key}` lacks `{name}`, which the slug `{slug}` names; one of the two is mistyped."
            )
            text = message.format(key=key, name="`, `".join(lost), slug=page.slug)
            yield Problem(entry.value.span, text)

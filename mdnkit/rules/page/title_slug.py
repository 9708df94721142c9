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
    if page.is_translation or is_parked(page):
        return
    types, page_type = page_types(), page.front_matter.text("page-type")
    names = types.names(page_type, page.slug) if types.is_allowed(page_type, page.slug) else ()
    for key in ("title", "short-title") if names else ():
        written = page.front_matter.text(key)
        # A short title is the name of the feature alone.
        wanted = names if key == "title" else names[-1:]
        lost = [name for name in wanted if name not in written]
        entry = page.front_matter.get(key) if written and lost else None
        if entry is not None:
            message = _(
                "`{key}` lacks `{name}`, which the slug `{slug}` names; one of the two is mistyped."
            )
            text = message.format(key=key, name="`, `".join(lost), slug=page.slug)
            yield Problem(entry.value.span, text)

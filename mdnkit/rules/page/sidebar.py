"""Every page has a sidebar, and only one."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.macros.catalogue import macro
from mdnkit.messages import _
from mdnkit.page.macro_call import MacroCall
from mdnkit.page.page import Page
from mdnkit.page.page_facts import MATCHING_KEYS
from mdnkit.page.page_type import page_types
from mdnkit.rules.page.front_matter_key import is_parked
from mdnkit.rules.rule import page_rule

_API = "Web/API/"


@page_rule(Severity.WARNING, unless=MATCHING_KEYS)
def sidebar_missing(page: Page) -> Iterator[Problem]:
    """An English reference page has a sidebar: one that the front matter key `sidebar` names, or a macro's.

    Pages of Web APIs call `APIRef`, overviews of an API `DefaultAPISidebar`, all others have the key. Without
    either the page comes out without navigation. Guides and landing pages may do without.

    Bad: a page below `Web/API` without `{{APIRef}}`
    Good: `{{APIRef("DOM")}}` at the top of the page
    """
    front_matter = page.front_matter
    if page.is_translation or front_matter.has("sidebar") or is_parked(page):
        return
    page_type = front_matter.text("page-type")
    if not page_types().needs_sidebar(page_type):
        return
    entry = None if any(_sidebar_calls(page)) else front_matter.get("page-type")
    if entry is not None:
        message = _("The page has no sidebar; add the front matter key `sidebar`.")
        if page.slug.startswith(_API):
            message = _('The page has no sidebar; call `{{APIRef("GROUP")}}` at its top.')
            if page_type == "web-api-overview":
                message = _(
                    'The page has no sidebar; call `{{DefaultAPISidebar("GROUP")}}` at its top.'
                )
        yield Problem(entry.value.span, message)


@page_rule(Severity.WARNING, front=r"\nsidebar:")
def sidebar_repeated(page: Page) -> Iterator[Problem]:
    """A page that names its sidebar in the front matter calls no macro for another one.

    Bad: `sidebar: cssref` and `{{CSSRef}}`
    Good: `sidebar: cssref`
    """
    if page.is_translation or not page.front_matter.has("sidebar"):
        return
    for call in _sidebar_calls(page):
        message = _(
            "`{name}` adds a second sidebar; the front matter key `sidebar` names one already. Remove the call."
        )
        yield Problem(call.span, message.format(name=call.name))


def _sidebar_calls(page: Page) -> Iterator[MacroCall]:
    for key, calls in page.calls_by_key.items():
        known = macro(key)
        if known is not None and known.family == "sidebar":
            yield from (call for call in calls if not call.mistake)

"""The front matter names what the macros `Compat` and `Specifications` show, and they are there to show it."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.page.page_facts import MATCHING_KEYS
from mdnkit.rules.page.front_matter_key import is_parked
from mdnkit.rules.page.front_matter_status import GUIDELINES
from mdnkit.rules.rule import page_rule
from mdnkit.span import Span


@page_rule(Severity.WARNING, unless=MATCHING_KEYS)
def front_matter_compat(page: Page) -> Iterator[Problem]:
    """`{{Compat}}` needs the key `browser-compat`, and the key needs `{{Compat}}`, on English pages; so do
    `{{Specifications}}` and `spec-urls`.

    `{{Compat}}` shows the features that `browser-compat` names, and `{{Specifications}}` those
    specifications that belong to them or that `spec-urls` names. Without the key MDN shows an empty
    section; without the macro readers do not see what the key names.

    Bad: `{{Compat}}` on a page without `browser-compat`
    Good: `{{Compat}}` on a page with `browser-compat: api.Event`
    """
    if page.is_translation or is_parked(page) or page.slug.startswith(GUIDELINES):
        return
    front_matter = page.front_matter
    if not front_matter.has("browser-compat"):
        has_specifications = front_matter.has("spec-urls")
        for call in page.calls_of("compat"):
            message = _(
                "`{{Compat}}` shows nothing here: the front matter has no `browser-compat`."
            )
            yield Problem(call.span, message)
        for call in () if has_specifications else page.calls_of("specifications"):
            message = _(
                "`{{Specifications}}` shows nothing here: the front matter has neither `browser-compat` nor `spec-urls`."
            )
            yield Problem(call.span, message)
    elif not page.calls_of("compat"):
        message = _("No `{{Compat}}` on the page shows what `browser-compat` names.")
        yield Problem(_key(page, "browser-compat"), message)
    if front_matter.has("spec-urls") and not page.calls_of("specifications"):
        message = _("No `{{Specifications}}` on the page shows what `spec-urls` names.")
        yield Problem(_key(page, "spec-urls"), message)


def _key(page: Page, key: str) -> Span:
    entry = page.front_matter.get(key)
    return entry.key_span if entry else page.front_matter.span

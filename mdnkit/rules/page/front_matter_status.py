"""The status in the front matter and the banners at the top of the page say the same."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.page.front_matter import Scalar, Sequence
from mdnkit.page.page import Page
from mdnkit.page.page_facts import MATCHING_KEYS
from mdnkit.page.page_status import BANNERS
from mdnkit.rules.page.front_matter_key import is_parked
from mdnkit.rules.rule import page_rule

GUIDELINES = "MDN/"
"""Pages below it show every banner as an example."""


@page_rule(Severity.WARNING, unless=MATCHING_KEYS)
def front_matter_status(page: Page) -> Iterator[Problem]:
    """An English page has the banner of each `status` value, and the value of each banner.

    Readers see the banner on the page and the value as an icon in sidebars. MDN sets both from the
    browser compatibility data, so a page that has only one was edited by hand or left behind.
    A value without its banner is a note: some kinds of pages tell their status in prose.

    Bad: `{{SeeCompatTable}}` on a page without `status`
    Good: `{{SeeCompatTable}}` on a page with `status:` and `  - experimental`
    """
    if page.is_translation or is_parked(page) or page.slug.startswith(GUIDELINES):
        return
    values = page.front_matter.texts("status")
    if not values and (BANNERS.keys().isdisjoint(page.calls_by_key) or "{{" not in page.text):
        return
    heading = page.text.find("\n#", max(page.body.start - 1, 0))
    top = heading + 1 if heading != -1 else len(page.text)
    shown: set[str] = set()
    for key, (value, name) in BANNERS.items():
        for call in page.calls_of(key):
            if call.span.start >= top:
                continue
            shown.add(key)
            if value not in values:
                message = _(
                    "The page shows the banner `{name}`, but its `status` does not hold `{value}`."
                )
                yield Problem(call.span, message.format(name=name, value=value))
    if any(key not in shown for key, (value, _name) in BANNERS.items() if value in values):
        yield from _without_banner(page, shown)


def _without_banner(page: Page, shown: set[str]) -> Iterator[Problem]:
    """Report the values of `status` that no banner shows."""
    status = page.front_matter.get("status")
    items = status.value.items if status and isinstance(status.value, Sequence) else ()
    names = {value: (key, name) for key, (value, name) in BANNERS.items()}
    for item in items:
        if isinstance(item, Scalar) and item.value in names and names[item.value][0] not in shown:
            message = _(
                "`status` says {value}, but the banner `{{{{{name}}}}}` is missing at the top of the page."
            )
            text = message.format(value=item.value, name=names[item.value][1])
            yield Problem(item.span, text, severity=Severity.NOTE)

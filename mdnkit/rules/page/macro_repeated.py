"""What a page shows once is called once."""

import re
from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.macros.catalogue import macro
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.page.front_matter_status import GUIDELINES
from mdnkit.rules.rule import page_rule

ONCE = frozenset({"compat", "cssinfo", "specifications", "svginfo"})
FAMILIES = frozenset({"banner", "sidebar"})


_HEADING = re.compile(r"^#", re.MULTILINE)


@page_rule(Severity.WARNING, where=(r"\{\{", "<<"))
def macro_repeated(page: Page) -> Iterator[Problem]:
    """Banners, sidebars and the tables that the front matter fills are called once on a page.

    A second call shows the same again, with the same ids. Banners below a heading speak of their section.

    Bad: `{{Compat}}` twice
    Good: `{{Compat}}` below "Browser compatibility"
    """
    if page.slug.startswith(GUIDELINES):
        return
    for key, calls in page.calls_by_key.items():
        known = macro(key) if len(calls) > 1 else None
        if known is None or not (key in ONCE or known.family in FAMILIES):
            continue
        end = _top(page) if known.family == "banner" else len(page.text)
        for call in [call for call in calls if not call.mistake and call.span.start < end][1:]:
            message = _("`{name}` stands on the page already; remove one of the calls.")
            yield Problem(call.span, message.format(name=call.name))


def _top(page: Page) -> int:
    """Return where the first heading begins."""
    heading = _HEADING.search(page.text, page.body.start)
    return heading.start() if heading else len(page.text)

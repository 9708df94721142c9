"""Links to Mozilla's bugs are short."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._structure import outside_code
from mdnkit.span import Span

_LONG = re.compile(r"https?://bugzilla\.mozilla\.org/show_bug\.cgi\?id=(?=\d+(?![\d&]))")


@markdown_rule(Severity.WARNING, "search-replace", where=r"://bugzilla\.mozilla\.org/show_bug\.cgi")
def text_short_link(page: Page) -> Iterator[Problem]:
    """A link to a bug of Mozilla has the short form. Translations take the links of the English page as they are.

    Bad: `https://bugzilla.mozilla.org/show_bug.cgi?id=1234567`
    Good: `https://bugzil.la/1234567`
    """
    if page.is_translation:
        return
    for match in outside_code(page, _LONG):
        span = Span(*match.span())
        message = _("The address of the bug is long; write `https://bugzil.la/` before its number.")
        yield Problem(span, message, (Edit(span, "https://bugzil.la/"),))

"""Words are spelled as MDN spells them."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._structure import is_text
from mdnkit.span import Span

_WORD = re.compile(r"\b(?:(e)-(mail)|(web) (site))", re.IGNORECASE)
_PARTS = ("-mail", "-Mail", "eb site")


# A single letter at the beginning makes a search fast.
@markdown_rule(Severity.WARNING, "search-replace", where=("-[mM]ail", "eb site"))
def text_incorrect_spelling(page: Page) -> Iterator[Problem]:
    """English text says "email" and "website", each in one word.

    Bad: `an e-mail from a web site`
    Good: `an email from a website`
    """
    if page.is_translation or not any(part in page.text for part in _PARTS):
        return
    for match in _WORD.finditer(page.masked, page.body.start):
        if is_text(page, match.start()):
            first, second = (match[1], match[2]) if match[1] else (match[3], match[4])
            wanted = first + second.lower()
            span = Span(*match.span())
            message = _("`{written}` is spelled `{wanted}` on MDN.")
            text = message.format(written=match[0], wanted=wanted)
            yield Problem(span, text, (Edit(span, wanted),))

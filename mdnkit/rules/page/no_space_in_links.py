"""The words of a link neither begin nor end with a space."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._structure import texts
from mdnkit.span import Span

_ENDS = (" ](", " ][", "\n](", "\n][")
_BEGINNING = re.compile(r"\[[ \n][^\[\]]*\][(\[]")


@markdown_rule(Severity.WARNING, "MD039", where=(r"[ \n]\][(\[]", r"\[[ \n]"))
def no_space_in_links(page: Page) -> Iterator[Problem]:
    """The words of a link neither begin nor end with a space, which would be underlined.

    Bad: `[ Event ](/en-US/docs/Web/API/Event)`
    Good: `[Event](/en-US/docs/Web/API/Event)`
    """
    if not any(edge in page.masked for edge in _ENDS) and not _BEGINNING.search(page.masked):
        return
    for block in texts(page):
        text = block.text
        if not ("[ " in text or " ]" in text or "\n" in text) or "]" not in text:
            continue
        for inline in page.inlines(block):
            if inline.kind != "link":
                continue
            start, end = inline.label
            words = page.text[start:end]
            if not words.strip() or words == words.strip():
                continue
            leading = Span(start, end - len(words.lstrip()))
            trailing = Span(start + len(words.rstrip()), end)
            for span in (leading, trailing):
                if span.end > span.start:
                    written = page.text[slice(*span)]
                    edits = (Edit(span, ""),) if "\n" not in written else ()
                    yield Problem(
                        span, _("A space stands at the edge of the link's words; remove it."), edits
                    )

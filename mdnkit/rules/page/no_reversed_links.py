"""The brackets of a link are not exchanged."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._structure import is_text
from mdnkit.span import Span

_REVERSED = re.compile(
    r"\((?<!\\\()(?<!\]\()([^()\n]+)(?<!\\)\)\[([^\]\n^][^\]\n]*)(?<!\\)\](?!\()"
)


@markdown_rule(Severity.ERROR, "MD011", where=r"\)\[")
def no_reversed_links(page: Page) -> Iterator[Problem]:
    """A link has its text in square brackets and its target in round ones.

    Exchanged, readers see both with their brackets, and no link.

    Bad: `(Event)[/en-US/docs/Web/API/Event]`
    Good: `[Event](/en-US/docs/Web/API/Event)`
    """
    text = page.masked
    if text.find(")[", page.body.start) == -1:
        return
    for match in _REVERSED.finditer(text, page.body.start):
        if not is_text(page, match.start()):
            continue
        span = Span(*match.span())
        message = _("The brackets of the link are exchanged; write `[{words}]({target})`.")
        words, target = (page.text[slice(*match.span(group))] for group in (1, 2))
        looks_like_link = "/" in target or target.startswith("#")
        edits = (Edit(span, f"[{words}]({target})"),) if looks_like_link else ()
        yield Problem(span, message.format(words=words, target=target), edits)

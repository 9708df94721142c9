"""Headings do not end with a full stop, a comma, a semicolon or a colon."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.block_facts import PLAIN_HEADINGS
from mdnkit.page.page import Page
from mdnkit.rules.page._headings import text_span
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._structure import of_kind
from mdnkit.span import Span

_PUNCTUATION = re.compile(r"\s*[.,;:]+\Z")
_ENTITY = re.compile(r"&(?:#\d+|#[xX][\da-fA-F]+|[a-zA-Z]{2,31}\d{0,2});\Z")


@markdown_rule(Severity.WARNING, "MD026", unless=PLAIN_HEADINGS)
def no_trailing_punctuation(page: Page) -> Iterator[Problem]:
    """A heading does not end with `.`, `,`, `;` or `:`.

    Bad: `## Examples:`
    Good: `## Examples`
    """
    for heading in of_kind(page, "heading"):
        text = heading.text
        if text[-1:] not in (".", ",", ";", ":") or _ENTITY.search(text):
            continue
        match = _PUNCTUATION.search(text)
        if match:
            end = text_span(page, heading).end
            span = Span(end - len(match[0]), end)
            message = _("The heading ends with `{mark}`; remove it.")
            edits = (Edit(span, ""),) if match.start() else ()
            yield Problem(span, message.format(mark=match[0].strip()), edits)

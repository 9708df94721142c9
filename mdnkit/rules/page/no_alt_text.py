"""Images have a text that stands in for them."""

import re
from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.page.pieces import html_spans
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.span import Span

_IMAGE = re.compile(r"<img\b(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>", re.IGNORECASE)
_ALT = re.compile(r"\salt(?:\s*=|[\s/>])", re.IGNORECASE)
_HIDDEN = re.compile(r"\saria-hidden\s*=\s*[\"']?true\b", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


@markdown_rule(Severity.WARNING, "MD045", where=(r"!\[\]", "<(?i:img)"))
def no_alt_text(page: Page) -> Iterator[Problem]:
    """An image has an alternative text, which says what is to be seen; in HTML it may be empty.

    Who cannot see the image hears or reads it instead. Translations follow the English page.

    Bad: `![](diagram.svg)`
    Good: `![The states of a registration](diagram.svg)`
    """
    if page.is_translation:
        return
    if "!" in page.masked and "![]" in page.masked:
        for block in page.texts_with("![]"):
            for inline in page.inlines(block):
                if inline.kind == "image" and inline.label.end == inline.label.start:
                    yield _problem(inline.span)
    if "<img" in page.text or "<IMG" in page.text:
        for span in html_spans(page):
            text = _COMMENT.sub(lambda comment: " " * len(comment[0]), page.masked[slice(*span)])
            for match in _IMAGE.finditer(text):
                if not _ALT.search(match[0]) and not _HIDDEN.search(match[0]):
                    start = span.start + match.start()
                    yield _problem(Span(start, start + len(match[0])))


def _problem(span: Span) -> Problem:
    return Problem(span, _("The image has no alternative text; say what it shows."))

"""Quotation marks and apostrophes are straight."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._structure import is_any_code, is_comment, is_text
from mdnkit.span import Span

_DOUBLE = re.compile("[“”]")
_SINGLE = re.compile("[‘’]")


@markdown_rule(Severity.WARNING, "search-replace", where=("“", "”"))
def text_curly_double_quotes(page: Page) -> Iterator[Problem]:
    """English text has straight double quotation marks; translations have those of their language.

    Curly ones are easily mixed up, and get into code when text is moved there.

    Bad: `the “state” of the fetch`
    Good: `the "state" of the fetch`
    """
    if "“" in page.text or "”" in page.text:
        yield from _curly(page, _DOUBLE, '"')


@markdown_rule(Severity.WARNING, "search-replace", where=("‘", "’"))
def text_curly_single_quotes(page: Page) -> Iterator[Problem]:
    """English text has straight single quotation marks and apostrophes; translations have those of their language.

    Bad: `the page’s title`
    Good: `the page's title`
    """
    if "‘" in page.text or "’" in page.text:
        yield from _curly(page, _SINGLE, "'")


def _curly(page: Page, marks: re.Pattern[str], straight: str) -> Iterator[Problem]:
    if page.is_translation:
        return
    for match in marks.finditer(page.text, page.body.start):
        at = match.start()
        if is_any_code(page, at) or is_comment(page, at):
            continue
        span = Span(at, at + 1)
        edits = (Edit(span, straight),) if is_text(page, at) else ()
        message = _("`{mark}` is a curly mark; MDN writes `{straight}`.")
        problem = message.format(mark=match[0], straight=straight)
        yield Problem(span, problem, edits)

"""No no-break spaces."""

from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._same_blocks import keeping_blocks
from mdnkit.rules.page._structure import is_any_code, is_comment
from mdnkit.span import Span

_NO_BREAK_SPACE = "\xa0"


@markdown_rule(Severity.WARNING, "search-replace", where=_NO_BREAK_SPACE)
@keeping_blocks
def text_nbsp(page: Page) -> Iterator[Problem]:
    """A page has no no-break spaces (U+00A0), in code neither; where one is wanted, `&nbsp;` can be seen.

    They look like spaces and are none: searches miss them, Markdown does not take them for white space, and code breaks.

    Bad: a no-break space between two words
    Good: a space
    """
    spans = [span for span in _spaces(page) if not is_comment(page, span.start)]
    edits = {
        span: Edit(span, " " * (span.end - span.start))
        for span in spans
        if not is_any_code(page, span.start)
    }
    for span in spans:
        message = _("A no-break space (U+00A0); write a space, or `&nbsp;`.")
        yield Problem(span, message, (edits[span],) if span in edits else ())


def _spaces(page: Page) -> Iterator[Span]:
    """Yield the runs of no-break spaces in the body."""
    text = page.text
    at = text.find(_NO_BREAK_SPACE, page.body.start)
    while at != -1:
        end = at + 1
        while text[end : end + 1] == _NO_BREAK_SPACE:
            end += 1
        yield Span(at, end)
        at = text.find(_NO_BREAK_SPACE, end)

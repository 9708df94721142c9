"""A line between sections is three hyphens."""

from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.page._line_patterns import LONE_CR
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._same_blocks import keeping_blocks
from mdnkit.rules.page._structure import of_kind
from mdnkit.span import Span

_LONGEST_QUOTE = 40


@markdown_rule(
    Severity.WARNING,
    "MD035",
    where=(
        r"\n[ \t>*+0-9.):_-]*[ \t>*+0-9.):_][ \t>*+0-9.):_-]*[\r\n]",
        r"\n(?:-|--|----+)[\r\n]",
        LONE_CR,
    ),
)
@keeping_blocks
def hr_style(page: Page) -> Iterator[Problem]:
    """A line across the page is written as three hyphens.

    Bad: `* * *`
    Good: `---`
    """
    for block in of_kind(page, "break"):
        line = page.text[block.span.start : block.span.end]
        rule = line[-len(line.lstrip(" \t>-*_")) :] if line.strip(" \t>-*_\r\n") else line
        written = rule.strip(" \t>\r\n")
        if written == "---":
            continue
        start = page.text.find(written, block.span.start)
        span = Span(start, start + len(written))
        edits = (Edit(span, "---"),)
        message = _("The line across the page is written `{written}`; write `---`.")
        shown = written if len(written) <= _LONGEST_QUOTE else written[:_LONGEST_QUOTE] + "…"
        text = message.format(written=shown)
        yield Problem(span, text, edits)

"""Strong emphasis is written with asterisks."""

from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.block_facts import PAIRED_FENCES
from mdnkit.page.page import Page
from mdnkit.rules.page._emphasis import emphasis
from mdnkit.rules.page._line_patterns import outside_fences
from mdnkit.rules.page._markdown_rule import markdown_rule


@markdown_rule(Severity.WARNING, "MD050", where=outside_fences("__"), unless=PAIRED_FENCES)
def strong_style(page: Page) -> Iterator[Problem]:
    """Strong emphasis is written with asterisks.

    Bad: `__never__`
    Good: `**never**`
    """
    for block in page.texts_with("__") if "__" in page.text else ():
        for found in emphasis(page, block):
            if found.strong and found.markup == "__":
                message = _("The emphasis is written with `__`; MDN writes `**`.")
                edits = (Edit(found.opening, "**"), Edit(found.closing, "**"))
                yield Problem(found.opening, message, edits)

"""Strong emphasis is written with asterisks."""

from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.page._emphasis import emphasis
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._structure import texts


@markdown_rule(Severity.WARNING, "MD050", where="__")
def strong_style(page: Page) -> Iterator[Problem]:
    """Strong emphasis is written with asterisks.

    Bad: `__never__`
    Good: `**never**`
    """
    if "__" not in page.text:
        return
    for block in texts(page):
        if "__" not in block.text:
            continue
        for found in emphasis(page, block):
            if found.strong and found.markup == "__":
                message = _("The emphasis is written with `__`; MDN writes `**`.")
                edits = (Edit(found.opening, "**"), Edit(found.closing, "**"))
                yield Problem(found.opening, message, edits)

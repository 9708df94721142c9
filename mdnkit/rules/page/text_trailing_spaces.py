"""No line is broken by two spaces at its end, and no code has them."""

from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._structure import is_code_content
from mdnkit.rules.page.no_trailing_spaces import trailing_space


@markdown_rule(Severity.WARNING, "search-replace", where=("  \n", "  \r"))
def text_trailing_spaces(page: Page) -> Iterator[Problem]:
    """No line ends with two spaces, which would break it on the page; code has no spaces at the end of a line either.

    A break that nobody can see in the source is lost with the next edit: begin a paragraph, or write `<br />`.

    Bad: a line that ends with two spaces
    Good: a line that ends with `<br />`
    """
    if not any(end in page.text for end in ("  \n", "  \r")) and not page.text.endswith("  "):
        return
    for span in trailing_space(page):
        written = page.text[slice(*span)]
        if "\t" in written or len(written) < 2:
            continue
        if is_code_content(page, span.start):
            message = _("The line of code ends with {count} spaces; remove them.")
            yield Problem(span, message.format(count=len(written)))
        elif written == "  ":
            message = _(
                "The line ends with two spaces; remove them, or write `<br />` if it is to be broken."
            )
            yield Problem(span, message, (Edit(span, ""),))

"""Items of bullet lists begin with a hyphen."""

from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.page._line_patterns import LONE_CR, SPACE
from mdnkit.rules.page._lists import lists
from mdnkit.rules.page._markdown_rule import markdown_rule


@markdown_rule(Severity.WARNING, "MD004", where=(rf"\n[ \t>0-9.):-]*[*+][{SPACE}]", LONE_CR))
def ul_style(page: Page) -> Iterator[Problem]:
    """Every item of a bullet list begins with a hyphen.

    MDN writes all bullet lists in one way, so that lists can be compared and moved without change.

    Bad: `* item`
    Good: `- item`
    """
    text = page.text
    # In pages written plainly there is no other marker.
    for found in () if page.has_regular_blocks else lists(page):
        for item in () if found.ordered else found.items:
            marker = text[item.marker.start]
            if marker != "-":
                message = _("The item begins with `{marker}`; MDN writes `-`.")
                edits = (Edit(item.marker, "-"),)
                yield Problem(item.marker, message.format(marker=marker), edits)

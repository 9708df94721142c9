"""Pages of one type have the same sections, under the same names, in the same order."""

import re
from collections.abc import Iterator
from itertools import pairwise

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.page.page_sections import find_sections, sections_of_type
from mdnkit.rules.rule import page_rule
from mdnkit.span import Span

ONE_EXAMPLE = "Example"
EXAMPLES = "Examples"
_ONE_EXAMPLE = re.compile(r"^## +Example\b", re.MULTILINE)


@page_rule(Severity.NOTE, where=r"## +Example\b")
def section_name(page: Page) -> Iterator[Problem]:
    """The section with examples is called "Examples", also where there is one.

    MDN's templates ask for it, so that readers and links find the section on every reference page.
    Whoever renames a section looks for links to its old fragment.

    Bad: `## Example`
    Good: `## Examples`
    """
    known = sections_of_type(page)
    if known is None or not known.has_template or EXAMPLES not in known.order:
        return
    for section in find_sections(page) if _ONE_EXAMPLE.search(page.text) else ():
        if section.title == ONE_EXAMPLE:
            message = _(
                "MDN calls this section `Examples`, also with one example; its fragment becomes `#examples`."
            )
            yield Problem(_heading_span(page, section.heading.span), message)


@page_rule(Severity.WARNING)
def section_order(page: Page) -> Iterator[Problem]:
    """The sections of an English reference page stand in the order of MDN's template for its type.

    Sections that the template does not name may stand anywhere.

    Bad: `## See also` before `## Browser compatibility`
    Good: `## See also` as the last section
    """
    known = sections_of_type(page)
    if known is None:
        return
    ranks = {title: rank for rank, title in enumerate(known.order)}
    if EXAMPLES in ranks:
        ranks[ONE_EXAMPLE] = ranks[EXAMPLES]
    sections = [section for section in find_sections(page) if section.title in ranks]
    for before, section in pairwise(sections):
        if ranks[section.title] < ranks[before.title]:
            message = _(
                "`{title}` stands after `{before}`; on pages of the type {type} the order is {order}."
            )
            present = {ranks[one.title] for one in sections}
            order = ", ".join(title for title in known.order if ranks[title] in present)
            page_type = page.front_matter.text("page-type")
            text = message.format(
                title=section.title, before=before.title, type=page_type, order=order
            )
            yield Problem(_heading_span(page, section.heading.span), text)


def _heading_span(page: Page, span: Span) -> Span:
    """Return the line of a heading without its line end."""
    return Span(span.start, span.start + len(page.text[slice(*span)].rstrip()))

"""Pages of one type have the same sections, under the same names, in the same order."""

from collections.abc import Iterator
from itertools import pairwise

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.page.page_facts import USUAL_SECTIONS
from mdnkit.page.page_sections import find_sections, sections_of_type
from mdnkit.page.usual_sections import ONE_EXAMPLE, ranks_of, usual_name
from mdnkit.rules.rule import page_rule
from mdnkit.span import Span


@page_rule(Severity.WARNING, unless=USUAL_SECTIONS)
def section_name(page: Page) -> Iterator[Problem]:
    """A section that MDN's templates name bears that name, in that spelling.

    Readers, links and tools find sections by their names. The section with examples is called "Examples", also where
    there is one; whoever renames it looks for links to its old fragment, so that is a note. Capitals make no
    difference to fragments and are mended.

    Bad: `## Example`, `## Browser Compatibility`, `## Specifcations`
    Good: `## Examples`, `## Browser compatibility`, `## Specifications`
    """
    if page.is_translation:
        return
    known = sections_of_type(page)
    order = known.order if known else ()
    for section in find_sections(page):
        title = section.title
        name = usual_name(title, order)
        span = _heading_span(page, section.heading.span)
        if name is None or (title == ONE_EXAMPLE and not (known and known.has_template)):
            continue
        if title == ONE_EXAMPLE:
            message = _(
                "MDN calls this section `Examples`, also with one example; its fragment becomes `#examples`."
            )
            yield Problem(span, message, severity=Severity.NOTE)
        elif title.lower() == name.lower():
            message = _("MDN writes the title of this section as `{name}`.")
            place = Span(span.end - len(title), span.end)
            edits = (Edit(place, name),) if page.text[slice(*place)] == title else ()
            yield Problem(span, message.format(name=name), edits)
        else:
            message = _("`{title}` looks like a slip; MDN calls this section `{name}`.")
            yield Problem(span, message.format(title=title, name=name))


@page_rule(Severity.WARNING, unless=USUAL_SECTIONS)
def section_order(page: Page) -> Iterator[Problem]:
    """The sections of an English reference page stand in the order of MDN's template for its type.

    Sections that the template does not name may stand anywhere.

    Bad: `## See also` before `## Browser compatibility`
    Good: `## See also` as the last section
    """
    known = sections_of_type(page)
    if known is None:
        return
    ranks = ranks_of(known.order)
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

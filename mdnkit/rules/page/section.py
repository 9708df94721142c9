"""Pages of one type have the same sections, under the same names, in the same order."""

import functools
import re
from collections.abc import Iterator
from itertools import pairwise

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.page.page_sections import find_sections, page_sections, sections_of_type
from mdnkit.page.slip import slips_among
from mdnkit.rules.rule import page_rule
from mdnkit.span import Span

ONE_EXAMPLE = "Example"
EXAMPLES = "Examples"


@page_rule(Severity.WARNING, where=r"^##")
def section_name(page: Page) -> Iterator[Problem]:
    """A section that MDN's templates name bears that name, in that spelling.

    Readers, links and tools find sections by their names. The section with examples is called "Examples", also where
    there is one; whoever renames it looks for links to its old fragment, so that is a note. Capitals make no
    difference to fragments and are mended.

    Bad: `## Example`, `## Browser Compatibility`, `## Specifcations`
    Good: `## Examples`, `## Browser compatibility`, `## Specifications`
    """
    if page.is_translation or _are_regular(page):
        return
    known = sections_of_type(page)
    order = known.order if known else ()
    found = _HEADING.findall("\n" + page.text[page.body.start :])
    titles = {title.rstrip(" \t") for title in found}
    right = {title: name for title in titles if (name := _meant(title, order))}
    for section in find_sections(page) if right else ():
        title = section.title
        name = right.get(title)
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


COMMON = ("Specifications", "Browser compatibility", "See also")
"""Sections of pages of every type."""

_HEADING = re.compile(r"\n## +([^\n]+)")


@functools.cache
def _names(order: tuple[str, ...]) -> dict[str, str]:
    """Return the titles of the sections of a type, and of all types, by what they are in lower case."""
    return {title.lower(): title for title in (*order, *COMMON)}


@functools.lru_cache(10_000)
def _meant(title: str, order: tuple[str, ...]) -> str | None:
    """Return the name that a title is another spelling of; kept, as most titles stand on many pages."""
    names = _names(order)
    if title in names.values():
        return None
    if title == ONE_EXAMPLE:
        return names.get(EXAMPLES.lower())
    found = names.get(title.lower())
    return found or next(iter(slips_among(names.values(), title)), None)


@page_rule(Severity.WARNING)
def section_order(page: Page) -> Iterator[Problem]:
    """The sections of an English reference page stand in the order of MDN's template for its type.

    Sections that the template does not name may stand anywhere.

    Bad: `## See also` before `## Browser compatibility`
    Good: `## See also` as the last section
    """
    known = None if _are_regular(page) else sections_of_type(page)
    if known is None:
        return
    ranks = _ranks(known.order)
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


@functools.lru_cache(maxsize=1)
def _are_regular(page: Page) -> bool:
    """Return whether the sections of a page bear their names and stand in order; two rules ask about it."""
    titles = tuple([section.title for section in find_sections(page)])
    return _are_regular_titles(titles, page.front_matter.text("page-type"))


@functools.lru_cache(2_000)
def _are_regular_titles(titles: tuple[str, ...], page_type: str) -> bool:
    """Return the same of titles; kept, as many pages of a type have the same."""
    known = page_sections().get(page_type)
    order = known.order if known else ()
    ranks = _ranks(order)
    places = [ranks[title] for title in titles if title in ranks]
    return places == sorted(places) and not any(_meant(title, order) for title in titles)


@functools.cache
def _ranks(order: tuple[str, ...]) -> dict[str, int]:
    """Return the place of each section of a type, by its title."""
    ranks = {title: rank for rank, title in enumerate(order)}
    return {**ranks, ONE_EXAMPLE: ranks[EXAMPLES]} if EXAMPLES in ranks else ranks


def _heading_span(page: Page, span: Span) -> Span:
    """Return the line of a heading without its line end."""
    return Span(span.start, span.start + len(page.text[slice(*span)].rstrip()))

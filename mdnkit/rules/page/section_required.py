"""Pages have the sections that their type requires."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.page.page_facts import USUAL_SECTIONS
from mdnkit.page.page_sections import find_sections, sections_of_type
from mdnkit.page.usual_sections import usual_name
from mdnkit.rules.rule import page_rule


@page_rule(Severity.NOTE, unless=USUAL_SECTIONS)
def section_required(page: Page) -> Iterator[Problem]:
    """An English reference page has the sections that MDN's template for its type requires.

    A feature that no standard describes needs no specifications, and one without data about
    browsers no compatibility table.

    Bad: an event page without `## Event type`
    Good: `## Event type`, with the interface of the event
    """
    known = sections_of_type(page)
    if known is None:
        return
    titles = {section.title for section in find_sections(page)}
    # What is spelled in another way has a rule of its own.
    titles.update(filter(None, [usual_name(title, known.order) for title in titles]))
    for title in known.required:
        if title not in titles and f"{title}s" not in titles and _applies(page, title):
            entry = page.front_matter.get("page-type")
            message = _("A page of this type has a section `{title}`; add it.")
            yield Problem(entry.value.span if entry else page.body, message.format(title=title))


def _applies(page: Page, title: str) -> bool:
    """Return whether a required section has something to show on this page."""
    has_features = page.front_matter.has("browser-compat")
    if title == "Browser compatibility":
        return has_features
    if title == "Specifications":
        is_standard = "non-standard" not in page.front_matter.texts("status")
        return is_standard and (has_features or page.front_matter.has("spec-urls"))
    return True

"""Specifications and browser compatibility stand in the sections of these names."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from mdnkit.finding import Problem, Severity
from mdnkit.locales.locale import locale
from mdnkit.messages import _
from mdnkit.page.macro_call import MacroCall
from mdnkit.page.page import Page
from mdnkit.page.page_sections import Section, find_sections, page_sections
from mdnkit.page.section import is_empty
from mdnkit.rules.page.front_matter_key import is_parked
from mdnkit.rules.rule import page_rule
from mdnkit.span import Span

SECTIONS = {"Specifications": "specifications", "Browser compatibility": "compat"}
"""The sections that a macro fills, with its folded name; it stands nowhere else."""

FILLED = {
    "Specifications": "{{Specifications}}",
    "Browser compatibility": "{{Compat}}",
    "Formal definition": "{{CSSInfo}}",
    "Formal syntax": "{{CSSSyntax}}",
    "Usage context": "{{SVGInfo}}",
}
"""The sections that are not empty, with the call that usually fills them."""

TITLES = {key: title for title, key in SECTIONS.items()}
SPELLED = {"specifications": "{{Specifications}}", "compat": "{{Compat}}"}


@page_rule(Severity.WARNING)
def section_macro(page: Page) -> Iterator[Problem]:
    """`{{Specifications}}` and `{{Compat}}` stand in sections of their own, and these are not empty.

    Readers and links look for the tables under "Specifications" and "Browser compatibility". In a
    translation, sections are known by their usual translated titles; others are let be.

    Bad: `{{Compat}}` under `## Return value`
    Good: `{{Compat}}` under `## Browser compatibility`
    """
    if is_parked(page) or (not page.macro_calls and "{{" not in page.text):
        return
    if not page.is_translation and page.front_matter.text("page-type") not in page_sections():
        return
    sections = find_sections(page)
    calls = [call for key in TITLES for call in page.calls_of(key)]
    if _are_filled(sections, calls):
        return
    starts = [section.heading.span.start for section in sections] if calls else []
    for call in calls:
        if not call.mistake:
            at = bisect_right(starts, call.span.start) - 1
            here = sections[at] if at >= 0 else None
            if here is None or (
                here.key != TITLES[call.key] and (here.key or not page.is_translation)
            ):
                yield _misplaced(page, call, here)
    for section in sections:
        if section.key in FILLED and is_empty(page, section.heading):
            yield _empty(page, section)


def _are_filled(sections: Sequence[Section], calls: Sequence[MacroCall]) -> bool:
    """Return whether each call stands right below its heading, as nearly always, and no other section is to be filled."""
    return {call.span.start: TITLES[call.key] for call in calls} == {
        section.heading.span.end + 1: section.key for section in sections if section.key in FILLED
    }


def _misplaced(page: Page, call: MacroCall, here: Section | None) -> Problem:
    macro, wanted = SPELLED[call.key], TITLES[call.key]
    if page.is_translation:
        wanted = next(iter(locale(page.locale).sections.get(wanted, ())), wanted)
    if here is None:
        message = _(
            "`{macro}` stands before all sections; it needs a section `{wanted}` of its own."
        )
        return Problem(call.span, message.format(macro=macro, wanted=wanted))
    message = _("`{macro}` stands under `{title}`; it needs a section `{wanted}` of its own.")
    return Problem(call.span, message.format(macro=macro, title=here.title, wanted=wanted))


def _empty(page: Page, section: Section) -> Problem:
    message = _("The section `{title}` is empty; call `{macro}` in it, or remove it.")
    start, end = section.heading.span
    span = Span(start, start + len(page.text[start:end].rstrip()))
    return Problem(span, message.format(title=section.title, macro=FILLED[section.key]))

"""Link macros lead to a page that exists."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.macros.targets import navigation_slugs
from mdnkit.messages import _
from mdnkit.page.macro_call import MacroCall
from mdnkit.page.page import Page
from mdnkit.page.slip import is_slip
from mdnkit.rules.page._structure import is_comment
from mdnkit.rules.rule import site_rule
from mdnkit.rules.site._english_page import is_english_too
from mdnkit.rules.site._unwritten import is_known_feature, near_page
from mdnkit.site.macro_link import MacroLink, argument_span
from mdnkit.site.site import Site
from mdnkit.site.site_facts import SETTLED_CALLS


@site_rule(Severity.NOTE, unless=SETTLED_CALLS, behind=("interface-member", "translation-macro"))
def link_macro_broken(page: Page, site: Site) -> Iterator[Problem]:
    """A link macro names a page that exists, in the locale or in English.

    MDN shows the words without a link. A name that is one slip away from that of a page is an error. So is, in a
    translation, whatever the English page does not name as well. Names that neither the standards nor the compatibility
    data know get a warning; features that they know, whose pages nobody has written yet, are linked like this on
    purpose, so that is a note. Comments, which nobody sees, are left alone.

    Bad: `{{domxref("Evnt")}}`
    Good: `{{domxref("Event")}}`
    """
    for call, link in site.macro_links.of_page(page, "missing"):
        if is_comment(page, call.span.start):
            continue
        if not (page.is_translation and is_english_too(page, site, link.answer.slug)):
            yield _broken(page, site, call, link)


RELEASES = "Mozilla/Firefox/Releases/"
"""Pages below it name much that is no more."""


def _broken(page: Page, site: Site, call: MacroCall, link: MacroLink) -> Problem:
    span = argument_span(call, link)
    candidates = link.target.candidates
    is_known = is_known_feature(candidates[0])
    near = (
        "" if is_known else next(filter(None, (near_page(slug, site) for slug in candidates)), "")
    )
    new = _with_slip_mended(page.text[slice(*span)], near)
    if new:
        message = _("There is no page `{slug}`; did you mean `{near}`?")
        edits = (Edit(span, new),)
        text = message.format(slug=candidates[0], near=near)
        return Problem(span, text, edits, severity=Severity.ERROR)
    message = _(
        "There is no page `{slug}` that this macro could link to; correct the name, or write it without a link."
    )
    severity = Severity.NOTE
    if page.is_translation or navigation_slugs(call):
        severity = Severity.ERROR
    elif is_known:
        message = _(
            "There is no page `{slug}`, so MDN shows the name of this feature without a link."
        )
    elif candidates[0].startswith("Web/API/") and not page.slug.startswith(RELEASES):
        severity = Severity.WARNING
        message = _(
            "There is no page `{slug}`, and neither the standards nor the compatibility data know it; correct the name,"
            " or write it without a link."
        )
    return Problem(span, message.format(slug=candidates[0]), severity=severity)


def _with_slip_mended(written: str, near: str) -> str:
    """Return a name with the one part replaced that differs from the slug of a page; empty when there is no such part."""
    parts = re.split(r"([./ ]|\(\))", written) if near else []
    slips: list[tuple[int, str]] = [
        (at, name)
        for at, part in enumerate(parts)
        for name in near.split("/")
        if at % 2 == 0 and is_slip(part, name) and not _is_variant(part, name)
    ]
    if len(slips) != 1:
        return ""
    at, name = slips[0]
    return "".join((*parts[:at], name, *parts[at + 1 :]))


def _is_variant(name: str, other: str) -> bool:
    """Return whether two names differ in one capital or digit, as COEP and COOP do, or m11 and m12."""
    pairs = [(a, b) for a, b in zip(name, other, strict=False) if a != b]
    return len(name) == len(other) and len(pairs) == 1 and not pairs[0][0].islower()

"""Diagrams of inheritance are of an interface that MDN knows."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.page.slip import slips_among
from mdnkit.rules.rule import site_rule
from mdnkit.rules.site._json_data import json_data
from mdnkit.site.site import Site
from mdnkit.site.slug import EN_US
from mdnkit.span import Span

MACRO = "inheritancediagram"

_INTERFACE = re.compile(r"Web/API/([^/]+)")


@site_rule(
    Severity.NOTE,
    macros=MACRO,
)
def inheritance_diagram(page: Page, site: Site) -> Iterator[Problem]:
    """`InheritanceDiagram` shows an interface of `jsondata/InterfaceData.json`, which lies beside `en-us`.

    For any other name MDN shows nothing, and nobody is told. Interfaces that no standard has any more are among them, so
    only a name that is one slip away from that of an interface is an error. Translations have the call of their English
    page, so English pages alone are looked at.

    Bad: `{{InheritanceDiagram("MesageEvent")}}`
    Good: `{{InheritanceDiagram("MessageEvent")}}`
    """
    if page.locale != EN_US or site.roots.content is None:
        return
    calls = [call for call in page.calls_of(MACRO) if not call.mistake]
    known = json_data(site.roots.content, "InterfaceData") if calls else {}
    of_page = _INTERFACE.match(page.slug)
    for call in calls if known else ():
        # Without an argument the diagram is of the interface that the slug of the page names.
        name = call.text(0) or (of_page[1] if of_page else "")
        if not name or name in known:
            continue
        near = slips_among(known, name)
        if call.text(0) and len(near) == 1:
            message = _("There is no interface `{name}`; did you mean `{near}`?")
            written = call.arguments[0].span
            span = Span(written.start + 1, written.end - 1)
            edits = (Edit(span, near[0]),)
            text = message.format(name=name, near=near[0])
            yield Problem(span, text, edits, severity=Severity.ERROR)
        else:
            message = _(
                "`InterfaceData.json` has no interface `{name}`, so MDN shows no diagram here; add it there, or remove"
                " the call."
            )
            yield Problem(call.span, message.format(name=name))

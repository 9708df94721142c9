"""Macro calls use macros that MDN still wants."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.macros.catalogue import Macro, macro
from mdnkit.messages import _
from mdnkit.page.macro_call import MacroCall
from mdnkit.page.page import Page
from mdnkit.page.page_facts import PLAIN_CALLS
from mdnkit.rules.page._structure import code_block_at
from mdnkit.rules.rule import page_rule

_MACRO = re.compile(r"`\{\{([\w-]+)\}\}`")


@page_rule(Severity.WARNING, unless=PLAIN_CALLS)
def macro_deprecated(page: Page) -> Iterator[Problem]:
    """A call does not use a macro that another one, or a front matter key, has replaced.

    MDN's builder still knows these macros; when it drops one, every page that calls it breaks. The
    sidebar of a translation is chosen by its English page, so sidebars are looked at there alone.

    Bad: `{{ExperimentalBadge}}`
    Good: `{{Experimental_Inline}}`
    """
    for key, calls in page.calls_by_key.items():
        known = macro(key)
        if known is None or known.status == "current":
            continue
        if not (page.is_translation and known.family == "sidebar"):
            for call in calls:
                if not call.mistake:
                    yield Problem(call.span, _message(call, known), _edits(page, call, known))


def _message(call: MacroCall, known: Macro) -> str:
    if known.replacement:
        message = _("`{name}` is deprecated; MDN uses {replacement} instead.")
        return message.format(name=call.name, replacement=known.replacement_in_words)
    return _("`{name}` is a remnant that no page of MDN uses any more; do without it.").format(
        name=call.name
    )


def _edits(page: Page, call: MacroCall, known: Macro) -> tuple[Edit, ...]:
    """Return the edit that writes the name of a macro that takes as few arguments as the old one: none."""
    match = _MACRO.fullmatch(known.replacement)
    new = macro(match[1]) if match else None
    is_same = new is not None and not new.parameters and not known.parameters and not call.inside
    if not match or not is_same or call.angle or _is_in_code(page, call):
        return ()
    return (Edit(call.name_span, match[1]),)


def _is_in_code(page: Page, call: MacroCall) -> bool:
    """Return whether the call stands in a code block or on a line with code spans."""
    line = page.source.line_span(page.source.position(call.span.start).line)
    return "`" in page.text[slice(*line)] or code_block_at(page, call.span.start) is not None

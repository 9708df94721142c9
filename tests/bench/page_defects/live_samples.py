"""Ways to damage live samples."""

import random

from defects import Change, line_of, pick, replaced

from mdnkit.page.page import Page
from mdnkit.site.site import Site
from mdnkit.span import Span
from page_defects.kind import defect, mistyped
from page_defects.macros import calls


@defect
def sample_mistyped(page: Page, site: Site, chance: random.Random) -> Change | None:
    call = pick(calls(page, ("embedlivesample",), argument=True), chance)
    if call is None or page.is_translation:
        return None
    span = call.arguments[0].span
    change = replaced(page, span, f'"{mistyped(call.text(0), chance)}"')
    return change


@defect
def sample_code_lost(page: Page, site: Site, chance: random.Random) -> Change | None:
    call = pick(calls(page, ("embedlivesample",)), chance)
    if call is None or page.is_translation:
        return None
    fences = [fence for fence in page.of_kind("fence") if fence.span.end < call.span.start]
    text, shift = page.text, 0
    for fence in reversed(fences):
        shift += text[slice(*fence.span)].count("\n")
        text = text[: fence.span.start] + text[fence.span.end :]
    line = line_of(page.text, call.span.start) - shift
    return (
        Change(text, Span(line, line))
        if len(calls(page, ("embedlivesample",))) == 1 and fences
        else None
    )

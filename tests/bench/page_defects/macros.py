"""Ways to damage macro calls."""

import random
from collections.abc import Callable, Iterable

from defects import Change, line_of, pick, replaced

from mdnkit.page.macro_call import MacroCall
from mdnkit.page.page import Page
from mdnkit.site.site import Site
from mdnkit.span import Span
from page_defects.kind import defect, mistyped

LINKS = frozenset(
    {"domxref", "cssxref", "jsxref", "htmlelement", "httpheader", "svgelement", "glossary"}
)
WITHOUT_ARGUMENTS = frozenset(
    {"compat", "specifications", "cssinfo", "optional_inline", "readonlyinline"}
)


def calls(page: Page, keys: Iterable[str] | None = None, argument: bool = False) -> list[MacroCall]:
    """Return the calls of some macros, or all; with a text as the first argument where that is asked for."""
    wanted = None if keys is None else frozenset(keys)
    return [
        call
        for call in page.macro_calls
        if not call.mistake
        and (wanted is None or call.key in wanted)
        and (not argument or (call.arguments and call.arguments[0].kind == "string"))
    ]


def argument_changed(
    page: Page,
    chance: random.Random,
    change: Callable[[str], str],
    keys: Iterable[str] | None = None,
) -> Change | None:
    """Change how the first argument of a call is written, quotes included."""
    call = pick(calls(page, keys, argument=True), chance)
    if call is None:
        return None
    span = call.arguments[0].span
    return replaced(page, span, change(page.text[slice(*span)]))


@defect
def quote_lost(page: Page, site: Site, chance: random.Random) -> Change | None:
    return argument_changed(
        page, chance, lambda text: text[1:] if chance.random() < 0.5 else text[:-1]
    )


@defect
def quotes_lost(page: Page, site: Site, chance: random.Random) -> Change | None:
    return argument_changed(page, chance, lambda text: text[1:-1])


@defect
def quotes_of_prose(page: Page, site: Site, chance: random.Random) -> Change | None:
    return argument_changed(page, chance, lambda text: f"„{text[1:-1]}“")


@defect
def newline_in_argument(page: Page, site: Site, chance: random.Random) -> Change | None:
    return argument_changed(page, chance, lambda text: text[:2] + "\n" + text[2:])


@defect
def parenthesis_lost(page: Page, site: Site, chance: random.Random) -> Change | None:
    call = pick(calls(page, argument=True), chance)
    if call is None:
        return None
    text = page.text[slice(*call.span)]
    at = text.rindex(")") if chance.random() < 0.5 else text.index("(")
    return replaced(page, call.span, text[:at] + text[at + 1 :])


@defect
def brace_lost(page: Page, site: Site, chance: random.Random) -> Change | None:
    call = pick(calls(page), chance)
    end = call.span.end if call else 0
    return replaced(page, Span(end - 1, end), "") if call else None


@defect
def braces_lost(page: Page, site: Site, chance: random.Random) -> Change | None:
    call = pick(calls(page), chance)
    end = call.span.end if call else 0
    return replaced(page, Span(end - 2, end), "") if call else None


@defect
def macro_mistyped(page: Page, site: Site, chance: random.Random) -> Change | None:
    call = pick(calls(page), chance)
    return replaced(page, call.name_span, mistyped(call.name, chance)) if call else None


@defect
def macro_translated(page: Page, site: Site, chance: random.Random) -> Change | None:
    call = pick(calls(page, ("specifications", "compat")), chance)
    new = {"specifications": "Spezifikationen", "compat": "Kompatibilität"}
    return replaced(page, call.name_span, new[call.key]) if call else None


@defect
def argument_lost(page: Page, site: Site, chance: random.Random) -> Change | None:
    call = pick(calls(page, LINKS), chance)
    return replaced(page, call.span, f"{{{{{call.name}}}}}") if call else None


@defect
def argument_surplus(page: Page, site: Site, chance: random.Random) -> Change | None:
    call = pick(calls(page, WITHOUT_ARGUMENTS), chance)
    return replaced(page, call.span, f'{{{{{call.name}("more")}}}}') if call else None


@defect
def argument_of_other_type(page: Page, site: Site, chance: random.Random) -> Change | None:
    call = pick(calls(page, ("js_property_attributes",)), chance)
    if call is not None:
        span = call.arguments[0].span
        return replaced(page, span, f'"{page.text[slice(*span)]}"')
    return argument_changed(page, chance, lambda text: "404", LINKS.difference({"httpheader"}))


@defect
def worker_mistyped(page: Page, site: Site, chance: random.Random) -> Change | None:
    return argument_changed(
        page, chance, lambda text: mistyped(text, chance), ("availableinworkers",)
    )


@defect
def group_mistyped(page: Page, site: Site, chance: random.Random) -> Change | None:
    if page.is_translation:
        return None
    return argument_changed(
        page, chance, lambda text: mistyped(text, chance), ("apiref", "defaultapisidebar")
    )


@defect
def sandbox_mistyped(page: Page, site: Site, chance: random.Random) -> Change | None:
    call = pick(calls(page, ("embedlivesample",), argument=True), chance)
    new = f'{{{{EmbedLiveSample("{call.text(0)}", , , , , , , "allow-scripts")}}}}' if call else ""
    return replaced(page, call.span, new) if call else None


@defect
def macro_replaced_long_ago(page: Page, site: Site, chance: random.Random) -> Change | None:
    call = pick(
        calls(page, ("experimental_inline", "embedlivesample", "interactiveexample")), chance
    )
    old = {"experimental_inline": "ExperimentalBadge", "embedlivesample": "LiveSampleURL"}
    return (
        replaced(page, call.name_span, old.get(call.key, "EmbedInteractiveExample"))
        if call
        else None
    )


@defect
def macro_in_a_fence(page: Page, site: Site, chance: random.Random) -> Change | None:
    fence = pick(page.of_kind("fence"), chance)
    at = page.text.find("\n", fence.span.start) + 1 if fence else 0
    return replaced(page, Span(at, at), "// {{Compat}}\n") if fence else None


@defect
def macro_called_twice(page: Page, site: Site, chance: random.Random) -> Change | None:
    call = pick(calls(page, ("compat", "specifications", "apiref", "seecompattable")), chance)
    if call is None:
        return None
    text = page.text[slice(*call.span)]
    return replaced(page, call.span, f"{text}\n\n{text}")


@defect
def sidebar_lost(page: Page, site: Site, chance: random.Random) -> Change | None:
    call = pick(calls(page, ("apiref", "defaultapisidebar")), chance)
    entry = page.front_matter.get("page-type")
    if call is None or entry is None:
        return None
    line = line_of(page.text, entry.key_span.start)
    return replaced(page, call.span, "")._replace(place=Span(line, line))

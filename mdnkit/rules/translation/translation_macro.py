"""A translation has the macro calls of its English, in the form that its locale gives them."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Related, Severity
from mdnkit.l10n.pair import Pair
from mdnkit.l10n.references import block_links, call_references, fixed_arguments
from mdnkit.l10n.segments import Segment
from mdnkit.macros.catalogue import macro
from mdnkit.messages import _
from mdnkit.page.blocks import Block
from mdnkit.page.ids import heading_id
from mdnkit.page.macro_call import MacroCall
from mdnkit.page.page import Page
from mdnkit.rules.rule import translation_rule
from mdnkit.rules.translation._place import english_line, with_places
from mdnkit.site.site import Site
from mdnkit.span import Span

_CODE = frozenset({"fence", "code"})


@translation_rule(Severity.ERROR)
def translation_macro(pair: Pair, site: Site) -> Iterator[Problem]:
    """A translation has the macro calls of its English, with the same arguments but for words that readers see.

    A link macro may be written as a Markdown link to the same page, and the other way round: both count as the link. Labels are
    translated; names, groups, numbers and slugs are not. An id may name a translated heading.

    Bad: `{{APIRef("Hintergrundabruf")}}` where English has `{{APIRef("Background Fetch API")}}`
    Good: `{{APIRef("Background Fetch API")}}`
    """
    if pair.original is None:
        return
    for match, place, section_there in with_places(pair):
        ours, theirs = match
        if ours is not None and ours.block.kind not in _CODE and (theirs is not None or section_there):
            yield from _lost(pair, site, ours, theirs, place)
        if theirs is not None and theirs.block.kind not in _CODE and ours is not None:
            yield from _gained(pair, site, ours, theirs)


def _lost(
    pair: Pair, site: Site, ours: Segment, theirs: Segment | None, place: Span
) -> Iterator[Problem]:
    """Report the macro calls of an English segment that its translation does not have."""
    assert pair.original is not None
    page = pair.translation
    rest = list(page.calls_in(theirs.block.span)) if theirs else []
    links = block_links(page, theirs.block, site) if theirs else None
    related = english_line(pair, ours)
    left: list[MacroCall] = []
    for call in pair.original.calls_in(ours.block.span):
        same = next((other for other in rest if other.key == call.key and _agree(call, other, page)), None)
        if same is not None:
            rest.remove(same)
        else:
            left.append(call)
    for call in left:
        wanted = call_references(call, site)
        twin = next((o for o in rest if wanted & call_references(o, site)), None) if wanted else None
        slug = next((slug for slug in wanted if links and links[slug] > 0), None)
        if twin is not None:
            rest.remove(twin)
        elif slug is not None and links is not None:
            links[slug] -= 1
        elif wanted and _is_elsewhere(pair, site, wanted):
            continue
        else:
            yield _missing(pair, call, rest, place, related)


def _missing(
    pair: Pair, call: MacroCall, rest: list[MacroCall], place: Span, related: tuple[Related, ...]
) -> Problem:
    """Return the problem of a call that is missing, or is there with other arguments."""
    assert pair.original is not None
    english = pair.original.text[call.span.start : call.span.end]
    changed = next((other for other in rest if other.key == call.key), None)
    if changed is not None:
        rest.remove(changed)
        written = pair.translation.text[changed.span.start : changed.span.end]
        message = _("`{written}` is `{english}` in English; only words for readers are translated.")
        return Problem(changed.span, message.format(written=written, english=english), related=related)
    message = _("The English page has `{english}` here; the translation has lost it.")
    severity = None if call_is_block(call) else Severity.WARNING
    return Problem(place, message.format(english=english), related=related, severity=severity)


def call_is_block(call: MacroCall) -> bool:
    """Return whether a macro makes a part of the page, rather than a word in a sentence."""
    known = macro(call.name)
    return known is not None and known.family not in ("link", "badge")


def _gained(pair: Pair, site: Site, ours: Segment, theirs: Segment) -> Iterator[Problem]:
    """Report the macro calls of a translated segment that English has neither as a macro nor as a link."""
    assert pair.original is not None
    english = list(pair.original.calls_in(ours.block.span))
    links = block_links(pair.original, ours.block, site)
    for call in pair.translation.calls_in(theirs.block.span):
        same = next((other for other in english if other.key == call.key), None)
        if same is not None:
            english.remove(same)
            continue
        found = call_references(call, site)
        twin = next((other for other in english if found & call_references(other, site)), None)
        if twin is not None:
            english.remove(twin)
        elif not any(links[slug] for slug in found) and not _in_english(pair, site, call, found):
            written = pair.translation.text[call.span.start : call.span.end]
            message = _("The English page has neither `{written}` nor a link to its page here.")
            yield Problem(call.span, message.format(written=written), related=english_line(pair, ours))


def _in_english(pair: Pair, site: Site, call: MacroCall, found: frozenset[str]) -> bool:
    """Return whether the English page has the same call, or a link to the same page, anywhere."""
    assert pair.original is not None
    if not found:
        return any(other.key == call.key for other in pair.original.macro_calls)
    if any(found & call_references(other, site) for other in pair.original.macro_calls):
        return True
    return any(block_links(pair.original, block, site).keys() & found for block in _texts(pair.original))


def _is_elsewhere(pair: Pair, site: Site, wanted: frozenset[str]) -> bool:
    """Return whether the translation as a whole leads to a page as often as English does: a sentence was rearranged."""
    assert pair.original is not None
    return _count(pair.translation, site, wanted) >= _count(pair.original, site, wanted)


def _count(page: Page, site: Site, wanted: frozenset[str]) -> int:
    calls = sum(bool(wanted & call_references(call, site)) for call in page.macro_calls)
    links = (block_links(page, block, site) for block in _texts(page))
    return calls + sum(count for found in links for slug, count in found.items() if slug in wanted)


def _texts(page: Page) -> list[Block]:
    return [block for block in page.all_blocks if "[" in block.text]


def _agree(ours: MacroCall, theirs: MacroCall, page: Page) -> bool:
    """Return whether two calls of one macro say the same but for what may be translated."""
    wanted, found = dict(fixed_arguments(ours)), dict(fixed_arguments(theirs))
    if wanted == found:
        return True
    known = macro(ours.name)
    ids = {p.name for p in known.parameters if p.meaning == "id"} if known else set()
    return all(
        wanted.get(name, "") == found.get(name, "")
        or (name in ids and _names_heading(found.get(name, ""), page))
        for name in wanted | found
    )


def _names_heading(id_: str, page: Page) -> bool:

    return heading_id(id_.replace("_", " ")) in {anchor.id for anchor in page.anchors}

"""Which macro calls a translated segment has lost, changed or gained, after what its locale is known to rewrite."""

import functools
from collections.abc import Iterator, Set
from typing import NamedTuple

from mdnkit.l10n.references import (
    block_links,
    call_references,
    fixed_arguments,
    reference_count,
)
from mdnkit.l10n.remaining import Remaining
from mdnkit.l10n.segments import Segment
from mdnkit.macros.catalogue import macro
from mdnkit.page.macro_call import MacroCall
from mdnkit.page.page import Page
from mdnkit.site.site import Site


class Change(NamedTuple):
    """An English call that the translation does not have as it is."""

    english: MacroCall
    translated: MacroCall | None
    """The same macro with other arguments; None where the call was lost."""


def changed_calls(
    original: Page, ours: Segment, page: Page, theirs: Segment | None, site: Site
) -> Iterator[Change]:
    """Yield the calls of an English segment that its translation has lost or changed.

    A link macro counts as kept where the segment has a link to the same page, even if English has two, or where the page as
    a whole leads there as often as English does: sentences are rearranged.
    """
    rest = Remaining(page.calls_in(theirs.block.span) if theirs else ())
    left: list[MacroCall] = []
    for call in original.calls_in(ours.block.span):
        if rest.take_first(functools.partial(_is_same, call)) or rest.take(_kept, _kept(call)):
            continue
        if call.mistake is None:
            left.append(call)
        else:
            # A malformed English call says nothing that its translation could not correct.
            rest.take(_key, _key(call))
    links = block_links(page, theirs.block, site) if theirs and left else None
    linked = _linked(page, theirs, site) if theirs and left else frozenset()
    references = functools.partial(call_references, site=site)
    for call in left:
        wanted = call_references(call, site)
        if wanted and rest.take(references, wanted):
            continue
        slug = next((slug for slug in wanted if links and links[slug] > 0), None)
        if slug is not None and links is not None:
            links[slug] -= 1
        elif not (
            wanted
            and reference_count(page, site, wanted) >= reference_count(original, site, wanted)
        ):
            other = rest.take(_key, _key(call))
            if other is None and wanted & linked:
                continue
            yield Change(call, other)


def _key(call: MacroCall) -> tuple[str]:
    return (call.key,)


def _linked(page: Page, segment: Segment, site: Site) -> frozenset[str]:
    """Return the pages that a segment leads to, by link or by macro."""
    calls = (call_references(call, site) for call in page.calls_in(segment.block.span))
    return frozenset(block_links(page, segment.block, site)).union(*calls)


def gained_calls(
    original: Page, ours: Segment, page: Page, theirs: Segment, site: Site
) -> Iterator[MacroCall]:
    """Yield the calls of a translated segment that English has neither as a macro nor as a link."""
    calls = page.calls_in(theirs.block.span)
    if not calls:
        return
    english = Remaining(original.calls_in(ours.block.span))
    links = block_links(original, ours.block, site)
    references = functools.partial(call_references, site=site)
    for call in calls:
        found = call_references(call, site)
        if english.take(_key, _key(call)) or english.take(references, found):
            continue
        if not any(links[slug] for slug in found) and not _is_in(original, call, found, site):
            yield call


def _is_in(page: Page, call: MacroCall, references: Set[str], site: Site) -> bool:
    """Return whether a page has the same call, with or without its braces, or a link to the same page, anywhere."""
    if call.inside and f"{call.name}({call.inside})" in page.text:
        return True
    if not references:
        return bool(page.calls_of(call.key))
    return reference_count(page, site, references) > 0


def _is_same(ours: MacroCall, theirs: MacroCall) -> bool:
    """Return whether two calls are the same letter for letter."""
    return ours.inside == theirs.inside and ours.key == theirs.key


def _kept(call: MacroCall) -> tuple[tuple[str, frozenset[tuple[str, str]]]]:
    """Return the macro with the arguments that are not translated; ids follow the headings."""
    known = macro(call.name)
    ids = {p.name for p in known.parameters if p.meaning == "id"} if known else set()
    kept = ((name, text) for name, text in fixed_arguments(call) if text and name not in ids)
    return ((call.key, frozenset(kept)),)

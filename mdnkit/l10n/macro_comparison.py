"""Which macro calls a translated segment has lost, changed or gained, after what its locale is known to rewrite."""

from collections.abc import Iterator, Set
from typing import NamedTuple

from mdnkit.l10n.references import (
    block_links,
    call_references,
    fixed_arguments,
    reference_count,
)
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
    rest = list(page.calls_in(theirs.block.span)) if theirs else []
    left: list[MacroCall] = []
    for call in original.calls_in(ours.block.span):
        same = next((o for o in rest if o.key == call.key and _agree(call, o)), None)
        if same is not None:
            rest.remove(same)
        else:
            left.append(call)
    links = block_links(page, theirs.block, site) if theirs and left else None
    linked = _linked(page, theirs, site) if theirs and left else frozenset()
    for call in left:
        wanted = call_references(call, site)
        twin = (
            next((o for o in rest if wanted & call_references(o, site)), None) if wanted else None
        )
        slug = next((slug for slug in wanted if links and links[slug] > 0), None)
        if twin is not None:
            rest.remove(twin)
        elif slug is not None and links is not None:
            links[slug] -= 1
        elif not (
            wanted
            and reference_count(page, site, wanted) >= reference_count(original, site, wanted)
        ):
            other = next((o for o in rest if o.key == call.key), None)
            if other is not None:
                rest.remove(other)
            elif wanted & linked:
                continue
            yield Change(call, other)


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
    english = list(original.calls_in(ours.block.span))
    links = block_links(original, ours.block, site)
    for call in calls:
        found = call_references(call, site)
        same = next((o for o in english if o.key == call.key), None)
        same = same or next((o for o in english if found & call_references(o, site)), None)
        if same is not None:
            english.remove(same)
        elif not any(links[slug] for slug in found) and not _is_in(original, call, found, site):
            yield call


def _is_in(page: Page, call: MacroCall, references: Set[str], site: Site) -> bool:
    """Return whether a page has the same call, or a link to the same page, anywhere."""
    if not references:
        return any(other.key == call.key for other in page.macro_calls)
    return reference_count(page, site, references) > 0


def _agree(ours: MacroCall, theirs: MacroCall) -> bool:
    """Return whether two calls of one macro say the same but for what may be translated; ids follow the headings."""
    if ours.inside == theirs.inside:
        return True
    wanted, found = dict(fixed_arguments(ours)), dict(fixed_arguments(theirs))
    if wanted == found:
        return True
    known = macro(ours.name)
    ids = {p.name for p in known.parameters if p.meaning == "id"} if known else set()
    return all(
        name in ids or wanted.get(name, "") == found.get(name, "") for name in wanted | found
    )

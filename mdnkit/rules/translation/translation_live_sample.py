"""A live sample of a translation shows the code that it shows in English."""

import functools
from bisect import bisect_left
from collections.abc import Iterator, Set

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.l10n.pair import Pair
from mdnkit.messages import _
from mdnkit.page.blocks import Block
from mdnkit.page.live_sample import (
    LiveSample,
    fences_marked,
    live_samples,
    sample_by_place,
    sample_language,
)
from mdnkit.page.page import Page
from mdnkit.rules.rule import translation_rule
from mdnkit.site.site import Site
from mdnkit.span import Span


@translation_rule(Severity.ERROR)
def translation_live_sample(pair: Pair, site: Site) -> Iterator[Problem]:
    """A live sample of a translation shows the same code as the one of its English page.

    MDN finds the code by the id of a heading, and ids follow the translated heading. Where nothing has the id, it
    takes what stands below the closest heading above: often only a part of the code.

    Bad: `{{EmbedLiveSample("Example")}}` below `## Beispiel` and `### JavaScript`
    Good: `{{EmbedLiveSample("beispiel")}}`, or fences marked `live-sample___example`
    """
    page, original = pair.translation, pair.original
    if original is None or "live" not in page.text.lower():
        return
    theirs, ours = tuple(live_samples(page)), tuple(live_samples(original))
    same_fences = len(page.of_kind("fence")) == len(original.of_kind("fence"))
    if len(theirs) != len(ours) or not same_fences:
        return
    ids = frozenset(sample.id for sample in theirs)
    for english, sample in zip(ours, theirs, strict=True):
        if "html" in (english.how, sample.how) or not english.fences:
            continue
        wanted = _numbers(original, english)
        found = _numbers(page, sample)
        if wanted != found:
            yield _problem(pair, english, sample, len(wanted), len(found), ids)


def _numbers(page: Page, sample: LiveSample) -> list[int]:
    """Return which fences of the page, counted from its top, a sample shows."""
    fences = page.of_kind("fence")
    return [
        bisect_left(fences, fence.span.start, key=_start)
        for fence in sample.fences
        if fence.kind == "fence"
    ]


def _start(block: Block) -> int:
    return block.span.start


def _problem(
    pair: Pair, english: LiveSample, sample: LiveSample, wanted: int, found: int, ids: Set[str]
) -> Problem:
    """Return the problem of a sample among those with some ids, and how to put it right."""
    page = pair.translation
    message = _(
        "The live sample `{id}` shows other code than in English: {found} instead of {wanted} fences, below “{heading}”."
    )
    if not sample.fences:
        message = _("The live sample `{id}` stays empty; in English it shows code.")
    where = page.words(sample.heading) if sample.heading else sample.id
    message = message.format(id=sample.call.text(0), found=found, wanted=wanted, heading=where)
    arguments = sample.call.arguments
    if not arguments or arguments[0].kind != "string":
        return Problem(sample.call.span, message)
    span = Span(arguments[0].span.start + 1, arguments[0].span.end - 1)
    new = _right_id(pair, english, sample, ids)
    if not new:
        return Problem(span, message)
    message += _(" Write `{new}`.")
    return Problem(span, message.format(new=new), (Edit(span, new),))


def _right_id(pair: Pair, english: LiveSample, sample: LiveSample, ids: Set[str]) -> str:
    """Return the id of marked fences or of the translated heading that shows the English code; empty when not certain."""
    page, original = pair.translation, pair.original
    assert original is not None
    if english.how == "fences":
        marked = sum(bool(sample_language(fence)) for fence in fences_marked(page, english.id))
        return english.call.text(0) if marked == len(english.fences) else ""
    new = _translated_ids(original, page).get(english.id) if english.how == "heading" else None
    if new is None:
        return ""
    after = sample_by_place(page, sample.call, new)
    is_right = _numbers(page, after) == _numbers(original, english)
    return new if is_right and new not in ids else ""


@functools.lru_cache(maxsize=1)
def _translated_ids(original: Page, page: Page) -> dict[str, str]:
    """Return the ids of headings in English and here; none where the levels of headings differ."""
    ours, theirs = original.headings, page.headings
    if [anchor.block.level for anchor in ours] != [anchor.block.level for anchor in theirs]:
        return {}
    pairs = zip(reversed(ours), reversed(theirs), strict=True)
    return {english.id: translated.id for english, translated in pairs}

"""The code that MDN puts into a live sample, which is not always the code that the call seems to name.

Source: https://github.com/mdn/rari, `crates/rari-doc/src/html/code.rs`.
"""

import functools
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from mdnkit.page.block_facts import PLAIN_HEADINGS
from mdnkit.page.blocks import Block, walk
from mdnkit.page.ids import TakenIds, heading_id, html_ids, named_blocks, named_headings
from mdnkit.page.info_string import parse_info_string
from mdnkit.page.macro_call import MacroCall
from mdnkit.page.page import Page
from mdnkit.page.section import fences_in, section_span
from mdnkit.span import Span


class LiveSample(NamedTuple):
    """One call of EmbedLiveSample, and what MDN shows there."""

    call: MacroCall
    id: str
    """As MDN makes it of the argument; a repeated one is numbered."""
    how: Literal["fences", "heading", "html", "above", "nothing"]
    """`fences`: those marked `live-sample___ID`. `heading`: those below the heading with the id.
    `html`: raw HTML has the id, what it holds is not known. `above`: nothing has the id, so those below
    a heading above the call. `nothing`: no code at all."""
    fences: tuple[Block, ...] = ()
    """HTML, CSS and JavaScript, in order; not known for `html`."""
    heading: Block | None = None
    """The heading whose code is taken."""


class _Place(NamedTuple):
    """Where a block stands: among its siblings, inside other blocks."""

    siblings: tuple[Block, ...]
    at: int


SAMPLE_LANGUAGES = ("css", "js", "html")


@functools.lru_cache(maxsize=1)
def live_samples(page: Page) -> tuple[LiveSample, ...]:
    """Return the live samples of a page in order; several rules ask for those of one page."""
    return tuple(_live_samples(page))


def _live_samples(page: Page) -> Iterator[LiveSample]:
    calls = [call for call in page.calls_of("embedlivesample") if not call.mistake]
    taken = TakenIds()
    for call in calls:
        id_ = heading_id(call.text(0))
        marked = fences_marked(page, id_)
        if marked:
            yield LiveSample(call, id_, "fences", _sample_code(marked))
            continue
        yield sample_by_place(page, call, taken.take(id_))


def fences_marked(page: Page, id_: str) -> tuple[Block, ...]:
    """Return the fences that are marked `live-sample___ID`, in whatever case."""
    return _marked(page).get(f"live-sample___{id_}", ())


@functools.lru_cache(maxsize=1)
def _marked(page: Page) -> dict[str, tuple[Block, ...]]:
    """Return the marked fences of a page by their marks, in lower case."""
    found: dict[str, list[Block]] = {}
    for fence in page.of_kind("fence"):
        if "___" not in fence.info:
            continue
        for word in dict.fromkeys(fence.info.lower().split()):
            if word.startswith("live-sample___"):
                found.setdefault(word, []).append(fence)
    return {mark: tuple(fences) for mark, fences in found.items()}


@functools.lru_cache(maxsize=1)
def _with_id(page: Page) -> dict[str, Block | None]:
    """Return the headings and terms of a page by their ids, None for an id that raw HTML names."""
    found: dict[str, Block | None] = {html.id: None for html in html_ids(page)}
    return found | dict(named_blocks(page))


@functools.lru_cache(maxsize=1)
def _headings_by_id(page: Page) -> dict[str, Block]:
    """Return those of them that are most often asked for, and cost least."""
    return dict(named_headings(page))


def sample_by_place(page: Page, call: MacroCall, id_: str) -> LiveSample:
    """Return what MDN would show for a call with an id that no fence is marked with."""
    named = _headings_by_id(page).get(id_) or _with_id(page).get(id_)
    if named is None and id_ in _with_id(page):
        return LiveSample(call, id_, "html")
    if named is not None and named.kind == "term":
        return LiveSample(call, id_, "nothing")
    if named is not None and PLAIN_HEADINGS in page.proven:
        below = fences_in(page, section_span(page, named))
        if below:
            return LiveSample(call, id_, "heading", _sample_code(below), named)
    places = _places(page.blocks, named.span if named else call.span)
    if named is None:
        places = _heading_above(page, places, 4)
    while places:
        here = places[-1]
        heading = here.siblings[here.at]
        found = tuple(_code_below(here))
        if found:
            how: Literal["heading", "above"] = "heading" if heading is named else "above"
            return LiveSample(call, id_, how, _sample_code(found), heading)
        places = _heading_above(page, places, min(heading.level, 4))
    return LiveSample(call, id_, "nothing")


def _places(blocks: tuple[Block, ...], span: Span) -> list[_Place]:
    """Return where the innermost block that holds `span` stands, the outermost place first."""
    places: list[_Place] = []
    while True:
        index = bisect_right(blocks, span.start, key=_start) - 1
        if index < 0 or not blocks[index].span.contains(span):
            return places
        places.append(_Place(blocks, index))
        blocks = blocks[index].children


def _start(block: Block) -> int:
    return block.span[0]


def _heading_above(page: Page, places: list[_Place], below: int) -> list[_Place]:
    """Return the place of the closest heading before, of a level above `below`; no place without one."""
    for depth in range(len(places) - 1, -1, -1):
        siblings, at = places[depth]
        headings = _headings(page)[below] if siblings is page.blocks else range(at)
        for number in range(bisect_left(headings, at) - 1, -1, -1):
            index = headings[number]
            if siblings[index].kind == "heading" and siblings[index].level < below:
                return [*places[:depth], _Place(siblings, index)]
    return []


@functools.lru_cache(maxsize=1)
def _headings(page: Page) -> tuple[tuple[int, ...], ...]:
    """Return, for each level, which of the outermost blocks are headings of a level above it."""
    levels = [block.level if block.kind == "heading" else 9 for block in page.blocks]
    return tuple(tuple(i for i, level in enumerate(levels) if level < below) for below in range(7))


def _code_below(place: _Place) -> Iterator[Block]:
    """Yield the code after a heading up to the next heading of its level or above."""
    level = place.siblings[place.at].level
    for at in range(place.at + 1, len(place.siblings)):
        block = place.siblings[at]
        if block.kind == "heading" and block.level <= level:
            return
        yield from (inner for inner in walk((block,)) if inner.kind in ("fence", "code"))


def _sample_code(blocks: Sequence[Block]) -> tuple[Block, ...]:
    return tuple(block for block in blocks if sample_language(block))


def sample_language(fence: Block) -> str:
    """Return `css`, `js` or `html` for a fence that a live sample can show; else the empty text."""
    return _sample_language(fence.info)


@functools.lru_cache(1024)
def _sample_language(written: str) -> str:
    """Return the same for an info string, of which most pages have the same few."""
    info = parse_info_string(written)
    words = (info.language, *(word.removesuffix("-nolint") for word in info.words))
    return next((word for word in words if word in SAMPLE_LANGUAGES), "")

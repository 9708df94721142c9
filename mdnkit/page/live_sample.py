"""The code that MDN puts into a live sample, which is not always the code that the call seems to name.

Source: https://github.com/mdn/rari, `crates/rari-doc/src/html/code.rs`.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from mdnkit.page.blocks import Block, walk
from mdnkit.page.ids import heading_id, html_ids, unique_id
from mdnkit.page.info_string import parse_info_string
from mdnkit.page.macro_call import MacroCall
from mdnkit.page.page import Page
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


def live_samples(page: Page) -> Iterator[LiveSample]:
    """Yield the live samples of a page in order."""
    calls = [call for call in page.calls_of("embedlivesample") if not call.mistake]
    if not calls:
        return
    taken: set[str] = set()
    for call in calls:
        id_ = heading_id(call.text(0))
        marked = fences_marked(page, id_)
        if marked:
            yield LiveSample(call, id_, "fences", _sample_code(marked))
            continue
        id_ = unique_id(id_, taken)
        taken.add(id_)
        yield sample_by_place(page, call, id_)


def fences_marked(page: Page, id_: str) -> tuple[Block, ...]:
    """Return the fences that are marked `live-sample___ID`, in whatever case."""
    mark = f"live-sample___{id_}"
    fences = page.of_kind("fence")
    return tuple(fence for fence in fences if mark in fence.info.lower().split())


def sample_by_place(page: Page, call: MacroCall, id_: str) -> LiveSample:
    """Return what MDN would show for a call with an id that no fence is marked with."""
    named = next((anchor.block for anchor in page.anchors if anchor.id == id_), None)
    if named is None and any(html.id == id_ for html in html_ids(page)):
        return LiveSample(call, id_, "html")
    if named is not None and named.kind == "term":
        return LiveSample(call, id_, "nothing")
    places = _places(page.blocks, named.span if named else call.span)
    if named is None:
        places = _heading_above(places, 4)
    while places:
        here = places[-1]
        heading = here.siblings[here.at]
        found = tuple(_code_below(here))
        if found:
            how: Literal["heading", "above"] = "heading" if heading is named else "above"
            return LiveSample(call, id_, how, _sample_code(found), heading)
        places = _heading_above(places, min(heading.level, 4))
    return LiveSample(call, id_, "nothing")


def _places(blocks: tuple[Block, ...], span: Span) -> list[_Place]:
    """Return where the innermost block that holds `span` stands, the outermost place first."""
    places: list[_Place] = []
    while True:
        index = next((i for i, block in enumerate(blocks) if block.span.contains(span)), None)
        if index is None:
            return places
        places.append(_Place(blocks, index))
        blocks = blocks[index].children


def _heading_above(places: list[_Place], below: int) -> list[_Place]:
    """Return the place of the closest heading before, of a level above `below`; no place without one."""
    for depth in range(len(places) - 1, -1, -1):
        siblings, at = places[depth]
        for index in range(at - 1, -1, -1):
            if siblings[index].kind == "heading" and siblings[index].level < below:
                return [*places[:depth], _Place(siblings, index)]
    return []


def _code_below(place: _Place) -> Iterator[Block]:
    """Yield the code after a heading up to the next heading of its level or above."""
    level = place.siblings[place.at].level
    for block in place.siblings[place.at + 1 :]:
        if block.kind == "heading" and block.level <= level:
            return
        yield from (inner for inner in walk((block,)) if inner.kind in ("fence", "code"))


def _sample_code(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(block for block in blocks if sample_language(block))


def sample_language(fence: Block) -> str:
    """Return `css`, `js` or `html` for a fence that a live sample can show; else the empty text."""
    info = parse_info_string(fence.info)
    words = (info.language, *(word.removesuffix("-nolint") for word in info.words))
    return next((word for word in words if word in SAMPLE_LANGUAGES), "")

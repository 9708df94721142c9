"""The ids that MDN gives to the headings and terms of a page, and those that its HTML names: what fragments can name.

Source: https://github.com/mdn/rari, `crates/rari-md/src/anchor.rs` and `crates/rari-doc/src/html/`.
"""

import functools
import re
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from mdnkit.locales.locale import locale
from mdnkit.macros.targets import render_text
from mdnkit.page.blocks import Block
from mdnkit.page.front_matter import Scalar, Sequence
from mdnkit.page.inlines import shown_text
from mdnkit.page.markdown import References, inline_tokens
from mdnkit.page.pieces import html_spans
from mdnkit.span import Span

if TYPE_CHECKING:
    from mdnkit.page.page import Page

_DELETED = str.maketrans("", "", "*<>\"$#%&+,/:;=?@[]^`{|}~')(\\")
_SPACES = re.compile(r"([ \t\n\r\f])[ \t\n\r\f]*")
_NUMBERED = re.compile(r"(.*)_(\d+)", re.DOTALL)
_MACRO = "⟬"


class Anchor(NamedTuple):
    """A place in a page that a fragment can name."""

    id: str
    words: str
    """What a reader sees there."""
    block: Block
    """The heading or term."""


class HtmlId(NamedTuple):
    """An id that raw HTML names."""

    id: str
    """In lower case, as MDN writes all ids."""
    span: Span
    """Of the tag that names it."""


@functools.lru_cache(4096)
def heading_id(words: str) -> str:
    """Return the id that MDN makes of a heading's words, before repeated ids are told apart.

    The rule is MDN's builder's: some punctuation is deleted, runs of white space become one `_`, hyphens stay.
    """
    if "  " not in words and _are_plain(words):
        return words.strip().lower().replace(" ", "_")
    text = words.translate(_DELETED).strip().lower()
    return _SPACES.sub(r"\1", text).replace(" ", "_") or "sect"


def _are_plain(words: str) -> bool:
    """Return whether nothing but letters, digits and spaces is there."""
    return words.replace(" ", "").isalnum()


class TakenIds:
    """The ids that a page has so far."""

    def __init__(self, ids: Iterable[str] = ()) -> None:
        self._ids = set(ids)
        self._numbers: dict[tuple[str, int], int] = {}
        """For a stem and the number to begin after: a number up to which all are taken."""

    def take(self, wanted: str) -> str:
        """Return `wanted`, or its first numbered form that is not taken, `a`, `a_2`, `a_3` ...; it is taken now."""
        found = wanted
        if wanted in self._ids:
            numbered = _NUMBERED.fullmatch(wanted)
            start = (numbered[1], int(numbered[2][:9])) if numbered else (wanted, 1)
            number = self._numbers.get(start, start[1])
            while (found := f"{start[0]}_{number + 1}") in self._ids:
                number += 1
            self._numbers[start] = number + 1
        self._ids.add(found)
        return found


def find_anchors(page: "Page") -> Iterator[Anchor]:
    """Yield the headings and terms of a page in order, each with the id that MDN gives it."""
    for id_, block in named_blocks(page):
        yield Anchor(id_, page.words(block), block)


@functools.lru_cache(maxsize=1)
def named_blocks(page: "Page") -> tuple[tuple[str, Block], ...]:
    """Return the headings and terms of a page in order, each behind its id; kept until the next page is asked about.

    Headings without a macro call get their ids first; terms, and headings with a call in them, are named when the
    HTML is there.
    """
    early = named_headings(page)
    taken = TakenIds([*(html.id for html in html_ids(page)), *(id_ for id_, _ in early)])
    late = [block for block in page.of_kind("heading") if _is_named_late(block)]
    named = list(early)
    for block in sorted((*late, *page.of_kind("term")), key=_start):
        named.append((taken.take(heading_id(_words_of_first(page, block))), block))
    return tuple(sorted(named, key=lambda one: _start(one[1])))


@functools.lru_cache(maxsize=1)
def named_headings(page: "Page") -> tuple[tuple[str, Block], ...]:
    """Return those of `named_blocks` that get their ids first: the headings without a macro call. Most ids are theirs."""
    taken = TakenIds(html.id for html in html_ids(page))
    headings = [block for block in page.of_kind("heading") if not _is_named_late(block)]
    ids = map(taken.take, map(heading_id, page.words_of_all(headings)))
    return tuple(zip(ids, headings, strict=True))


def _is_named_late(block: Block) -> bool:
    return block.kind == "term" or _MACRO in block.text


def _start(block: Block) -> int:
    return block.span.start


def _words_of_first(page: "Page", block: Block) -> str:
    """Return the words that an id is made of where MDN looks at the HTML.

    Those of the first child count if it is an element, else all. A code span, a link and what a macro call becomes
    are elements.
    """
    while block.children:
        block = block.children[0]
    if not _MARKUP.match(block.text):
        return page.words(block)
    if block.text.startswith(_MACRO):
        calls = page.calls_in(block.span)
        return render_text(calls[0]) if calls else ""
    first = _first_element(block.text, {"references": page.references})
    if first is None:
        return page.words(block)
    if _MACRO not in first:
        return first
    rendered = iter([render_text(call) for call in page.calls_in(block.span)])
    return _CALL.sub(lambda _: next(rendered, ""), first)


_CALL = re.compile("⟬[^⟭]*⟭")
_MARKUP = re.compile(r"[`*_~\[<!]|⟬")
_PLAIN_CODE = re.compile(r"`([^`\s](?:[^`\n]*[^`\s])?)`(?!`)")


def _first_element(text: str, references: References) -> str | None:
    """Return the words of the element that a text begins with; None where it begins with words."""
    code = _PLAIN_CODE.match(text)
    if code:
        return code[1]
    tokens = [
        token for token in inline_tokens(text, references) if token.content or token.type != "text"
    ]
    if not tokens or tokens[0].type in _WORDS:
        return None
    opening, inside = tokens[0], iter(tokens[1:])
    if opening.type == "html_inline":
        name = _TAG_NAME.match(opening.content)
        if name is None or name[1].lower() in _VOID:
            return ""
        inside = takewhile(lambda token: not token.content.startswith(f"</{name[1]}"), inside)
    elif opening.nesting == 1:
        inside = takewhile(lambda token: token.level > opening.level, inside)
    else:
        return shown_text(opening)
    return "".join(map(shown_text, inside))


_WORDS = frozenset({"text", "text_special"})
_TAG_NAME = re.compile(r"<([A-Za-z][\w-]*)")
_VOID = frozenset({"br", "hr", "img", "wbr"})
# Hardly any page names ids: not compiled before it is needed.
_NAMED = r"""(?i)<(?:[a-z][\w-]*\b[^<>]*?\bid|a\b[^<>]*?\bname)\s*=\s*(?:"([^"<>]+)"|'([^'<>]+)'|([^\s"'<>=`]+))"""
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def html_ids(page: "Page") -> Iterator[HtmlId]:
    """Yield the ids that raw HTML of a page names, in order."""
    for span in html_spans(page):
        yield from _named(page, span)


def _named(page: "Page", span: Span) -> Iterator[HtmlId]:
    html = page.text[span.start : span.end]
    if "=" not in html:
        return
    html = _COMMENT.sub(lambda comment: " " * len(comment[0]), html)
    for match in re.finditer(_NAMED, html):
        id_ = match[1] or match[2] or match[3]
        yield HtmlId(id_.lower(), Span(span.start + match.start(), span.start + match.end()))


def plain_heading_ids(page: "Page") -> frozenset[str]:
    """Return the ids of the headings that are plain words: they need no look at anything but the blocks of a page."""
    return frozenset(
        [heading_id(block.text) for block in page.of_kind("heading") if _are_plain(block.text)]
    )


def page_ids(page: "Page") -> frozenset[str]:
    """Return every id of a page that a fragment can name."""
    ids = {id_ for id_, _ in named_blocks(page)}
    ids.update(html.id for html in html_ids(page))
    return made_ids(page).union(ids)


def made_ids(page: "Page") -> frozenset[str]:
    """Return the ids that macros make: of the frames of live samples, of interactive examples and compatibility tables."""
    ids: set[str] = set()
    for call in page.calls_of("embedlivesample"):
        ids.add(f"frame_{heading_id(call.text(0))}")
    if page.calls_of("interactiveexample"):
        titles: tuple[str, ...] = ()
        if page.is_translation:
            titles = locale(page.locale).sections.get(_INTERACTIVE, ())
        ids.update(map(heading_id, titles or (_INTERACTIVE,)))
    if page.calls_of("compat"):
        ids.update(query.lower() for query in _compat_queries(page))
    return frozenset(ids)


_INTERACTIVE = "Try it"
"""The heading that MDN puts above an interactive example."""


def _compat_queries(page: "Page") -> list[str]:
    """Return the features of a page with several compatibility tables: each table has an id then."""
    entry = page.front_matter.get("browser-compat")
    value = entry.value if entry else None
    items = value.items if isinstance(value, Sequence) else ()
    return [item.value for item in items if isinstance(item, Scalar)] if len(items) > 1 else []

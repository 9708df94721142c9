"""A page: lazy layers over one text. A rule that needs macro calls never pays for Markdown."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from mdnkit.macros.catalogue import fold_name
from mdnkit.macros.targets import render_text
from mdnkit.page.block_facts import FITTING_FRONT_MATTER
from mdnkit.page.block_tree import BlockTree, last_begun
from mdnkit.page.blocks import INLINE_KINDS, Block, parse_blocks
from mdnkit.page.brackets import too_many_brackets
from mdnkit.page.conflict import find_conflict_markers
from mdnkit.page.front_matter import FrontMatter, parse_front_matter
from mdnkit.page.ids import Anchor, find_anchors, page_ids, plain_heading_ids
from mdnkit.page.inlines import Inline, needs_reading, parse_inlines, shown_words
from mdnkit.page.kept import kept
from mdnkit.page.links import Link, find_links, find_other_links, find_targets
from mdnkit.page.macro_call import MacroCall, mask_macro_calls, parse_macro_calls
from mdnkit.page.pieces import Pieces, find_pieces
from mdnkit.page.plain_ids import plain_ids
from mdnkit.page.regular_blocks import read_regular
from mdnkit.page.source import Source
from mdnkit.span import Span

_FITTING = frozenset([FITTING_FRONT_MATTER])
_PLACEHOLDER = re.compile("⟬[^⟭]*⟭")


class Page:
    """One file, parsed as far as somebody asks. Never raises on content."""

    def __init__(
        self,
        source: Source,
        path: str = "",
        locale: str = "en-us",
        folder: str = "",
        unreadable: str = "",
    ) -> None:
        self.source = source
        self.text = source.text
        """The whole text, front matter included; all spans are offsets into it."""
        self.path = path
        """As findings show it."""
        self.locale = locale
        """The folder name of the locale, in lower case: `en-us`, `de`, `pt-br`."""
        self.folder = folder
        """The folder of the page below its locale, with `/`: `web/api/event`."""
        self.unreadable = unreadable
        """Why the file could not be read; the text is empty then."""
        self.searched: dict[object, int] = {}
        """What searches of the whole page have found, by the search."""
        self._inlines: dict[Span, tuple[Inline, ...]] = {}
        self._words: dict[Span, str] = {}

    @classmethod
    def parse(cls, text: str, path: str = "", locale: str = "en-us", folder: str = "") -> "Page":
        """Return the page of a text."""
        return cls(Source(text), path, locale, folder)

    @property
    def is_translation(self) -> bool:
        """Whether the page stands in a locale other than en-US."""
        return self.locale != "en-us"

    @kept
    def front_matter(self) -> FrontMatter:
        """Keys and values at the top of the page."""
        return parse_front_matter(self.text)

    @kept
    def slug(self) -> str:
        """The slug that the front matter names; empty when it names none."""
        return self.front_matter.text("slug")

    @kept
    def body(self) -> Span:
        """Everything after the front matter."""
        return Span(self.front_matter.span.end, len(self.text))

    @kept
    def macro_calls(self) -> tuple[MacroCall, ...]:
        """Every macro call of the body, in order, code included: macros are expanded before Markdown is read."""
        return parse_macro_calls(self.text, self.body)

    @kept
    def calls_by_key(self) -> dict[str, list[MacroCall]]:
        """The macro calls by `MacroCall.key`, each in order; malformed ones are among them."""
        calls: dict[str, list[MacroCall]] = {}
        for call in self.macro_calls:
            calls.setdefault(fold_name(call.name), []).append(call)
        return calls

    @kept
    def written_calls(self) -> frozenset[tuple[str, str]]:
        """The names and insides of the macro calls: what a page says many times, or as others do, is there once."""
        return frozenset([(call.name, call.inside) for call in self.macro_calls])

    def calls_of(self, key: str) -> list[MacroCall]:
        """Return the calls of one macro, in order."""
        return self.calls_by_key.get(key, [])

    @kept
    def masked(self) -> str:
        """The text with every macro call replaced by a placeholder of the same length, as Markdown sees it."""
        return mask_macro_calls(self.text, self.macro_calls)

    @kept
    def overload(self) -> Span | None:
        """Where the body becomes more than can be read in any time worth waiting for; it has no blocks then."""
        return too_many_brackets(self.text, self.body.start)

    @kept
    def conflict_markers(self) -> tuple[Span, ...]:
        """The lines that git has left where it could not merge; what stands around them is not what anybody wrote."""
        return tuple(find_conflict_markers(self))

    @kept
    def _tree(self) -> BlockTree:
        if self.overload is not None:
            return BlockTree((), {})
        regular = read_regular(self.text, self.masked, self.body.start)
        if regular is not None:
            return regular
        return parse_blocks(self.source, self.masked, self.body)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the body, as a tree."""
        return self._tree.blocks

    @property
    def has_regular_blocks(self) -> bool:
        """Whether the blocks are written so plainly that each line of text is read as it stands."""
        return self._tree.is_regular

    @kept
    def proven(self) -> frozenset[str]:
        """What is known of the page without a further look at it, as of `mdnkit.page.block_facts`."""
        kind = "translation" if self.is_translation else "english"
        fits = self.front_matter.regular == kind
        return self._tree.proven | _FITTING if fits else self._tree.proven

    @kept
    def all_blocks(self) -> list[Block]:
        """Every block of the tree, each before its children."""
        found: list[Block] = []
        _gather(self.blocks, found)
        return found

    @kept
    def _by_kind(self) -> dict[str, list[Block]]:
        kinds: dict[str, list[Block]] = {}
        for block in self.all_blocks:
            if block.kind in kinds:
                kinds[block.kind].append(block)
            else:
                kinds[block.kind] = [block]
        return kinds

    def of_kind(self, kind: str) -> Sequence[Block]:
        """Return the blocks of one kind, in order."""
        gathered = self._tree.kinds.get(kind)
        return self._by_kind.get(kind, ()) if gathered is None else gathered

    def blocks_between(self, span: Span) -> tuple[Block, ...]:
        """Return the outermost blocks that begin in `span`, which begins and ends in none of them; others are not read."""
        return self._tree.between(span)

    def text_at(self, offset: int) -> Block | None:
        """Return the block with inline content that holds a place; few others are read for it."""
        block = self._tree.begun(offset)
        # The children of a term may stand behind it.
        while block is not None and block.children:
            block = last_begun(block.children, offset)
        if block is None or offset >= block.span.end or block.kind not in INLINE_KINDS:
            return None
        return block if block.text else None

    def texts_with(self, words: str) -> Iterator[Block]:
        """Yield the blocks with inline content that have some characters of one line, in order."""
        at = self.masked.find(words, self.body.start)
        while at != -1:
            block = self.text_at(at)
            if block is not None and words in block.text:
                yield block
            at = self.masked.find(words, at + 1 if block is None else block.span.end)

    def inlines(self, block: Block) -> tuple[Inline, ...]:
        """Return the links, images, code spans and HTML of a block's own text; parsed once."""
        if not block.text:
            return ()
        if block.span not in self._inlines:
            self._inlines[block.span] = parse_inlines(self.source, block, self._tree.references)
        return self._inlines[block.span]

    @kept
    def pieces(self) -> Pieces:
        """The links, images, code spans and HTML of all text, found without asking for each block."""
        return find_pieces(self)

    @property
    def references(self) -> dict[str, dict[str, Any]]:
        """The link definitions of the page, as markdown-it-py gives them, by label."""
        found: dict[str, dict[str, Any]] = self._tree.references.get("references", {})
        return found

    @kept
    def links(self) -> tuple[Link, ...]:
        """Every place where the page names the target of a link, in order."""
        return tuple(find_links(self))

    @kept
    def other_links(self) -> tuple[Link, ...]:
        """Those of them that are not among `pieces`."""
        return tuple(find_other_links(self))

    @kept
    def link_targets(self) -> set[str]:
        """What the links name, each once; much cheaper than `links`."""
        return find_targets(self)

    def words(self, block: Block) -> str:
        """Return what a reader sees of a block's own text: no markup, macro calls as the words they become."""
        words = self._words.get(block.span)
        if words is None:
            words = self._words[block.span] = self._shown(block)
        return words

    def words_of_all(self, blocks: Sequence[Block]) -> list[str]:
        """Return the words of each of several blocks; most need no reading."""
        texts = [block.text for block in blocks]
        return [*map(self.words, blocks)] if needs_reading("".join(texts)) else texts

    def _shown(self, block: Block) -> str:
        words = shown_words(block.text, self._tree.references)
        if "⟬" not in words:
            return words
        calls = self.calls_in(block.span)
        rendered = iter([render_text(call) for call in calls])
        return _PLACEHOLDER.sub(lambda match: next(rendered, ""), words)

    def calls_in(self, span: Span) -> tuple[MacroCall, ...]:
        """Return the macro calls that lie wholly in `span`."""
        first = bisect_left(self._call_starts, span.start)
        last = bisect_left(self._call_starts, span.end, first)
        return tuple(call for call in self.macro_calls[first:last] if call.span.end <= span.end)

    @kept
    def _call_starts(self) -> list[int]:
        return [call.span.start for call in self.macro_calls]

    @kept
    def anchors(self) -> tuple[Anchor, ...]:
        """The headings and terms with the ids that MDN gives them."""
        return tuple(find_anchors(self))

    @kept
    def ids(self) -> frozenset[str]:
        """Everything that a fragment can name in the page."""
        return page_ids(self)

    def has_id(self, id_: str) -> bool:
        """Return whether a fragment can name `id_` in the page; cheaper than asking `ids`."""
        return id_ in self._heading_ids or id_ in self._plain_ids or id_ in self.ids

    @kept
    def _heading_ids(self) -> frozenset[str]:
        return plain_heading_ids(self)

    @kept
    def _plain_ids(self) -> frozenset[str]:
        return plain_ids(self.text)

    @property
    def headings(self) -> tuple[Anchor, ...]:
        """The headings alone."""
        return tuple(anchor for anchor in self.anchors if anchor.block.kind == "heading")


def _gather(blocks: tuple[Block, ...], found: list[Block]) -> None:
    """Add every block of a tree to `found`, each before its children."""
    for block in blocks:
        found.append(block)
        if block.children:
            _gather(block.children, found)

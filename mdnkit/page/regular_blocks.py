"""A quick reader for regular pages: the same blocks as `mdnkit.page.blocks`, or None where the page is not regular.

MDN's pages keep to a narrow form of Markdown: `#` headings, back-tick fences, `-` and `1.` lists, quotes in which
every line is marked, paragraphs, tables with pipes at both ends, and HTML blocks. Whatever leaves that form goes to
markdown-it-py, whose grammar counts; tests compare both readers over pages of MDN and over lines put together at random.
"""

from mdnkit.page.block_facts import (
    LOOSE_LISTS,
    LOOSE_TABLES,
    PAIRED_FENCES,
    PLAIN_HEADINGS,
    REGULAR_FACTS,
    WHOLE_DEFINITIONS,
)
from mdnkit.page.block_tree import BlockTree
from mdnkit.page.blocks import Block, walk
from mdnkit.page.new_block import new_block, new_span
from mdnkit.page.plain_sections import PLAIN_SECTION
from mdnkit.page.regular_lines import (
    ANY_ITEM,
    BLANK_LINES,
    BREAK,
    COMMENT,
    END,
    FENCE,
    HEADING,
    ITEM,
    ODD_TABLE,
    SPECIAL,
    WORDS,
    Irregular,
    begins_html,
    closes_fence,
    ends_paragraph,
    is_rule,
    unindented,
)
from mdnkit.page.regular_lists import read_list
from mdnkit.page.regular_quotes import read_quote
from mdnkit.page.regular_tables import may_begin_table, read_table
from mdnkit.span import Span

Blocks = tuple[Block, ...]

_GATHERED = ("heading", "fence", "code", "html", "break", "table", "cell", "quote", "callout")
"""The kinds that are asked about on most pages."""

MARKS = "```"
"""Those of nearly all fences."""

DEEPEST = 30
"""Containers in containers; what is deeper is left to markdown-it-py and its limit."""


def read_regular(text: str, masked: str, start: int) -> BlockTree | None:
    """Return the blocks of a page from `start` on, read from its text with macro calls masked; None if it is not regular."""
    # Masked texts are not of one byte a character, which makes a search for this one slow.
    if END in text or masked[-1:] != "\n":
        return None
    if masked.find("\t", start) != -1 or masked.find("\r", start) != -1:
        return None
    if "|" in text and ODD_TABLE.search(text if start else f"\n{text}", max(start - 1, 0)):
        return None
    reader = Reader(masked)
    try:
        blocks = reader.read(start, len(masked), leaves_runs=True)
    except Irregular:
        return None
    marks = [fence.markup for fence in reader.kinds["fence"]]
    if text.count(MARKS, start) != 2 * marks.count(MARKS):
        reader.facts.discard(PAIRED_FENCES)
    return BlockTree(blocks, {}, True, reader.proven(), reader.kinds, reader.runs, reader.read)


class Reader:
    """Reads a text that ends with a line end; what stands in a quotation is a text of its own.

    Its methods are told where the line of a block begins, `start`, and where the block itself does, `at`: behind the
    indent and the markers of the lists around it. They return the block and where the line after it begins.
    """

    def __init__(self, text: str, depth: int = 0) -> None:
        self.text = text + END
        self.end = 0
        self.depth = depth
        self.kinds: dict[str, list[Block]] = {kind: [] for kind in _GATHERED}
        self.runs: list[tuple[int, int]] = []
        """Where runs as of `mdnkit.page.plain_sections` were left."""
        self.has_lists = False
        self.facts = set(REGULAR_FACTS)
        """What is true of all blocks so far."""
        self.lone_descriptions = 0
        """Descriptions that are not the only one of a term."""

    def read(self, start: int, end: int, *, leaves_runs: bool = False) -> Blocks:
        """Return the blocks from `start` on, up to `end`, where another one begins or the text ends; with `leaves_runs`
        those that stand in no run.
        """
        self.end = end
        start = self.skip_blank(start)
        return self.blocks(start, start, 0, leaves_runs)[0]

    def proven(self) -> frozenset[str]:
        """Return what is known of all blocks that were read."""
        if self.lone_descriptions:
            self.facts.discard(WHOLE_DEFINITIONS)
        return frozenset(self.facts)

    def skip_blank(self, line: int) -> int:
        """Return where the first line begins, from `line` on, that holds more than spaces."""
        match = BLANK_LINES.match(self.text, line)
        return match.end() if match else line

    def line_at(self, at: int) -> str:
        """Return what stands from `at` on in its line."""
        return self.text[at : self.text.find("\n", at)]

    def blocks(
        self, start: int, at: int, indent: int, leaves_runs: bool = False
    ) -> tuple[Blocks, int]:
        """Return the blocks of the lines that are indented by `indent` spaces, and where the first other line begins."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise Irregular
        text, end, margin = self.text, self.end, " " * indent
        found: list[Block] = []
        line = start
        while line < end:
            if leaves_runs:
                line = start = at = self._plain_sections(line, found)
                if line == end:
                    break
            first = text[at]
            if first not in SPECIAL:
                block, line = self._paragraph(start, at, margin)
            elif first == "#":
                block, line = self._heading(start, at)
            elif first == "`" and text.startswith(MARKS, at):
                block, line = self._fence(start, at, margin)
            elif first == ">":
                block, line = read_quote(self, start, at, margin)
            elif first == "<":
                block, line = self._html(start, at, margin)
            elif first in "`[*" and WORDS.match(text, at):
                block, line = self._paragraph(start, at, margin)
            elif ITEM.match(text, at):
                block, line = read_list(self, start, at, indent)
                if not margin and not self._stands_alone(start, block.span.end):
                    self.facts.discard(LOOSE_LISTS)
            elif match := BREAK.match(text, at):
                line = match.end()
                block = Block("break", Span(start, line), start)
                self.kinds["break"].append(block)
            elif self._is_odd(first, at):
                raise Irregular
            else:
                block, line = self._paragraph(start, at, margin)
            found.append(block)
            while text[line] == "\n":
                line += 1
            if text[line] == " ":
                line = self.skip_blank(line)
            if margin and not text.startswith(margin, line):
                break
            start = line
            at = line + indent
        self.depth -= 1
        return tuple(found), line

    def _stands_alone(self, start: int, end: int) -> bool:
        """Return whether empty lines stand before and behind a block, or nothing does behind it."""
        return self.text[end] in "\n\0" and self.text.startswith("\n\n", start - 2)

    def _is_odd(self, first: str, at: int) -> bool:
        """Return whether a line that begins with a special character begins what only markdown-it-py reads."""
        return (
            first in " ~=["
            or ANY_ITEM.match(self.text, at) is not None
            or is_rule(self.line_at(at))
        )

    def _plain_sections(self, line: int, found: list[Block]) -> int:
        """Add the headings of plain sections to `found`, leave their runs, and return where something else begins."""
        text = self.text
        # What begins most other blocks is told at once.
        while text[line] not in "`<>":
            section = PLAIN_SECTION.match(text, line)
            if section is None or section.end() == line:
                break
            marks, words = section.groups()
            if marks:
                below = section.end(2) + 1
                span = new_span((line, below))
                block = new_block(("heading", span, line, words, len(marks), "", (), marks))
                self.kinds["heading"].append(block)
                found.append(block)
                line = below
            below = section.end()
            self.runs.append((line, below))
            line = self.skip_blank(below) if text[below] == " " else below
        return line

    def _heading(self, start: int, at: int) -> tuple[Block, int]:
        """Return a heading of no plain section."""
        self.facts.discard(PLAIN_HEADINGS)
        match = HEADING.match(self.text, at)
        if match is None:
            raise Irregular
        marks, words = match.groups()
        words = words.strip()
        if not words or words[-1] == "#":
            raise Irregular
        line = match.end()
        block = Block("heading", Span(start, line), start, words, len(marks), markup=marks)
        self.kinds["heading"].append(block)
        return block, line

    def _paragraph(self, start: int, at: int, margin: str) -> tuple[Block, int]:
        text = self.text
        end = text.find("\n", at)
        words = text[at:end]
        line = end + 1
        if text[line] == "\n":
            span = new_span((start, line))
            return new_block(("paragraph", span, start, words.strip(), 0, "", (), "")), line + 1
        if "|" in words and may_begin_table(text, line, margin):
            table, line = read_table(text, start, at, margin)
            self.gather(table)
            if not self._stands_alone(start, table.span.end):
                self.facts.discard(LOOSE_TABLES)
            return table, line
        lines = [words]
        while text.startswith(margin, line):
            words = self.line_at(line + len(margin))
            if not words.strip(" ") or (words[0] in SPECIAL and ends_paragraph(words)):
                break
            lines.append(words)
            line += len(margin) + len(words) + 1
            if "|" in words and may_begin_table(text, line, margin):
                raise Irregular
        span = new_span((start, line))
        return new_block(("paragraph", span, start, "\n".join(lines).strip(), 0, "", (), "")), line

    def _fence(self, start: int, at: int, margin: str) -> tuple[Block, int]:
        text = self.text
        match = FENCE.match(text, at)
        if match is None:
            raise Irregular
        marks, info = match.groups()
        first = match.end()
        last_line = f"\n{margin}{marks}\n"
        closing = text.find(last_line, first - 1)
        if closing == -1:
            raise Irregular
        code = text[first : closing + 1]
        if margin:
            code = unindented(code, margin)
        if marks in code and any(closes_fence(line, marks) for line in code.split("\n")):
            raise Irregular
        line = closing + len(last_line)
        span = new_span((start, line))
        block = new_block(("fence", span, first, code, 0, info.strip(), (), marks))
        self.kinds["fence"].append(block)
        return block, line

    def _html(self, start: int, at: int, margin: str) -> tuple[Block, int]:
        text = self.text
        words = self.line_at(at)
        line = below = at + len(words) + 1
        if words.startswith(COMMENT):
            closing = text.find("-->", at)
            if closing == -1:
                raise Irregular
            line = text.index("\n", closing) + 1
        elif begins_html(words):
            while text.startswith(margin, line) and self.line_at(line).strip(" "):
                line = text.index("\n", line) + 1
        else:
            return self._paragraph(start, at, margin)
        content = f"{words}\n{unindented(text[below:line], margin)}"
        block = Block("html", Span(start, line), start, content)
        self.kinds["html"].append(block)
        return block, line

    def gather(self, block: Block) -> None:
        """Note a block, and those inside it, which were not noted when they were read, by their kinds."""
        for one in walk((block,)):
            if one.kind in self.kinds:
                self.kinds[one.kind].append(one)

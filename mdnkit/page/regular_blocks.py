"""A quick reader for regular pages: the same blocks as `mdnkit.page.blocks`, or None where the page is not regular.

MDN's pages keep to a narrow form of Markdown: `#` headings, back-tick fences, `-` and `1.` lists, quotes in which
every line is marked, paragraphs, tables with pipes at both ends, and HTML blocks. Whatever leaves that form goes to
markdown-it-py, whose grammar counts; tests compare both readers over pages of MDN and over lines put together at random.
"""

import re
from collections.abc import Callable
from functools import partial

from mdnkit.page.block_facts import regular_facts
from mdnkit.page.block_tree import BlockTree
from mdnkit.page.blocks import Block, as_callout, as_definitions, walk
from mdnkit.page.plain_sections import PLAIN_SECTION
from mdnkit.page.quoted_lines import QuotedLine, placed
from mdnkit.page.regular_lines import (
    ANY_ITEM,
    BLANK_LINES,
    BREAK,
    COMMENT,
    END_OF_PARAGRAPH,
    FENCE,
    HEADING,
    ITEM,
    ODD_TABLE,
    PLAIN_CALLOUT,
    PLAIN_ITEM,
    SPECIAL,
    WORDS,
    Irregular,
    begins_html,
    closes_fence,
    ends_paragraph,
    is_rule,
    unindented,
)
from mdnkit.page.regular_tables import may_begin_table, read_table
from mdnkit.span import Span

Blocks = tuple[Block, ...]

# What a page has most of is made without a look at the names and the defaults of the fields.
_block: Callable[[tuple[str, Span, int, str, int, str, Blocks, str]], Block]
_block = partial(tuple.__new__, Block)
_span: Callable[[tuple[int, int]], Span] = partial(tuple.__new__, Span)

_GATHERED = ("heading", "fence", "code", "html", "break", "table", "cell", "quote", "callout")
"""The kinds that are asked about on most pages."""

DEEPEST = 30
"""Containers in containers; what is deeper is left to markdown-it-py and its limit."""

_END = "\0"
"""Stands behind the text, so that every place that is asked about has a character; pages with it are not regular."""


def read_regular(text: str, masked: str, start: int) -> BlockTree | None:
    """Return the blocks of a page from `start` on, read from its text with macro calls masked; None if it is not regular."""
    # Masked texts are not of one byte a character, which makes a search for this one slow.
    if _END in text or masked[-1:] != "\n":
        return None
    if masked.find("\t", start) != -1 or masked.find("\r", start) != -1:
        return None
    if "|" in text and ODD_TABLE.search(text if start else f"\n{text}", max(start - 1, 0)):
        return None
    reader = _Reader(masked)
    try:
        blocks = reader.read(start, len(masked), leaves_runs=True)
    except Irregular:
        return None
    return BlockTree(blocks, {}, True, reader.proven(), reader.kinds, reader.runs, reader.read)


class _Reader:
    """Reads a text that ends with a line end; what stands in a quotation is a text of its own.

    Its methods are told where the line of a block begins, `start`, and where the block itself does, `at`: behind the
    indent and the markers of the lists around it. They return the block and where the line after it begins.
    """

    def __init__(self, text: str, depth: int = 0) -> None:
        self.text = text + _END
        self.end = 0
        self.depth = depth
        self.kinds: dict[str, list[Block]] = {kind: [] for kind in _GATHERED}
        self.runs: list[tuple[int, int]] = []
        """Where runs as of `mdnkit.page.plain_sections` were left."""
        self.has_lists = False
        self.has_even_lists = True
        self.has_counted_lists = True
        self.has_loose_lists = True
        self.has_plain_headings = True
        self.has_loose_tables = True
        self.lone_descriptions = 0
        """Descriptions that are not the only one of a term."""

    def read(self, start: int, end: int, *, leaves_runs: bool = False) -> Blocks:
        """Return the blocks from `start` on, up to `end`, where another one begins or the text ends; with `leaves_runs`
        those that stand in no run.
        """
        self.end = end
        start = self._skip_blank(start)
        return self._blocks(start, start, 0, leaves_runs)[0]

    def proven(self) -> frozenset[str]:
        """Return what is known of all blocks that were read."""
        return regular_facts(
            even_lists=self.has_even_lists,
            counted_lists=self.has_counted_lists,
            loose_lists=self.has_loose_lists,
            whole_definitions=self.lone_descriptions == 0,
            plain_headings=self.has_plain_headings,
            loose_tables=self.has_loose_tables,
        )

    def _skip_blank(self, line: int) -> int:
        match = BLANK_LINES.match(self.text, line)
        return match.end() if match else line

    def _line(self, at: int) -> str:
        """Return what stands from `at` on in its line."""
        return self.text[at : self.text.find("\n", at)]

    def _blocks(
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
            elif first == "`" and text.startswith("```", at):
                block, line = self._fence(start, at, margin)
            elif first == ">":
                block, line = self._quote(start, at, margin)
            elif first == "<":
                block, line = self._html(start, at, margin)
            elif first in "`[*" and WORDS.match(text, at):
                block, line = self._paragraph(start, at, margin)
            elif ITEM.match(text, at):
                read = self._plain_list(start, at, margin)
                block, line = read or self._list(start, at, indent)
                if not margin and not self._stands_alone(start, block.span.end):
                    self.has_loose_lists = False
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
                line = self._skip_blank(line)
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
            first in " ~=[" or ANY_ITEM.match(self.text, at) is not None or is_rule(self._line(at))
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
                span = _span((line, below))
                block = _block(("heading", span, line, words, len(marks), "", (), marks))
                self.kinds["heading"].append(block)
                found.append(block)
                line = below
            below = section.end()
            self.runs.append((line, below))
            line = self._skip_blank(below) if text[below] == " " else below
        return line

    def _heading(self, start: int, at: int) -> tuple[Block, int]:
        """Return a heading of no plain section."""
        self.has_plain_headings = False
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
            span = _span((start, line))
            return _block(("paragraph", span, start, words.strip(), 0, "", (), "")), line + 1
        if "|" in words and may_begin_table(text, line, margin):
            table, line = read_table(text, start, at, margin)
            self._gather(table)
            if not self._stands_alone(start, table.span.end):
                self.has_loose_tables = False
            return table, line
        lines = [words]
        while text.startswith(margin, line):
            words = self._line(line + len(margin))
            if not words.strip(" ") or (words[0] in SPECIAL and ends_paragraph(words)):
                break
            lines.append(words)
            line += len(margin) + len(words) + 1
            if "|" in words and may_begin_table(text, line, margin):
                raise Irregular
        span = _span((start, line))
        return _block(("paragraph", span, start, "\n".join(lines).strip(), 0, "", (), "")), line

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
        span = _span((start, line))
        block = _block(("fence", span, first, code, 0, info.strip(), (), marks))
        self.kinds["fence"].append(block)
        return block, line

    def _html(self, start: int, at: int, margin: str) -> tuple[Block, int]:
        text = self.text
        words = self._line(at)
        line = below = at + len(words) + 1
        if words.startswith(COMMENT):
            closing = text.find("-->", at)
            if closing == -1:
                raise Irregular
            line = text.index("\n", closing) + 1
        elif begins_html(words):
            while text.startswith(margin, line) and self._line(line).strip(" "):
                line = text.index("\n", line) + 1
        else:
            return self._paragraph(start, at, margin)
        content = f"{words}\n{unindented(text[below:line], margin)}"
        block = Block("html", Span(start, line), start, content)
        self.kinds["html"].append(block)
        return block, line

    def _gather(self, block: Block) -> None:
        """Note a block, and those inside it, which were not noted when they were read, by their kinds."""
        for one in walk((block,)):
            if one.kind in self.kinds:
                self.kinds[one.kind].append(one)

    def _quote(self, start: int, at: int, margin: str) -> tuple[Block, int]:
        text = self.text
        if not margin and (plain := PLAIN_CALLOUT.match(text, start)):
            return self._plain_callout(plain)
        lines: list[QuotedLine] = []
        parts: list[str] = []
        line = start
        length = 0
        while text.startswith(margin, line) or line == start:
            at = at if line == start else line + len(margin)
            if text[at] != ">":
                words = self._line(at)
                if words.strip(" ") and not END_OF_PARAGRAPH.match(words):
                    raise Irregular
                break
            at += 2 if text[at + 1] == " " else 1
            lines.append(QuotedLine(length, line, at))
            line = text.index("\n", at) + 1
            parts.append(text[at:line])
            length += line - at
        lines.append(QuotedLine(length, line, line))
        words = "".join(parts)
        inner = _Reader(words, self.depth)
        children = inner.read(0, len(words))
        if not children:
            raise Irregular
        self.has_lists = self.has_lists or inner.has_lists
        # Before the markers of its lists, `>` may stand with a space and without.
        self.has_even_lists = self.has_even_lists and not inner.has_lists
        self.has_counted_lists = self.has_counted_lists and inner.has_counted_lists
        self.has_loose_lists = self.has_loose_lists and not inner.has_lists
        self.has_plain_headings = self.has_plain_headings and not inner.kinds["heading"]
        self.has_loose_tables = self.has_loose_tables and not inner.kinds["table"]
        self.lone_descriptions += inner.lone_descriptions
        quote = Block("quote", Span(0, children[-1].span.end), 0, children=children)
        block = placed(as_callout(quote, words), lines)
        self._gather(block)
        return block, line

    def _plain_callout(self, found: re.Match[str]) -> tuple[Block, int]:
        """Return a callout of one paragraph, as most are."""
        start, line = found.span()
        span = _span((start, line))
        words = found[2].removeprefix("> ").replace("\n> ", "\n").strip()
        paragraph = _block(("paragraph", span, found.start(2), words, 0, "", (), ""))
        block = _block(("callout", span, start, "", 0, found[1], (paragraph,), ""))
        self.kinds["callout"].append(block)
        return block, line

    def _plain_list(self, start: int, at: int, margin: str) -> tuple[Block, int] | None:
        """Return a bullet list all of whose items are one line, or all a term and one line that describes it, as most are.

        None for any other list, which is then read item by item.
        """
        text, indent = self.text, len(margin)
        inside = margin + "  "
        is_described: bool | None = None
        descriptions = 0
        parts: list[Block] = []
        line = start
        while True:
            match = PLAIN_ITEM.match(text, line)
            if match is None or line + indent != at:
                return None
            margin_here, words, description = match.groups()
            if margin_here != margin or (description is None) is is_described:
                return None
            is_described = description is not None
            end = below = match.end()
            while text[below] == "\n":
                below += 1
            if text.startswith(inside, below):
                return None
            if description is None:
                span = _span((line, end))
                paragraph = _block(("paragraph", span, line, words.strip(), 0, "", (), ""))
                parts.append(_block(("item", span, line, "", 0, "", (paragraph,), "")))
                descriptions += words[0] == ":"
            else:
                second = match.end(2) + 1
                span = _span((second, end))
                paragraph = _block(("paragraph", span, second, description.strip(), 0, "", (), ""))
                span_of_term = _span((line, second))
                parts.append(_block(("term", span_of_term, line, words.strip(), 0, "", (), "")))
                parts.append(_block(("description", span, second, "", 0, "", (paragraph,), "")))
            line = below
            at = line + indent
            if margin and not text.startswith(margin, line):
                if self._skip_blank(line) != line:
                    return None
                break
            if text[at] != "-":
                # A line of spaces may have an item of this list behind it.
                if self._skip_blank(line) != line or not self._ends_list(line, at):
                    return None
                break
        self.has_lists = True
        self.lone_descriptions += descriptions
        kind = "definitions" if is_described else "list"
        span = _span((start, parts[-1].span.end))
        return _block((kind, span, start, "", 0, "bullet", tuple(parts), "-")), line

    def _list(self, start: int, at: int, indent: int) -> tuple[Block, int]:
        self.has_lists = True
        text, margin = self.text, " " * indent
        is_bullet = text[at] == "-"
        items: list[Block] = []
        line = start
        while True:
            match = ITEM.match(text, at)
            if match is None or (text[at] == "-") is not is_bullet:
                if not self._ends_list(line, at):
                    raise Irregular
                break
            content = match.end()
            inside = indent + content - at
            self.has_even_lists = self.has_even_lists and (content - at == 2 or not is_bullet)
            children, below = self._blocks(line, content, inside)
            span = _span((line, children[-1].span.end))
            number = ""
            if not is_bullet:
                number = match[1][:-1]
                self.has_counted_lists = self.has_counted_lists and number == str(len(items) + 1)
            self.lone_descriptions += text[content] == ":"
            items.append(_block(("item", span, line, "", 0, number, children, "")))
            line = below
            at = line + indent
            if not text.startswith(margin, line):
                break
        info, markup = ("bullet", "-") if is_bullet else ("ordered", ".")
        span = Span(start, items[-1].span.end)
        block = Block("list", span, start, info=info, children=tuple(items), markup=markup)
        definitions = as_definitions(block)
        if definitions is not block:
            self.lone_descriptions -= len(items)
        return definitions, line

    def _ends_list(self, line: int, at: int) -> bool:
        """Return whether a line that is no item ends a list: after a blank line, something else can begin."""
        if self.text[at] == _END:
            return True
        before = self.text.rfind("\n", 0, line - 1) + 1
        is_after_blank = not self.text[before : line - 1].strip(" ")
        return is_after_blank and self.text[at] != " " and not ANY_ITEM.match(self.text, at)

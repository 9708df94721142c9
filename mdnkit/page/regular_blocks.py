"""A quick reader for regular pages: the same blocks as `mdnkit.page.blocks`, or None where the page is not regular.

MDN's pages keep to a narrow form of Markdown: `#` headings, back-tick fences, `-` and `1.` lists, quotes in which
every line is marked, paragraphs, tables with pipes at both ends, and HTML blocks. Whatever leaves that form goes to
markdown-it-py, whose grammar counts; a test compares both readers over pages of MDN.
"""

import re

from mdnkit.page.blocks import Block, as_callout, as_definitions
from mdnkit.page.source import Source
from mdnkit.span import Span

Blocks = tuple[Block, ...]


class Irregular(Exception):
    """The page has something that only markdown-it-py can read."""


_HEADING = re.compile(r"(#{1,6}) +([^ ].*)")
_FENCE = re.compile(r"(`{3,})([^`]*)")
# Not an item: hyphens with spaces between them, which are a thematic break.
_ITEM = re.compile(r"(-|\d{1,9}\.)( {1,4})(?=[^ -]|-(?!(?: *-)* *$))")
_ANY_ITEM = re.compile(r"(?:[-+*]|\d{1,9}[.)])(?: |$)")
_DELIMITER = re.compile(r" *[|:-][ |:-]*")
_TABLE_RULE = re.compile(r"\|(?: *:?-+:? *\|)+")
_PIPE = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"-+ *|(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,}|=+ *")
# Start condition 6 of https://spec.commonmark.org/0.31.2/#html-blocks
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)(?:\s|/?>|$)")
_BLOCK_TAGS = frozenset((
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col",
    "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html",
    "iframe", "legend", "li", "link", "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option",
    "p", "param", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr",
    "track", "ul",
))  # fmt: skip
# Start condition 7: a line with one whole tag and nothing else.
_LONE_TAG = re.compile(
    r"<(?:[a-z][a-z0-9-]*"
    r"(?:\s+[a-z_:][a-z0-9_.:-]*(?:\s*=\s*(?:[^\s\"'=<>`]+|'[^']*'|\"[^\"]*\"))?)*\s*/?"
    r"|/[a-z][a-z0-9-]*\s*)>\s*",
    re.IGNORECASE | re.ASCII,
)
_COMMENT = "<!--"
DEEPEST = 30
"""Containers in containers; what is deeper is left to markdown-it-py and its limit."""

_SPECIAL = frozenset("#`~>-*+<=_0123456789[ ")
"""First characters of a line that may be more than words."""


def read_regular(source: Source, masked: str, start: int) -> tuple[Block, ...] | None:
    """Return the blocks of the text from `start` on; None where it is not regular."""
    body = masked[start:]
    if "\t" in body or "\r" in body or "\0" in body:
        return None
    number = source.position(start).line - 1
    try:
        return _Reader(source.line_starts, masked).blocks(body.split("\n"), number)
    except Irregular:
        return None


class _Reader:
    """Reads lines that have lost the indentation and the marks of what stands around them."""

    def __init__(self, line_starts: list[int], masked: str) -> None:
        self.masked = masked
        self.starts = [*line_starts, len(masked), len(masked)]
        """Offset of each line of the page; two more for its end, with and without an empty last line."""
        self.depth = 0

    def span(self, first: int, last: int) -> Span:
        """Return the span of the lines from `first` up to but not including `last`."""
        return Span(self.starts[first], self.starts[last])

    def blocks(self, lines: list[str], number: int) -> tuple[Block, ...]:
        """Return the blocks of `lines`, the first of which is line `number` of the page."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise Irregular
        found: list[Block] = []
        at, end = 0, len(lines)
        while at < end:
            line = lines[at]
            first = line[:1]
            if not first or (first == " " and not line.strip(" ")):
                at += 1
                continue
            if first not in _SPECIAL:
                block, at = self._paragraph(lines, at, number)
            elif first == "#":
                block, at = self._heading(line, at, number)
            elif first == "`" and line.startswith("```"):
                block, at = self._fence(lines, at, number)
            elif first == ">":
                block, at = self._quote(lines, at, number)
            elif first == "<":
                block, at = self._html(lines, at, number)
            elif _ITEM.match(line):
                block, at = self._list(lines, at, number)
            elif (
                first in " ~="
                or _ANY_ITEM.match(line)
                or _is_rule(line)
                or (first == "[" and "]:" in line)
            ):
                raise Irregular
            else:
                block, at = self._paragraph(lines, at, number)
            found.append(block)
        self.depth -= 1
        return tuple(found)

    def _heading(self, line: str, at: int, number: int) -> tuple[Block, int]:
        match = _HEADING.fullmatch(line)
        if match is None or line.rstrip()[-1] == "#":
            raise Irregular
        marks, text = match.groups()
        span = self.span(number + at, number + at + 1)
        return Block("heading", span, number + at, text.strip(), len(marks), "", (), marks), at + 1

    def _paragraph(self, lines: list[str], at: int, number: int) -> tuple[Block, int]:
        first, end = at, len(lines)
        if "|" in lines[at] and _is_table_head(lines, at):
            return self._table(lines, at, number)
        at += 1
        while at < end:
            line = lines[at]
            if not line:
                break
            start = line[0]
            if start == " " and not line.strip(" "):
                break
            if start in _SPECIAL and self._ends_paragraph(line):
                break
            if "|" in line and _is_table_head(lines, at):
                raise Irregular
            at += 1
        text = lines[first] if at == first + 1 else "\n".join(lines[first:at])
        span = self.span(number + first, number + at)
        return Block("paragraph", span, number + first, text.strip()), at

    def _table(self, lines: list[str], at: int, number: int) -> tuple[Block, int]:
        first = at
        if not _TABLE_RULE.fullmatch(lines[at + 1]):
            raise Irregular
        columns = lines[at + 1].count("|") - 1
        rows = [self._row(lines[at], number + at, "head", columns)]
        at += 2
        while at < len(lines) and lines[at].strip(" "):
            rows.append(self._row(lines[at], number + at, "body", columns))
            at += 1
        span = self.span(number + first, number + at)
        return Block("table", span, number + first, children=tuple(rows)), at

    def _row(self, line: str, number: int, part: str, columns: int) -> Block:
        """Return a row whose line begins and ends with a pipe and has a cell for each column."""
        line_start, line_end = self.span(number, number + 1)
        start = self.masked.rfind(line, line_start, line_end)
        parts = _PIPE.split(line)
        is_whole = len(parts) == columns + 2 and not parts[0] and not parts[-1]
        if not is_whole or start == -1 or self.masked[line_start:start].strip(" >"):
            raise Irregular
        cells: list[Block] = []
        at = start + 1
        for raw in parts[1:-1]:
            written = raw.strip(" ")
            if not written.isprintable():
                raise Irregular
            left = at + len(raw) - len(raw.lstrip(" "))
            text = written.replace("\\|", "|")
            cells.append(Block("cell", Span(left, left + len(written)), number, text))
            at += len(raw) + 1
        return Block("row", Span(line_start, line_end), number, info=part, children=tuple(cells))

    def _ends_paragraph(self, line: str) -> bool:
        """Return whether a line begins a block in the middle of a paragraph."""
        start = line[0]
        if start == " ":
            # An indented line goes on, unless what it begins could stand there too.
            bare = line.lstrip(" ")
            if bare[0] in "#`~>-*+<=_" or _ANY_ITEM.match(bare):
                raise Irregular
            return False
        if start in "#>" or line.startswith("```"):
            return True
        if start == "<":
            return _begins_block_tag(line) or line.startswith(_COMMENT) or self._odd_html(line)
        if start in "~=" or _is_rule(line):
            raise Irregular
        if _ANY_ITEM.match(line):
            if start in "-0123456789" and _ITEM.match(line):
                return start == "-" or line.startswith("1.")
            raise Irregular
        return False

    def _odd_html(self, line: str) -> bool:
        if line[1:2] in "!?" or re.match(r"<(?:script|pre|style|textarea)\b", line, re.IGNORECASE):
            raise Irregular
        return False

    def _fence(self, lines: list[str], at: int, number: int) -> tuple[Block, int]:
        match = _FENCE.fullmatch(lines[at])
        if match is None:
            raise Irregular
        marks, first = match[1], at
        try:
            at = lines.index(marks, at + 1)
        except ValueError:
            raise Irregular from None
        text = "\n".join([*lines[first + 1 : at], ""])
        if marks in text and any(_closes(line, marks) for line in lines[first + 1 : at]):
            raise Irregular
        span = self.span(number + first, number + at + 1)
        info = match[2].strip()
        block = Block("fence", span, number + first + 1, text, info=_plain(info), markup=marks)
        return block, at + 1

    def _quote(self, lines: list[str], at: int, number: int) -> tuple[Block, int]:
        first = at
        inner: list[str] = []
        while at < len(lines) and lines[at].startswith(">"):
            line = lines[at][1:]
            inner.append(line[1:] if line[:1] == " " else line)
            at += 1
        if at < len(lines) and lines[at].strip(" "):
            raise Irregular
        children = self.blocks(inner, number + first)
        if not children:
            raise Irregular
        span = Span(self.starts[number + first], children[-1].span.end)
        return as_callout(Block("quote", span, number + first, children=children)), at

    def _html(self, lines: list[str], at: int, number: int) -> tuple[Block, int]:
        line, first = lines[at], at
        if line.startswith(_COMMENT):
            while at < len(lines) and "-->" not in lines[at]:
                at += 1
            if at == len(lines):
                raise Irregular
            at += 1
        elif _begins_block_tag(line) or (not self._odd_html(line) and _LONE_TAG.fullmatch(line)):
            while at < len(lines) and lines[at].strip(" "):
                at += 1
        else:
            return self._paragraph(lines, at, number)
        text = "".join(part + "\n" for part in lines[first:at])
        if number + at >= len(self.starts) - 2:
            text = text[:-1] if not lines[-1] or at == len(lines) else text
        return Block("html", self.span(number + first, number + at), number + first, text), at

    def _list(self, lines: list[str], at: int, number: int) -> tuple[Block, int]:
        first, bullet = at, lines[at][0] == "-"
        items: list[Block] = []
        while at < len(lines):
            line = lines[at]
            if not line.strip(" "):
                at += 1
                continue
            match = _ITEM.match(line)
            if match is None or (match[1] == "-") is not bullet:
                if line[0] == " " or _ANY_ITEM.match(line):
                    raise Irregular
                break
            item, at = self._item(lines, at, number, match)
            items.append(item)
        info, markup = ("bullet", "-") if bullet else ("ordered", ".")
        span = Span(self.starts[number + first], items[-1].span.end)
        block = Block("list", span, number + first, info=info, children=tuple(items), markup=markup)
        return as_definitions(block), at

    def _item(
        self, lines: list[str], at: int, number: int, match: re.Match[str]
    ) -> tuple[Block, int]:
        offset, first = match.end(), at
        indent = " " * offset
        inner = [lines[at][offset:]]
        at += 1
        blank = False
        while at < len(lines):
            line = lines[at]
            if line.startswith(indent):
                inner.append(line[offset:])
                blank = not line.strip(" ")
            elif not line or not line.strip(" "):
                inner.append("")
                blank = True
            elif line[0] != " " and (blank or _ITEM.match(line)):
                break
            else:
                raise Irregular
            at += 1
        if not any(inner[1:]) and _is_words(inner[0]):
            span = self.span(number + first, number + first + 1)
            children: Blocks = (Block("paragraph", span, number + first, inner[0].strip()),)
        else:
            children = self.blocks(inner, number + first)
        span = Span(self.starts[number + first], children[-1].span.end)
        info = "" if match[1] == "-" else match[1][:-1]
        return Block("item", span, number + first, info=info, children=children), at


def _is_table_head(lines: list[str], at: int) -> bool:
    """Return whether the line below may be the rule under the head of a table."""
    return at + 1 < len(lines) and _DELIMITER.fullmatch(lines[at + 1]) is not None


def _closes(line: str, marks: str) -> bool:
    """Return whether a line ends the fence that `marks` began, in another way than by the same marks alone."""
    return line.lstrip(" ").startswith(marks) and not line.strip(" `")


def _is_rule(line: str) -> bool:
    """Return whether a line is a thematic break, or underlines a heading."""
    return not line.strip("-*_= ") and _RULE.fullmatch(line) is not None


def _is_words(line: str) -> bool:
    """Return whether a line alone is certainly a paragraph."""
    if line[0] == "`":
        return not line.startswith("```")
    return line[0] not in _SPECIAL


def _plain(info: str) -> str:
    """Return an info string that has no escapes and entities to decode."""
    if "\\" in info or "&" in info:
        raise Irregular
    return info


def _begins_block_tag(line: str) -> bool:
    tag = _TAG.match(line)
    return tag is not None and tag[1].lower() in _BLOCK_TAGS

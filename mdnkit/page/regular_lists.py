"""Reads the lists of regular pages, for `mdnkit.page.regular_blocks`."""

from typing import TYPE_CHECKING

from mdnkit.page.block_facts import COUNTED_LISTS, EVEN_LISTS
from mdnkit.page.blocks import Block, as_definitions
from mdnkit.page.new_block import new_block, new_span
from mdnkit.page.regular_lines import ANY_ITEM, END, ITEM, PLAIN_ITEM, Irregular
from mdnkit.span import Span

if TYPE_CHECKING:
    from mdnkit.page.regular_blocks import Reader


def read_list(reader: "Reader", start: int, at: int, indent: int) -> tuple[Block, int]:
    """Return the list whose first line begins at `start`, with its marker at `at`, and where the line after it begins.

    Raises Irregular.
    """
    return _plain_list(reader, start, at, " " * indent) or _list(reader, start, at, indent)


def _plain_list(reader: "Reader", start: int, at: int, margin: str) -> tuple[Block, int] | None:
    """Return a bullet list all of whose items are one line, or all a term and one line that describes it, as most are.

    None for any other list, which is then read item by item.
    """
    text, indent = reader.text, len(margin)
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
            span = new_span((line, end))
            paragraph = new_block(("paragraph", span, line, words.strip(), 0, "", (), ""))
            parts.append(new_block(("item", span, line, "", 0, "", (paragraph,), "")))
            descriptions += words[0] == ":"
        else:
            second = match.end(2) + 1
            span = new_span((second, end))
            paragraph = new_block(("paragraph", span, second, description.strip(), 0, "", (), ""))
            span_of_term = new_span((line, second))
            parts.append(new_block(("term", span_of_term, line, words.strip(), 0, "", (), "")))
            parts.append(new_block(("description", span, second, "", 0, "", (paragraph,), "")))
        line = below
        at = line + indent
        if margin and not text.startswith(margin, line):
            if reader.skip_blank(line) != line:
                return None
            break
        if text[at] != "-":
            # A line of spaces may have an item of this list behind it.
            if reader.skip_blank(line) != line or not _ends_list(reader, line, at):
                return None
            break
    reader.has_lists = True
    reader.lone_descriptions += descriptions
    kind = "definitions" if is_described else "list"
    span = new_span((start, parts[-1].span.end))
    return new_block((kind, span, start, "", 0, "bullet", tuple(parts), "-")), line


def _list(reader: "Reader", start: int, at: int, indent: int) -> tuple[Block, int]:
    """Return any other list."""
    reader.has_lists = True
    text, margin = reader.text, " " * indent
    is_bullet = text[at] == "-"
    items: list[Block] = []
    line = start
    while True:
        match = ITEM.match(text, at)
        if match is None or (text[at] == "-") is not is_bullet:
            if not _ends_list(reader, line, at):
                raise Irregular
            break
        content = match.end()
        inside = indent + content - at
        if is_bullet and content - at != 2:
            reader.facts.discard(EVEN_LISTS)
        children, below = reader.blocks(line, content, inside)
        span = new_span((line, children[-1].span.end))
        number = ""
        if not is_bullet:
            number = match[1][:-1]
            if number != str(len(items) + 1):
                reader.facts.discard(COUNTED_LISTS)
        reader.lone_descriptions += text[content] == ":"
        items.append(new_block(("item", span, line, "", 0, number, children, "")))
        line = below
        at = line + indent
        if not text.startswith(margin, line):
            break
    info, markup = ("bullet", "-") if is_bullet else ("ordered", ".")
    span = Span(start, items[-1].span.end)
    block = Block("list", span, start, info=info, children=tuple(items), markup=markup)
    definitions = as_definitions(block)
    if definitions is not block:
        reader.lone_descriptions -= len(items)
    return definitions, line


def _ends_list(reader: "Reader", line: int, at: int) -> bool:
    """Return whether a line that is no item ends a list: after a blank line, something else can begin."""
    if reader.text[at] == END:
        return True
    before = reader.text.rfind("\n", 0, line - 1) + 1
    is_after_blank = not reader.text[before : line - 1].strip(" ")
    return is_after_blank and reader.text[at] != " " and not ANY_ITEM.match(reader.text, at)

"""A list of definitions has a description for each of its terms."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.page.block_facts import WHOLE_DEFINITIONS
from mdnkit.page.blocks import Block
from mdnkit.page.page import Page
from mdnkit.rules.page._structure import of_kind
from mdnkit.rules.rule import page_rule
from mdnkit.span import Span


@page_rule(Severity.WARNING, unless=WHOLE_DEFINITIONS)
def definition_list(page: Page) -> Iterator[Problem]:
    """Each item of a list of definitions is a term, and after it a list of one description that begins with `: `.

    MDN makes a list of definitions only where that holds for all items; otherwise readers see an ordinary list with colons.
    A term has one description: several are paragraphs of one.

    Bad: `- term` / `  - : First.` / `  - : Second.`
    Good: `- term` / `  - : First.` / an empty line / `    Second.`
    """
    for block in of_kind(page, "definitions"):
        for before, child in zip(block.children, block.children[1:], strict=False):
            if before.kind == child.kind == "description":
                message = _("A term has one description; write the second as a paragraph of it.")
                yield Problem(_first_line(page, child), message)
    for block in of_kind(page, "list"):
        if any(map(_has_description, block.children)):
            yield from _incomplete(page, block)


def _incomplete(page: Page, block: Block) -> Iterator[Problem]:
    """Yield what keeps a list, some items of which have descriptions, from being a list of definitions."""
    for item in block.children:
        if not _has_description(item):
            message = _(
                "This item has no description, others of its list have one, so readers see a list with colons; add `  - : ` "
                "and the description."
            )
            yield Problem(_first_line(page, item), message)
        elif not _describes(item.children[-1]):
            message = _(
                "Something stands after the description of this term, or beside it in its list; move it into the "
                "description."
            )
            yield Problem(_first_line(page, item), message)
        elif len(item.children) == 1:
            message = _(
                "This description has no term, so readers see a list with colons; write the term before it."
            )
            yield Problem(_first_line(page, item), message)


def _has_description(item: Block) -> bool:
    """Return whether a list in an item has an item that begins with a colon."""
    return any(
        child.kind == "list" and any(map(_is_description, child.children))
        for child in item.children
    )


def _describes(block: Block) -> bool:
    """Return whether a block is a list of nothing but descriptions."""
    return block.kind == "list" and all(map(_is_description, block.children))


def _is_description(item: Block) -> bool:
    first = item.children[0] if item.children else None
    return first is not None and first.kind == "paragraph" and first.text.startswith(": ")


def _first_line(page: Page, block: Block) -> Span:
    line = page.source.line_span(page.source.position(block.span.start).line)
    written = page.text[block.span.start : line.end]
    return Span(line.end - len(written.lstrip(" \t>")), line.end)

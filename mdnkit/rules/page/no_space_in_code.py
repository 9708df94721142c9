"""Code between back-ticks neither begins nor ends with a space."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.page.page_facts import PLAIN_PIECES
from mdnkit.rules.page._emphasis import loose_mark
from mdnkit.rules.page._line_patterns import SPACE
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page.unpaired_mark import has_odd_ticks
from mdnkit.span import Span

_CODE = re.compile(r"`([^`\n]+)`")
_EDGE = re.compile(r"`\s|\s`")
"""What code has that begins or ends with white space."""
_IN_LABEL = r"\[(?:[^`\]\\\n]|\\[^\n]|`[^`\n]+`)*"
_LOOSE_IN_LABEL = rf"{_IN_LABEL}`(?:[{SPACE}][^`\n]*|[^`\n]*[{SPACE}])`"
"""Code in the words of a link that begins or ends with white space."""
_PARTS = re.compile(r"(`+)(\s*)(.*?)(\s*)\1\Z", re.DOTALL)


@markdown_rule(Severity.WARNING, "MD038", where=_LOOSE_IN_LABEL, unless=PLAIN_PIECES)
def no_space_in_code(page: Page) -> Iterator[Problem]:
    """Code between back-ticks neither begins nor ends with a space.

    One space on both sides is not shown and may stand beside a back-tick that belongs to the code; any other space is shown.

    Bad: `` ` value` ``
    Good: `` `value` ``
    """
    if page.is_translation:
        return
    for code in _code_at_risk(page):
        yield from _check(page, code)


def _code_at_risk(page: Page) -> Iterator[Span]:
    """Yield the code spans that may begin or end with white space."""
    pieces = page.pieces
    for code in pieces.loose_code:
        yield Span(*code.span())
    for link in pieces.links:
        label = link["label"]
        if "`" in label and _EDGE.search(label):
            codes = _CODE.finditer(page.masked, *link.span("label"))
            yield from (Span(*code.span()) for code in codes if code[1] != code[1].strip())
    for block in pieces.others:
        for inline in page.inlines(block) if _EDGE.search(block.text) else ():
            if inline.kind == "code":
                yield inline.span


def _check(page: Page, code: Span) -> Iterator[Problem]:
    match = _PARTS.match(page.masked[slice(*code)])
    block = page.text_at(code.start)
    # With a back-tick without a partner, what seems to be code is the words between two pieces of code.
    if (
        match is None
        or not match[3]
        or (block and has_odd_ticks(block) and loose_mark(page, block))
    ):
        return
    before, words, after = match[2], match[3], match[4]
    if (bool(before) and bool(after)) and len(before) == len(after) == 1:
        return
    # A space that keeps the code apart from a back-tick is needed.
    needed = words.startswith("`") or words.endswith("`")
    start, end = code.start + match.start(2), code.start + match.end(4)
    if len(before) > needed and "\n" not in before:
        span = Span(start, start + len(before) - needed)
        yield _problem(span, words)
    if len(after) > needed and "\n" not in after:
        span = Span(end - len(after) + needed, end)
        yield _problem(span, words)


def _problem(span: Span, words: str) -> Problem:
    message = _("A space stands inside the back-ticks beside `{words}`; remove it.")
    return Problem(span, message.format(words=" ".join(words.split())), (Edit(span, ""),))

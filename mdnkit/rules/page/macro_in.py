"""Macro calls stand where what they become can stand."""

import re
from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.macros.catalogue import Macro, macro
from mdnkit.messages import _
from mdnkit.page.block_facts import PAIRED_FENCES
from mdnkit.page.blocks import INLINE_KINDS
from mdnkit.page.macro_call import MacroCall
from mdnkit.page.page import Page
from mdnkit.page.page_facts import DISTINCT_HEADINGS
from mdnkit.rules.page._line_patterns import in_fences, outside_fences
from mdnkit.rules.page._structure import piece_at
from mdnkit.rules.rule import page_rule
from mdnkit.span import Span

_BETWEEN_BACKTICKS = re.compile("`[^`]*⟬[^`]*`")
_BEHIND_ODD = r"\n(?:[^`\n]*`[^`\n]+`)*[^`\n]*`[^`\n]*"
"""The beginning of a line, up to a place behind an odd number of back-ticks."""
_MAY_BE_CODE = rf"{_BEHIND_ODD}(?:\{{\{{|\||\n)|[^`]``[^`]|\\`"
"""A call that may stand in a code span, and back-ticks that do not tell whether one does."""


@page_rule(
    Severity.ERROR,
    where=(in_fences(r"\{\{"), outside_fences(_MAY_BE_CODE)),
    unless=PAIRED_FENCES,
)
def macro_in_code(page: Page) -> Iterator[Problem]:
    r"""Code holds no macro call: MDN expands macros before it reads Markdown, in code too.

    A code block then shows the HTML of a link or a banner. In a code span only macros that become a link are useful; to show
    the braces themselves, a backslash goes before them.

    Bad: `{{Compat}}` between backticks
    Good: `\{{Compat}}` between backticks
    """
    for block in page.all_blocks:
        if "⟬" not in block.text:
            continue
        if block.kind in ("fence", "code"):
            for call, _known in _known_calls(page, block.span):
                message = _(
                    "MDN expands `{name}` here, although it stands in code; write `\\{{{{` to show the braces."
                )
                yield Problem(call.span, message.format(name=call.name))
        elif block.kind in INLINE_KINDS and _BETWEEN_BACKTICKS.search(block.text):
            others = [
                call for call, known in _known_calls(page, block.span) if known.family != "link"
            ]
            for call in others:
                if piece_at(page, block, call.span.start, "code"):
                    message = _(
                        "MDN expands `{name}` in a code span too; write `\\{{{{` to show the braces."
                    )
                    yield Problem(
                        call.span, message.format(name=call.name), severity=Severity.WARNING
                    )


@page_rule(Severity.WARNING, unless=DISTINCT_HEADINGS)
def macro_in_heading(page: Page) -> Iterator[Problem]:
    """A heading holds no macro call but links and badges.

    Anything else becomes a block, such as a banner, a list or a frame, inside the heading and its id.

    Bad: `## Examples {{SeeCompatTable}}`
    Good: `## Examples`, and `{{SeeCompatTable}}` in a paragraph of its own
    """
    for block in page.of_kind("heading"):
        if "⟬" in block.text:
            for call, known in _known_calls(page, block.span):
                if known.family not in ("link", "badge") and known.name != "LiveSampleLink":
                    message = _(
                        "`{name}` becomes a block, which a heading cannot hold; call it below the heading."
                    )
                    yield Problem(call.span, message.format(name=call.name))


def _known_calls(page: Page, span: Span) -> Iterator[tuple[MacroCall, Macro]]:
    """Yield the well-formed calls of macros that MDN has."""
    for call in page.calls_in(span):
        known = None if call.mistake or call.angle else macro(call.name)
        if known is not None:
            yield call, known

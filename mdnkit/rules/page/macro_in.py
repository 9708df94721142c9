"""Macro calls stand where what they become can stand."""

import functools
import re
from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.macros.catalogue import Macro, macro
from mdnkit.messages import _
from mdnkit.page.blocks import INLINE_KINDS
from mdnkit.page.macro_call import MacroCall
from mdnkit.page.page import Page
from mdnkit.page.page_facts import DISTINCT_HEADINGS
from mdnkit.rules.page._structure import piece_at
from mdnkit.rules.rule import page_rule
from mdnkit.span import Span

_BETWEEN_BACKTICKS = re.compile("`[^`]*⟬[^`]*`")


@page_rule(Severity.ERROR)
def macro_in_code(page: Page) -> Iterator[Problem]:
    r"""Code holds no macro call: MDN expands macros before it reads Markdown, in code too.

    A code block then shows the HTML of a link or a banner. In a code span only macros that become a link are useful; to show
    the braces themselves, a backslash goes before them.

    Bad: `{{Compat}}` between backticks
    Good: `\{{Compat}}` between backticks
    """
    for block in page.all_blocks if _may_be_in_code(page) else ():
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


def _may_be_in_code(page: Page) -> bool:
    """Return whether a look at each block is needed: most pages have no call in a block of code, and none after a back-tick
    in one paragraph but those at the end of a term."""
    if any("⟬" in block.text for kind in ("fence", "code") for block in page.of_kind(kind)):
        return True
    text = page.masked
    for key, calls in page.calls_by_key.items():
        for call in calls if _is_no_link(key) else ():
            if _is_behind_backtick(text, call.span.start) and not text.startswith(
                "\n  - : ", call.span.end
            ):
                return True
    return False


def _is_behind_backtick(text: str, at: int) -> bool:
    """Return whether a back-tick stands before a place, behind the last empty line and the last marker of an item."""
    if text.endswith("\n\n", 0, at):
        return False
    begin = max(text.rfind("\n\n", 0, at), 0)
    if text.find("`", begin, at) == -1:
        return False
    item = text.rfind("\n- ", begin, at)
    # An item without words does not end a paragraph.
    return item == -1 or text[item + 3] in " \n" or text.find("`", item, at) != -1


@functools.lru_cache(1024)
def _is_no_link(key: str) -> bool:
    """Return whether MDN has a macro and it becomes something else than a link."""
    known = macro(key)
    return known is not None and known.family != "link"


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

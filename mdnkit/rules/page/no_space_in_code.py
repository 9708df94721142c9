"""Code between back-ticks neither begins nor ends with a space."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.inlines import Inline
from mdnkit.page.page import Page
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._structure import structure
from mdnkit.span import Span

_PARTS = re.compile(r"(`+)(\s*)(.*?)(\s*)\1\Z", re.DOTALL)


@markdown_rule(Severity.WARNING, "MD038")
def no_space_in_code(page: Page) -> Iterator[Problem]:
    """Code between back-ticks neither begins nor ends with a space.

    One space on both sides is not shown and may stand beside a back-tick that belongs to the code; any other space is shown.

    Bad: `` ` value` ``
    Good: `` `value` ``
    """
    if page.is_translation:
        return
    for block in structure(page).texts:
        if "`" in block.text and _may_have_space(block.text):
            for inline in page.inlines(block):
                if inline.kind == "code":
                    yield from _check(page, inline)


def _may_have_space(text: str) -> bool:
    """Return whether code between single back-ticks begins or ends with white space, or is marked in another way."""
    if "``" in text or "\\" in text:
        return True
    return any(code[:1].isspace() or code[-1:].isspace() for code in text.split("`")[1::2])


def _check(page: Page, code: Inline) -> Iterator[Problem]:
    match = _PARTS.match(page.masked[slice(*code.span)])
    if match is None or not match[3]:
        return
    before, words, after = match[2], match[3], match[4]
    if (bool(before) and bool(after)) and len(before) == len(after) == 1:
        return
    # A space that keeps the code apart from a back-tick is needed.
    needed = words.startswith("`") or words.endswith("`")
    start, end = code.span.start + match.start(2), code.span.start + match.end(4)
    message = _("A space stands inside the back-ticks beside `{words}`; remove it.")
    shown = " ".join(words.split())
    if len(before) > needed and "\n" not in before:
        span = Span(start, start + len(before) - needed)
        yield Problem(span, message.format(words=shown), (Edit(span, ""),))
    if len(after) > needed and "\n" not in after:
        span = Span(end - len(after) + needed, end)
        yield Problem(span, message.format(words=shown), (Edit(span, ""),))

"""The exclamation mark of a callout stands inside its brackets."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.blocks import text_offset
from mdnkit.page.page import Page
from mdnkit.rules.page._line_patterns import LINE_START, LONE_CR
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._structure import of_kind
from mdnkit.span import Span

_MARKER = re.compile(r"(?:!\[!?|\[|!)(note|warning|callout)\]?(?=[ \t]*(?:\n|\Z))", re.IGNORECASE)


@markdown_rule(Severity.ERROR, "search-replace", where=(rf"{LINE_START}>[ \t]*[!\[]", LONE_CR))
def text_bad_gfm_alert(page: Page) -> Iterator[Problem]:
    """The marker of a callout has its exclamation mark, and has it inside the brackets.

    Anything else is shown as an ordinary quotation. Other spellings of the marker are reported by `callout-marker`.

    Bad: `> [NOTE]`, `> ![NOTE]`
    Good: `> [!NOTE]`
    """
    for quote in of_kind(page, "quote"):
        first = quote.children[0] if quote.children else None
        if first is None or first.kind != "paragraph" or first.text[:1] not in ("!", "["):
            continue
        match = _MARKER.match(first.text)
        start = text_offset(page.source, first, 0)
        if match and not any(inline.span.start <= start + 1 for inline in page.inlines(first)):
            span = Span(start, start + match.end())
            marker = f"[!{match[1].upper()}]"
            message = _("MDN does not recognise `{written}` as a callout; write `{marker}`.")
            text = message.format(written=match[0], marker=marker)
            yield Problem(span, text, (Edit(span, marker),))

"""Only those HTML elements are written that MDN allows."""

import re
from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._structure import HTML_COMMENT, html_block_at, is_code, text_at
from mdnkit.span import Span

# https://developer.mozilla.org/en-US/docs/MDN/Writing_guidelines/Howto/Markdown_in_MDN, MathML Core, and
# the elements that MDN itself defines.
ALLOWED = frozenset((
    "a", "abbr", "annotation", "br", "caption", "code", "col", "colgroup", "dd", "details", "div", "dl", "dt",
    "em", "h4", "h5", "img", "kbd", "li", "math", "mdn-scrim-inline", "menclose", "mfenced", "mfrac", "mi",
    "mmultiscripts", "mn", "mo", "mover", "mphantom", "mprescripts", "mroot", "mrow", "ms", "mspace", "msqrt",
    "mstyle", "msub", "msubsup", "msup", "mtable", "mtd", "mtext", "mtr", "munder", "munderover", "none", "ol",
    "p", "pre", "q", "section", "semantics", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot",
    "th", "thead", "tr", "ul", "var",
))  # fmt: skip
IN_TRANSLATIONS = frozenset({"dfn", "h2", "h3", "h6", "i", "rp", "rt", "ruby"})
"""Translations have these besides."""

_ALLOWED = "|".join(sorted(ALLOWED))
_TAG = re.compile(rf"<(?!(?:{_ALLOWED})[\s/>])([A-Za-z][A-Za-z0-9-]*)(?=[\s/>])")
_WHOLE_TAG = re.compile(r"<[A-Za-z][^\s/>]*(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")


@markdown_rule(Severity.WARNING, "MD033", where="<[A-Za-z]")
def no_inline_html(page: Page) -> Iterator[Problem]:
    """Raw HTML has only the elements that MDN allows in Markdown.

    A name in angle brackets that is meant as text disappears from the page; in back-ticks it is shown.

    Bad: `the <video> element`
    Good: ``the `<video>` element``
    """
    allowed = ALLOWED | IN_TRANSLATIONS if page.is_translation else ALLOWED
    for match in _TAG.finditer(page.masked, page.body.start):
        name = match[1].lower()
        if name in allowed or is_code(page, match.start()):
            continue
        span = Span(*match.span(1))
        if _is_tag(page, match.start()):
            message = _(
                "MDN allows no `<{name}>` in Markdown; put it in back-ticks if it is meant as text."
            )
            yield Problem(Span(span.start - 1, span.end), message.format(name=match[1]))


def _is_tag(page: Page, start: int) -> bool:
    """Return whether Markdown reads a tag at `start`, and not a comment or text."""
    block = html_block_at(page, start)
    if block:
        html = HTML_COMMENT.sub(
            lambda comment: " " * len(comment[0]), page.masked[slice(*block.span)]
        )
        return any(tag.start() + block.span.start == start for tag in _WHOLE_TAG.finditer(html))
    text = text_at(page, start)
    return text is not None and any(
        inline.kind == "html" and inline.span.start == start for inline in page.inlines(text)
    )

"""Only those HTML elements are written that MDN allows."""

import re
from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.page.block_facts import PAIRED_FENCES
from mdnkit.page.page import Page
from mdnkit.rules.page._line_patterns import outside_fences
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._tags import UNSAFE, matching_tags
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


@markdown_rule(Severity.WARNING, "MD033", where=outside_fences("</?[A-Za-z]"), unless=PAIRED_FENCES)
def no_inline_html(page: Page) -> Iterator[Problem]:
    """Raw HTML has only the elements that MDN allows in Markdown.

    A name in angle brackets that is meant as text disappears from the page; in back-ticks it is shown. Elements that run or
    load something are reported by `unsafe-html`.

    Bad: `the <video> element`
    Good: ``the `<video>` element``
    """
    allowed = ALLOWED | IN_TRANSLATIONS if page.is_translation else ALLOWED
    for match, _tag in matching_tags(page, _TAG):
        name = match[1].lower()
        if name in allowed or name in UNSAFE:
            continue
        span = Span(*match.span(1))
        message = _(
            "MDN allows no `<{name}>` in Markdown; put it in back-ticks if it is meant as text."
        )
        yield Problem(Span(span.start - 1, span.end), message.format(name=match[1]))

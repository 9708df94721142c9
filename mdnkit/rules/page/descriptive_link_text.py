"""The words of a link say where it leads."""

import re
from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.page._line_patterns import SPACE
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._structure import texts

SAYING_NOTHING = frozenset(
    {
        "click here",
        "click this",
        "here",
        "link",
        "more",
        "more info",
        "more information",
        "read more",
        "see here",
        "this",
        "this article",
        "this link",
        "this page",
    }
)
_PHRASES = "|".join(sorted(SAYING_NOTHING)).replace(" ", r"\s+")
_LINK = re.compile(rf"\[[\s_*]*(?:{_PHRASES})[\s_*.,:;!?]*\][(\[]", re.IGNORECASE)
_NO_WORD = re.compile(r"[\W_]+")


@markdown_rule(
    Severity.WARNING,
    "MD059",
    where=rf"\[[_*{SPACE}]*(?i:click|here|link|more|read|see|this)[^\[\]]*\][(\[]",
)
def descriptive_link_text(page: Page) -> Iterator[Problem]:
    """The words of a link say where it leads, also when they are read alone.

    Who listens to a page goes from link to link, and who skims it sees little else. Translations are not checked: the words
    are English.

    Bad: `[here](/en-US/docs/Web/API/Event)`
    Good: `[the events of service workers](/en-US/docs/Web/API/Event)`
    """
    if page.is_translation or not _LINK.search(page.masked, page.body.start):
        return
    for block in texts(page):
        if "](" not in block.text and "][" not in block.text:
            continue
        for inline in page.inlines(block) if _LINK.search(block.text) else ():
            words = page.masked[slice(*inline.label)]
            if inline.kind != "link" or "`" in words or "<" in words:
                continue
            if _NO_WORD.sub(" ", words).strip().lower() in SAYING_NOTHING:
                message = _("`{words}` does not say where the link leads; name the target.")
                yield Problem(inline.label, message.format(words=words.strip()))

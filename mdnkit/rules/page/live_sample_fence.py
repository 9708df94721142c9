"""Fences that are marked for a live sample belong to one that the page shows."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.page.blocks import Block
from mdnkit.page.ids import heading_id
from mdnkit.page.page import Page
from mdnkit.rules.rule import page_rule
from mdnkit.span import Span

_MARK = "live-sample___"
_ALIKE = 0.8
"""How like an id must be to be offered (1: the same)."""


@page_rule(Severity.NOTE, where=_MARK)
def live_sample_fence(page: Page) -> Iterator[Problem]:
    """A mark such as `live-sample___clock` on a fence is that of a live sample in the page, or of a link to one.

    Code under another mark is not part of any live sample: where only the mark of one fence is mistyped, the sample loses
    that part without a word. An id that is almost that of a sample is a warning. Translations have the marks of English.

    Bad: ```` ```css live-sample___clok ```` beside `{{EmbedLiveSample("clock")}}`
    Good: ```` ```css live-sample___clock ````
    """
    if page.is_translation:
        return
    calls = [call for key in ("embedlivesample", "livesamplelink") for call in page.calls_of(key)]
    shown = {heading_id(call.text(0)) for call in calls}
    told: set[str] = set()
    for fence in page.of_kind("fence"):
        for word in fence.info.split() if _MARK in fence.info.lower() else ():
            id_ = word.lower().removeprefix(_MARK)
            if id_ == word.lower() or id_ in shown or id_ in told:
                continue
            told.add(id_)
            near = _near(id_, shown)
            message = _("No live sample of the page is called `{id}`; the mark does nothing.")
            if near:
                message = _("No live sample of the page is called `{id}`; did you mean `{near}`?")
            if near == _MARK + id_:
                message = _(
                    "A call names `{near}`; calls name this live sample `{id}`, without what goes before it."
                )
            severity = Severity.WARNING if near else None
            text = message.format(id=id_, near=near)
            yield Problem(_place(page, fence, word), text, severity=severity)


def _near(id_: str, shown: set[str]) -> str:
    """Return the id of a live sample that another one is a slip of; ids with other numbers name other samples."""
    alike = [one for one in sorted(shown) if _NUMBER.findall(one) == _NUMBER.findall(id_)]
    found = [_MARK + id_] if _MARK + id_ in shown else get_close_matches(id_, alike, 1, _ALIKE)
    return "".join(found)


_NUMBER = re.compile(r"\d+")


def _place(page: Page, fence: Block, word: str) -> Span:
    at = page.text.find(word, fence.span.start)
    return Span(at, at + len(word))

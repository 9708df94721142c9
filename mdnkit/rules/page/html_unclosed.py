"""Raw HTML elements are closed."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.block_facts import PAIRED_FENCES
from mdnkit.page.page import Page
from mdnkit.page.pieces import html_spans
from mdnkit.rules.page._line_patterns import outside_fences
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._tags import matching_tags
from mdnkit.span import Span

# https://html.spec.whatwg.org/multipage/syntax.html#syntax-tag-omission: of those that MDN uses, the elements with an end
# tag that cannot be left out.
_CLOSED = (
    "a", "abbr", "code", "details", "dfn", "div", "dl", "em", "kbd", "math", "ol", "pre", "q", "ruby", "section", "span",
    "strong", "sub", "summary", "sup", "svg", "table", "ul", "var",
)  # fmt: skip
_BEHIND = r"\t\n\f\r />"
"""What stands behind the name of a tag; white space is that of HTML."""
_TAG = re.compile(rf"<(?P<slash>/?)(?P<name>{'|'.join(_CLOSED)})(?=[{_BEHIND}])", re.IGNORECASE)
_PLAIN_TAG = re.compile(rf"<(/?)((?:{'|'.join(_CLOSED)})(?=[{_BEHIND}])|[A-Z]|!--)")
"""The same in small letters, which takes a third of the time; capitals and comments are to be looked at."""
_ENDS = re.compile(r"\s*</")
"""What follows where an element that was just opened should end."""


class _Opened(NamedTuple):
    """An element that is not closed yet."""

    name: str
    tag: Span


@markdown_rule(
    Severity.WARNING,
    where=outside_fences("</?[A-Za-z]"),
    unless=PAIRED_FENCES,
)
def html_unclosed(page: Page) -> Iterator[Problem]:
    """An element of raw HTML that needs an end tag has one, and an end tag closes something.

    Without it, all that follows on the page belongs to the element: it becomes small, bold, or a part of a box.

    Bad: `<kbd>Ctrl + <kbd>C</kbd>`
    Good: `<kbd>Ctrl</kbd> + <kbd>C</kbd>`
    """
    if not _are_paired(page):
        yield from _lost_tags(page)


def _are_paired(page: Page) -> bool:
    """Return whether tags are seen at a glance to be those of elements that stand in one another, as nearly always."""
    opened: list[str] = []
    for span in html_spans(page):
        for slash, name in _PLAIN_TAG.findall(page.masked, *span):
            if not slash:
                opened.append(name)
            elif not opened or opened.pop() != name:
                return False
    return not opened


def _lost_tags(page: Page) -> Iterator[Problem]:
    """Report the tags that have no partner."""
    opened: list[_Opened] = []
    # How often each name is open, and how often its end tag is to come too late: nothing is searched for in long lists.
    names: Counter[str] = Counter()
    told: Counter[str] = Counter()
    for match, tag in matching_tags(page, _TAG):
        name = match["name"].lower()
        if not match["slash"]:
            if page.masked[tag.end - 2] != "/":
                opened.append(_Opened(name, tag))
                names[name] += 1
        elif names[name]:
            inside: list[_Opened] = []
            while (last := opened.pop()).name != name:
                inside.append(last)
            names.subtract([name, *(other.name for other in inside)])
            told.update(other.name for other in inside)
            yield from _unclosed(page, inside[::-1])
        elif told[name]:
            # Closed too late, behind the end tag of the element around it.
            told[name] -= 1
        else:
            message = _("`</{name}>` closes nothing: no `<{name}>` is open here; remove it.")
            yield Problem(tag, message.format(name=name))
    yield from _unclosed(page, opened)


def _unclosed(page: Page, elements: Sequence[_Opened]) -> Iterator[Problem]:
    """Report elements that stand in one another, the outermost first, and that an end tag around them ends."""
    lost = [*elements]
    if (
        len(lost) > 1
        and lost[-2].name == lost[-1].name
        and _ENDS.match(page.masked, lost[-1].tag.end)
    ):
        _before, last = lost.pop(-2), lost.pop()
        message = _("`</{name}>` seems to be meant here, as nothing closes the `<{name}>` before.")
        slash = Edit(Span(last.tag.start + 1, last.tag.start + 1), "/")
        yield Problem(last.tag, message.format(name=last.name), (slash,))
    for name, tag in lost:
        message = _("Nothing closes this `<{name}>`; write `</{name}>` where it ends.")
        yield Problem(tag, message.format(name=name))

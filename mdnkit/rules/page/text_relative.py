"""Links into MDN name the whole path."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._structure import outside_code
from mdnkit.site.slug import locale_name
from mdnkit.span import Span

_NO_SLASH = re.compile(r"[(\"]([a-z]{2,3}(?:-[A-Za-z]{2,4})?/docs/)", re.IGNORECASE)
_UPWARD = re.compile(r"\]\((\.\.[^\s)]*)")


@markdown_rule(
    Severity.ERROR,
    "search-replace",
    where=r"[(\"][a-zA-Z]{2,3}(?:-[A-Za-z]{2,4})?/docs/",
)
def text_relative_link(page: Page) -> Iterator[Problem]:
    """A path that begins with the locale begins with a slash.

    Without it, browsers look for the page below the current one.

    Bad: `[Event](en-US/docs/Web/API/Event)`
    Good: `[Event](/en-US/docs/Web/API/Event)`
    """
    names = {locale_name(page.locale), locale_name("en-us")}
    if not any(f"{mark}{name}/docs/" in page.text for name in names for mark in '("'):
        return
    for match in outside_code(page, _NO_SLASH):
        at = match.start(1)
        message = _("The path `{path}` begins without a slash; write `/{path}`.")
        edits = (Edit(Span(at, at), "/"),)
        yield Problem(Span(*match.span(1)), message.format(path=match[1]), edits)


@markdown_rule(Severity.WARNING, "search-replace", where=r"\]\(\.\.")
def text_relative_link_path(page: Page) -> Iterator[Problem]:
    """A link does not go upward with `..`, but names the path from the locale on.

    It breaks when the page moves, and MDN's own tools do not follow it.

    Bad: `[Event](../event)`
    Good: `[Event](/en-US/docs/Web/API/Event)`
    """
    if page.masked.find("](..", page.body.start) == -1:
        return
    for match in outside_code(page, _UPWARD):
        message = _("The link goes upward with `..`; name the path from the locale on.")
        yield Problem(Span(*match.span(1)), message)

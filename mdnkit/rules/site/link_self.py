"""A page does not link to itself."""

from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.rule import site_rule
from mdnkit.site.site import Site
from mdnkit.site.site_facts import PLAIN_LINKS
from mdnkit.site.slug import folder_of, parse_url, slug_of
from mdnkit.span import Span

GUIDELINES = "mdn/"
"""Pages below it show links as examples, such as how to name the page that one quotes."""


@site_rule(Severity.NOTE, unless=PLAIN_LINKS)
def link_self(page: Page, site: Site) -> Iterator[Problem]:
    """A link to another place of the same page is written as a fragment; a link to the page itself leads nowhere.

    Navigation that lists a page among others may link to all of them, so this is a note.

    Bad: `[Examples](/en-US/docs/Web/API/Event#examples)` in the page `Web/API/Event`
    Good: `[Examples](#examples)`
    """
    if not page.folder:
        return
    # The URL of a page has its folder in it, but for capitals and for what is written in another way.
    is_plain = slug_of(page.folder) == page.folder
    for link in page.links:
        if is_plain and page.folder not in link.target.lower() and "%" not in link.target:
            continue
        # What the words show, or a macro lists, may well be the page itself.
        url = None if link.kind in ("bare", "macro") else parse_url(link.target)
        if url is None or folder_of(url.slug) != page.folder or url.query is not None:
            continue
        if (url.locale or page.locale).lower() != page.locale:
            continue
        if url.fragment:
            message = _("This is the page itself; write `#{fragment}`.")
            end = link.target.index("#")
            is_plain = page.text[link.span.start : link.span.end] == link.target
            edits = (Edit(Span(link.span.start, link.span.start + end), ""),) if is_plain else ()
            yield Problem(link.span, message.format(fragment=url.fragment), edits)
        elif not page.folder.startswith(GUIDELINES):
            yield Problem(link.span, _("The page links to itself; write the words without a link."))

"""Fragments lead to a place that the page has."""

from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.rule import site_rule
from mdnkit.site.fragment_use import answers, dead_fragments, fragment_uses
from mdnkit.site.site import Site
from mdnkit.site.site_facts import SHORT_CALLS

_FRAGMENT = (r"[^\s#`]#[^\s#]", r"\]:[ \t\n]*<?#")
"""A fragment where links name one, and alone in a link definition."""


@site_rule(Severity.WARNING, where=_FRAGMENT, unless=SHORT_CALLS)
def fragment_unresolved(page: Page, site: Site) -> Iterator[Problem]:
    """A fragment names a heading, a term or an id of the page that the link leads to, in the language of that page.

    MDN makes ids of the words of headings, so a translated page has other ids than its English page. A link with a
    fragment that nobody answers leads to the top of the page. In a translation a fragment that is dead in English
    too is not reported.

    Bad: `[Browser](/de/docs/Web/API/Event#browser_compatibility)`
    Good: `[Browser](/de/docs/Web/API/Event#browser-kompatibilität)`
    """
    dead = dead_fragments(page, site)
    if not dead:
        return
    from mdnkit.rules.site._dead_fragment import dead_fragment_problems

    yield from dead_fragment_problems(dead, page, site)


@site_rule(Severity.WARNING, where=_FRAGMENT, unless=SHORT_CALLS)
def fragment_case(page: Page, site: Site) -> Iterator[Problem]:
    """A fragment is written as the id is: in lower case.

    Browsers tell capitals apart; MDN writes all ids in lower case.

    Bad: `[Examples](#Examples)`
    Good: `[Examples](#examples)`
    """
    if not any([_has_capitals(target) for target in page.link_targets if "#" in target]):
        return
    for use in fragment_uses(page, site):
        lower = use.id.lower()
        if (
            lower != use.id
            and not answers(use, use.id, page, site)
            and answers(use, lower, page, site)
        ):
            message = _(
                "The id of this place is `{id}`; browsers tell capitals in fragments apart."
            )
            edits = (Edit(use.span, lower),) if use.replaceable else ()
            yield Problem(use.span, message.format(id=lower), edits)


def _has_capitals(url: str) -> bool:
    """Return whether the fragment of a URL has capitals."""
    fragment = url.partition("#")[2]
    return fragment != fragment.lower()

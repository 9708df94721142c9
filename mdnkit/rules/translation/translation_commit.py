"""A translation says which commit of its English it was made from."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.l10n.pair import Pair
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.rule import translation_rule
from mdnkit.site.site import Site
from mdnkit.span import Span


@translation_rule(Severity.ERROR)
def translation_commit(pair: Pair, site: Site) -> Iterator[Problem]:
    """`l10n.sourceCommit` is the full id of a commit in which the English page existed.

    It is the only way to know what a translation can be held against, and how far English has moved since. A commit that the
    history at hand does not have is no mistake: the history may be older than the translation.

    Bad: `sourceCommit: 1a2b3c4`
    Good: `sourceCommit: ` followed by all 40 digits
    """
    page = pair.translation
    if page.front_matter.problem is not None:
        return
    if pair.state == "no-hash":
        message = _(
            "The page does not say which English it was made from; add `l10n:` with `sourceCommit:` below it."
        )
        yield Problem(_opening(page), message, severity=Severity.WARNING)
    elif pair.state == "malformed-hash":
        message = _("`{commit}` is no commit id; give all 40 hexadecimal digits, in small letters.")
        yield Problem(commit_span(page), message.format(commit=pair.commit))
    elif pair.state == "not-at-commit":
        message = _(
            "The English page did not exist at commit {commit}; name the commit that it was translated from."
        )
        yield Problem(commit_span(page), message.format(commit=pair.commit[:10]))


def commit_span(page: Page) -> Span:
    """Return where `l10n.sourceCommit` is written, else the first line."""
    entry = page.front_matter.find("l10n", "sourceCommit")
    return entry.value.span if entry else _opening(page)


def _opening(page: Page) -> Span:
    return page.source.line_span(1)

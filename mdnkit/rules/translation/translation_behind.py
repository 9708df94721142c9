"""English has changed since a translation was made."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.l10n.pair import Pair
from mdnkit.messages import _
from mdnkit.rules.rule import translation_rule
from mdnkit.rules.translation.translation_commit import commit_span
from mdnkit.site.site import Site


@translation_rule(Severity.NOTE)
def translation_behind(pair: Pair, site: Site) -> Iterator[Problem]:
    """The English page is still the one that the translation was made from.

    Translations fall behind all the time, and that is no mistake of the person who edits them now; so this is
    a note. The list of all pages with what changed is `mdnkit l10n status`.

    Bad: a `sourceCommit` after which the English page was changed
    Good: a `sourceCommit` whose English page is today's
    """
    if pair.state == "behind":
        message = _("English has changed since commit {commit}; `mdnkit l10n status` shows what.")
        yield Problem(commit_span(pair.translation), message.format(commit=pair.commit[:10]))

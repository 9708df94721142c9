"""A translation has the links of its English."""

from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.l10n.link_comparison import lost_addresses, lost_links, rewritten_links
from mdnkit.l10n.pair import Pair
from mdnkit.messages import _
from mdnkit.rules.rule import translation_rule
from mdnkit.rules.translation._place import english_line, first_line
from mdnkit.site.site import Site


@translation_rule(Severity.WARNING, behind=("link-broken", "link-malformed"))
def translation_link(pair: Pair, site: Site) -> Iterator[Problem]:
    """Every link of an English paragraph is in its translation, to the same page.

    A Markdown link may have become a link macro, and a link to Wikipedia may lead to the article in the reader's language.
    An address of a web archive is one long name that breaks when a part of it is translated: that is an error.

    Bad: a sentence whose words have lost their link
    Good: the same targets as in English, in the locale of the page for pages of MDN
    """
    page, original = pair.translation, pair.original
    if original is None:
        return
    for ours, theirs in pair.matches:
        if ours is None or theirs is None or "](" not in ours.block.text:
            continue
        related = english_line(pair, ours)
        place = first_line(page, theirs.block.span.start)
        lost = [
            *lost_links(original, ours, page, theirs, site),
            *lost_addresses(original, ours, page, theirs),
        ]
        for url in lost:
            message = _(
                "The English page links to `{url}` here; the translation has lost the link."
            )
            yield Problem(place, message.format(url=url), related=related)
        for change in rewritten_links(original, ours, page, theirs):
            message = _("The link leads to `{url}`, in English to `{english}`.")
            text = message.format(url=change.link.target, english=change.english)
            severity = Severity.ERROR if change.is_archived else Severity.NOTE
            edits = (Edit(change.link.target_span, change.english),) if change.is_archived else ()
            yield Problem(change.link.target_span, text, edits, related, severity)

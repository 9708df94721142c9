"""A translation is translated."""

import re
from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.l10n.pair import Pair
from mdnkit.l10n.prose import prose
from mdnkit.locales.locale import locale
from mdnkit.messages import _
from mdnkit.rules.rule import translation_rule
from mdnkit.rules.translation._place import english_line, first_line
from mdnkit.site.site import Site

FEWEST = 7
"""Words of prose that two languages do not share by chance."""

_WORD = re.compile(r"[^\W\d_]{2,}")


@translation_rule(Severity.WARNING)
def translation_untranslated(pair: Pair, site: Site) -> Iterator[Problem]:
    """No paragraph, list item or cell of a translation is still the English one, and no section title is.

    Titles of external articles, quotations, names and code are the same in every language; only the prose
    around them counts.

    Bad: `## Examples` in a German page
    Good: `## Beispiele`
    """
    page, original = pair.translation, pair.original
    if original is None:
        return
    titles = locale(page.locale).sections
    for ours, theirs in pair.matches:
        if ours is None or theirs is None or ours.block.text.strip() == "":
            continue
        if theirs.block.kind == "heading":
            words = page.words(theirs.block)
            known = titles.get(words)
            if known and words == original.words(ours.block) and words not in known:
                message = _("The section title `{words}` is English; here it is `{title}`.")
                text = message.format(words=words, title=known[0])
                yield Problem(
                    first_line(page, theirs.block.span.start),
                    text,
                    related=english_line(pair, ours),
                )
            continue
        if theirs.block.kind in ("fence", "code", "html"):
            continue
        english = prose(original, ours.block)
        if len(_WORD.findall(english)) >= FEWEST and english == prose(page, theirs.block):
            place = first_line(page, theirs.block.span.start)
            yield Problem(
                place,
                _("This is still the English text; translate it."),
                related=english_line(pair, ours),
            )

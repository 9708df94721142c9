"""A translation is translated."""

import re
from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.l10n.pair import Pair
from mdnkit.l10n.prose import prose
from mdnkit.l10n.segments import Segment
from mdnkit.locales.locale import EN_US, locale
from mdnkit.messages import _
from mdnkit.rules.rule import translation_rule
from mdnkit.rules.translation._place import english_line, first_line
from mdnkit.site.site import Site
from mdnkit.site.slug import folder_of

FEWEST = 7
"""Words of prose that two languages do not share by chance."""

_TITLE = re.compile(r"\w+(?:[ -][\w.,-]+)+")
"""Several words; titles with other characters are names, or what browsers say."""
_WORD = re.compile(r"[^\W\d_]{2,}")


@translation_rule(Severity.WARNING)
def translation_untranslated(pair: Pair, site: Site) -> Iterator[Problem]:
    """No paragraph, list item or cell of a translation is still the English one, and no section title is.

    Titles of external articles, quotations, names and code are the same in every language; only the prose
    around them counts. A link that is called by the English title of a page which has another one here is a note.

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
        yield from _titles(pair, ours, theirs, site)
        english = prose(original, ours.block)
        if len(_WORD.findall(english)) >= FEWEST and english == prose(page, theirs.block):
            place = first_line(page, theirs.block.span.start)
            yield Problem(
                place,
                _("This is still the English text; translate it."),
                related=english_line(pair, ours),
            )


def _titles(pair: Pair, ours: Segment, theirs: Segment, site: Site) -> Iterator[Problem]:
    """Yield the problems of links that are called by English titles of pages that are translated."""
    page = pair.translation
    if "](/" not in theirs.block.text:
        return
    for link in page.inlines(theirs.block):
        words = page.text[slice(*link.label)]
        if (
            link.kind != "link"
            or not _TITLE.fullmatch(words)
            or f"[{words}](" not in ours.block.text
        ):
            continue
        answer = site.resolve(link.target, page.locale)
        if answer is None or answer.kind != "page" or answer.locale != page.locale:
            continue
        title = _title(answer.slug, page.locale, site)
        if words == _title(answer.slug, EN_US, site) and _letters(words) not in _letters(title):
            message = _("`{words}` is the English title; the page is called “{title}” here.")
            text = message.format(words=words, title=title)
            related = english_line(pair, ours)
            yield Problem(link.label, text, related=related, severity=Severity.NOTE)


def _title(slug: str, language: str, site: Site) -> str:
    """Return the title of a page; empty where it has none."""
    page = site.fragments.page(language, folder_of(slug))
    return page.front_matter.text("title") if page else ""


def _letters(text: str) -> str:
    """Return what of a text counts: titles differ in hyphens and capitals."""
    return "".join(filter(str.isalnum, text.casefold()))

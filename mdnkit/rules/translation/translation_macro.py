"""A translation has the macro calls of its English, in the form that its locale gives them."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Related, Severity
from mdnkit.l10n.macro_comparison import Change, changed_calls, gained_calls
from mdnkit.l10n.pair import Pair
from mdnkit.macros.catalogue import macro
from mdnkit.messages import _
from mdnkit.page.macro_call import MacroCall
from mdnkit.page.page import Page
from mdnkit.rules.rule import translation_rule
from mdnkit.rules.translation._place import english_line, with_places
from mdnkit.site.site import Site
from mdnkit.span import Span

_CODE = frozenset({"fence", "code"})


@translation_rule(Severity.ERROR, behind=("link-malformed",))
def translation_macro(pair: Pair, site: Site) -> Iterator[Problem]:
    """A translation has the macro calls of its English, with the same arguments but for words that readers see.

    A link macro may be written as a Markdown link to the same page, and the other way round: both count as
    the link, and so does one link for two to a page in a paragraph. Labels are translated; names, groups, numbers
    and slugs are not. Ids of live samples follow the headings, so another rule looks at what they show.

    Bad: `{{APIRef("Hintergrundabruf")}}` where English has `{{APIRef("Background Fetch API")}}`
    Good: `{{APIRef("Background Fetch API")}}`
    """
    page, original = pair.translation, pair.original
    if original is None:
        return
    for match, place, section_there in with_places(pair):
        ours, theirs = match
        if ours is None or ours.block.kind in _CODE or (theirs is None and not section_there):
            continue
        for change in changed_calls(original, ours, page, theirs, site):
            yield _changed(original, page, change, place, english_line(pair, ours))
        if theirs is not None and theirs.block.kind not in _CODE:
            for call in gained_calls(original, ours, page, theirs, site):
                yield _gained(page, call, english_line(pair, ours))


def _changed(
    original: Page, page: Page, change: Change, place: Span, related: tuple[Related, ...]
) -> Problem:
    """Return the problem of a call that is missing, or is there with other arguments."""
    english = _written(original, change.english)
    if change.translated is not None:
        message = _("`{written}` is `{english}` in English; only words for readers are translated.")
        text = message.format(written=_written(page, change.translated), english=english)
        return Problem(change.translated.span, text, related=related)
    message = _("The English page has `{english}` here; the translation has lost it.")
    severity = Severity.WARNING if _is_word(change.english) else None
    return Problem(place, message.format(english=english), related=related, severity=severity)


def _gained(page: Page, call: MacroCall, related: tuple[Related, ...]) -> Problem:
    """Return the problem of a call that English does not have."""
    message = _("The English page has no `{written}`.")
    known = macro(call.name)
    if known is not None and known.family == "link":
        message = _("The English page has neither `{written}` nor a link to its page here.")
    return Problem(call.span, message.format(written=_written(page, call)), related=related)


def _is_word(call: MacroCall) -> bool:
    """Return whether a macro makes a word in a sentence, rather than a part of the page."""
    known = macro(call.name)
    return known is not None and known.family in ("link", "badge")


def _written(page: Page, call: MacroCall) -> str:
    return page.text[call.span.start : call.span.end]

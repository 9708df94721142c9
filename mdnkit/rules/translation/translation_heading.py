"""A translation has the headings of its English, at the same levels."""

from collections import Counter
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Related, Severity
from mdnkit.l10n.alignment import Match
from mdnkit.l10n.pair import Pair
from mdnkit.l10n.segments import Segment
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.rule import translation_rule
from mdnkit.rules.translation._place import english_line, first_line, with_places
from mdnkit.site.site import Site
from mdnkit.span import Span


@translation_rule(Severity.ERROR)
def translation_heading(pair: Pair, site: Site) -> Iterator[Problem]:
    """A translation has every heading of the English page that it was made from, in the same order and at the same level.

    A heading that is missing usually means that a whole section was lost, one too many that a section is there twice. The
    table of contents, fragments and live samples follow the headings.

    Bad: `### Instanzeigenschaften` where English has `## Instance properties`
    Good: `## Instanzeigenschaften`
    """
    page, original = pair.translation, pair.original
    if original is None or not any(map(_differs, pair.matches)):
        return
    lost = Counter(place for match, place, _there in with_places(pair) if _is_lost_heading(match))
    for match, place, _there in with_places(pair):
        ours, theirs = match
        if ours is not None and ours.block.kind == "heading":
            related = english_line(pair, ours)
            words = f"{'#' * ours.block.level} {original.words(ours.block)}"
            if theirs is None:
                others = lost[place] - 1
                if others >= 0:
                    message = _(
                        "The section `{words}` of the English page is missing after this line."
                    )
                    if others:
                        message = _(
                            "The section `{words}` of the English page and {count} more are missing after this line."
                        )
                    text = message.format(words=words, count=others)
                    yield Problem(place, text, related=related)
                # Neighbours that are missing too were counted with the first one.
                lost[place] = 0
            elif theirs.block.level != ours.block.level:
                yield _level(page, ours, theirs, related)
        elif ours is None and theirs is not None and theirs.block.kind == "heading":
            message = _("The English page has no section here; `{words}` is one too many.")
            yield Problem(place, message.format(words=page.words(theirs.block)))


def _differs(match: Match) -> bool:
    """Return whether a heading has no counterpart, or one at another level."""
    ours, theirs = match
    if ours is None or theirs is None:
        return True
    return ours.block.level != theirs.block.level


def _is_lost_heading(match: Match) -> bool:
    ours, theirs = match
    return ours is not None and theirs is None and ours.block.kind == "heading"


def _level(page: Page, ours: Segment, theirs: Segment, related: tuple[Related, ...]) -> Problem:
    """Return the problem of a heading at another level, with the marks put right where it is written with `#`."""
    start = theirs.block.span.start
    at = page.text.find("#", start, theirs.block.span.end)
    marks = Span(at, at + theirs.block.level)
    written = "#" * theirs.block.level
    wanted = "#" * ours.block.level
    message = _(
        "The heading has level {level} (`{written}`), in English {wanted_level} (`{wanted}`)."
    )
    text = message.format(
        level=theirs.block.level, written=written, wanted_level=ours.block.level, wanted=wanted
    )
    if page.text[marks.start : marks.end] != written:
        return Problem(first_line(page, start), text, related=related)
    return Problem(marks, text, (Edit(marks, wanted),), related)

"""A translation has the code blocks of its English, with the same code."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Related, Severity
from mdnkit.l10n.code import CodeDifference, compare_code
from mdnkit.l10n.pair import Pair
from mdnkit.l10n.segments import Segment
from mdnkit.locales.locale import locale
from mdnkit.messages import _
from mdnkit.page.blocks import Block
from mdnkit.page.info_string import parse_info_string
from mdnkit.page.page import Page
from mdnkit.rules.rule import translation_rule
from mdnkit.rules.translation._place import english_line, first_line, with_places
from mdnkit.site.site import Site
from mdnkit.span import Span


@translation_rule(Severity.ERROR)
def translation_fence(pair: Pair, site: Site) -> Iterator[Problem]:
    """A translation has every code block of its English, with the same info string and the same code.

    The locale says whether comments and strings are translated. Where strings are not, a changed one is a warning, because
    programs may depend on it; any other change makes the page show code that nobody wrote.

    Bad: `if (result === "Erfolg")` where English has `if (result === "success")`
    Good: the code of the English page, with its comments in German or in English
    """
    for match, place, section_there in with_places(pair):
        ours, theirs = match
        if ours is not None and ours.block.kind == "fence":
            if theirs is not None and theirs.block[3:] == ours.block[3:]:
                continue
            related = english_line(pair, ours)
            if theirs is not None:
                yield from _compare(pair.translation, ours, theirs, related)
            elif section_there:
                message = _(
                    "A code block (`{info}`) of the English page is missing after this line."
                )
                yield Problem(place, message.format(info=ours.block.info or "```"), related=related)
        elif ours is None and theirs is not None and theirs.block.kind == "fence" and section_there:
            yield Problem(
                place, _("The English page has no code block here; this one is too many.")
            )


_SEVERITY = {
    CodeDifference.COMMENTS: Severity.NOTE,
    CodeDifference.STRINGS: Severity.WARNING,
    CodeDifference.CODE: Severity.ERROR,
}


def _compare(
    page: Page, ours: Segment, theirs: Segment, related: tuple[Related, ...]
) -> Iterator[Problem]:
    """Report how a code block differs from its English."""
    opening = first_line(page, theirs.block.span.start)
    if ours.block.info != theirs.block.info:
        message = _(
            "The code block is `{written}`, in English `{wanted}`; the info string is not translated."
        )
        yield Problem(
            opening,
            message.format(written=theirs.block.info, wanted=ours.block.info),
            related=related,
        )
    language = parse_info_string(ours.block.info).language
    difference = compare_code(language, ours.block.text, theirs.block.text)
    allowed = locale(page.locale).translated_code
    if difference is CodeDifference.COMMENTS and "comments" in allowed:
        return
    if difference is CodeDifference.STRINGS and "strings" in allowed:
        return
    if difference is CodeDifference.NONE:
        return
    span, theirs_line, ours_line = _first_difference(page, ours.block, theirs.block)
    if difference is CodeDifference.COMMENTS:
        message = _("A comment in the code differs from English: `{theirs}`, in English `{ours}`.")
    elif difference is CodeDifference.STRINGS:
        message = _("A text in the code differs from English: `{theirs}`, in English `{ours}`.")
    else:
        message = _("The code differs from English: `{theirs}`, in English `{ours}`.")
    severity = _SEVERITY[difference]
    text = message.format(theirs=theirs_line or " ", ours=ours_line or " ")
    yield Problem(span, text, related=related, severity=severity)


def _first_difference(page: Page, ours: Block, theirs: Block) -> tuple[Span, str, str]:
    """Return where the code first differs, and the line there in both languages."""
    left, right = ours.text.splitlines(), theirs.text.splitlines()
    index = next(
        (i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b),
        min(len(left), len(right)),
    )
    number = min(page.source.position(theirs.at).line + index, len(page.source.line_starts))
    span = first_line(page, page.source.line_span(number).start)
    shown = [part[index].strip() if index < len(part) else "" for part in (right, left)]
    return span, shown[0], shown[1]

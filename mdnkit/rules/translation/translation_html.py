"""A translation has the HTML tags of its English."""

from collections import Counter
from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.l10n.markup import Tag, tags
from mdnkit.l10n.pair import Pair
from mdnkit.messages import _
from mdnkit.rules.rule import translation_rule
from mdnkit.rules.translation._place import english_line, first_line
from mdnkit.site.site import Site

_FORMATTING = frozenset({"code", "em", "strong", "b", "i", "a"})


@translation_rule(Severity.WARNING)
def translation_html(pair: Pair, site: Site) -> Iterator[Problem]:
    """The raw HTML tags of an English paragraph or HTML block are in its translation, with the same ids and classes.

    A lost end tag changes the rest of the page; a tag too many is often a name such as `<video>` that lost its backslash
    or its back-ticks, and disappears from the page.

    Bad: `Drücken Sie <kbd>Strg.` where English has `Press <kbd>Ctrl</kbd>.`
    Good: `Drücken Sie <kbd>Strg</kbd>.`
    """
    page, original = pair.translation, pair.original
    if original is None:
        return
    for ours, theirs in pair.matches:
        if ours is None or theirs is None or "<" not in ours.block.text + theirs.block.text:
            continue
        if theirs.block.kind in ("fence", "code") or ours.block.kind in ("fence", "code"):
            continue
        wanted, found = tags(original, ours), tags(page, theirs)
        marks = Counter(tag.mark for tag in wanted)
        lost = list((marks - Counter(tag.mark for tag in found)).elements())
        extra = _extra(found, marks)
        if _is_formatting([*lost, *(tag.mark for tag in extra)]):
            continue
        # A tag that has lost its other half changes everything after it.
        severity = None if extra or _is_paired(lost) else Severity.ERROR
        names = {mark.lstrip("/").split(" ", 1)[0] for mark in lost}
        related = english_line(pair, ours)
        for mark, tag in zip(lost, [*extra, *[None] * len(lost)], strict=False):
            if tag is None:
                message = _("The tag `<{tag}>` of the English page is missing here.")
                place = first_line(page, theirs.block.span.start)
                yield Problem(place, message.format(tag=mark), (), related, severity)
        for tag in extra:
            message = _("The English page has no tag `{written}` here.")
            if tag.name in names:
                message = _("The tag `{written}` is another one in English.")
            written = page.text[tag.span.start : tag.span.end]
            if f"`{written}`" in ours.block.text:
                message = _(
                    "`{written}` is code in English; without back-ticks it disappears from the page."
                )
            yield Problem(tag.span, message.format(written=written), related=related)


def _is_formatting(marks: list[str]) -> bool:
    """Return whether the tags are pairs that Markdown has marks for, which may stand in their place."""
    return _is_paired(marks) and {mark.lstrip("/") for mark in marks} <= _FORMATTING


def _is_paired(marks: list[str]) -> bool:
    """Return whether there are as many start tags as end tags of each element."""
    names = [mark.split(" ", 1)[0] for mark in marks]
    opened = Counter(name for name in names if not name.startswith("/"))
    closed = Counter(name[1:] for name in names if name.startswith("/"))
    return opened == closed


def _extra(found: list[Tag], wanted: Counter[str]) -> list[Tag]:
    """Return the tags that are there more often than in English."""
    left = Counter(wanted)
    extra: list[Tag] = []
    for tag in found:
        if left[tag.mark] > 0:
            left[tag.mark] -= 1
        else:
            extra.append(tag)
    return extra

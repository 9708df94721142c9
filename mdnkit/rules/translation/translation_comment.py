"""A translation keeps the HTML comments of its English."""

import re
from collections import Counter
from collections.abc import Iterator

from mdnkit.finding import Problem, Related, Severity
from mdnkit.l10n.markup import Comment, comments
from mdnkit.l10n.pair import Pair
from mdnkit.messages import _
from mdnkit.rules.rule import translation_rule
from mdnkit.rules.translation._block_words import beginning
from mdnkit.rules.translation._place import first_line
from mdnkit.site.site import Site
from mdnkit.span import Span

_SPELLING = re.compile(r"(?i)cspell:")


@translation_rule(Severity.NOTE)
def translation_comment(pair: Pair, site: Site) -> Iterator[Problem]:
    """The HTML comments of the English page are in the translation, translated or not.

    They name sources and licences, warn editors, or tell a formatter what to leave alone. Words for the spelling checker,
    which reads English pages only, are not missed.

    Bad: an English page with `<!-- prettier-ignore -->`, a translation without
    Good: the comment at the same place
    """
    page, original = pair.translation, pair.original
    if original is None or "<!--" not in original.text:
        return
    wanted = [comment for comment in comments(original) if not _SPELLING.match(comment.text)]
    found = [comment.text for comment in comments(page) if not _SPELLING.match(comment.text)]
    texts = {comment.text for comment in wanted}
    translated = sum(text not in texts for text in found)
    lost = _missing(wanted, found)
    missing = lost[translated:]
    for comment, place in zip(missing, _places(pair, missing), strict=True):
        message = _("The comment “{text}” of the English page is missing after this line.")
        line = original.source.position(comment.span.start).line
        told = _("the English text at commit {commit}").format(commit=pair.commit[:10])
        related = (Related(original.path, line, told),)
        text = message.format(text=beginning(comment.text))
        yield Problem(place, text, related=related)


def _missing(wanted: list[Comment], found: list[str]) -> list[Comment]:
    """Return the comments whose text is there less often than they are; the last ones of those with the same text."""
    left = Counter(found)
    missing: list[Comment] = []
    for comment in wanted:
        if left[comment.text] > 0:
            left[comment.text] -= 1
        else:
            missing.append(comment)
    return missing


def _places(pair: Pair, comments: list[Comment]) -> Iterator[Span]:
    """Yield the line of the translation after which each comment of the English page, in their order, belongs."""
    page = pair.translation
    place = page.body.start
    matches = iter(pair.matches)
    match = next(matches, None)
    for comment in comments:
        while match is not None:
            ours, theirs = match
            if ours is not None and ours.block.span.start > comment.span.start:
                break
            if theirs is not None:
                block = theirs.block
                place = block.span.start + len(page.text[slice(*block.span)].rstrip()) - 1
            match = next(matches, None)
        yield first_line(page, place)

"""A translation keeps inline code as it is in English."""

import re
from collections import Counter
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Related, Severity
from mdnkit.l10n.inline_code import Code, inline_code, is_for_readers, is_grouped_as, is_markup
from mdnkit.l10n.pair import Pair
from mdnkit.l10n.segments import Segment
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.rule import translation_rule
from mdnkit.rules.translation._place import english_line, first_line
from mdnkit.site.site import Site
from mdnkit.span import Span


@translation_rule(Severity.WARNING, behind=("translation-macro",))
def translation_code(pair: Pair, site: Site) -> Iterator[Problem]:
    """Every piece of inline code in an English paragraph is in its translation, letter for letter.

    Keywords, values, names of members and elements are what readers type; they are the same in every language. Code that is
    named twice in a sentence may be named once in the translation. Code that became plain words is a note; so is a text in a
    piece of code, and a phrase that stands as code. Thousands are grouped as the language groups them.

    A backslash before `<` is shown in code, which has no escapes.

    Bad: `wahr` where English has `true`
    Good: `true`
    """
    page, original = pair.translation, pair.original
    if original is None:
        return
    for ours, theirs in pair.matches:
        if ours is None or theirs is None or "`" not in ours.block.text + theirs.block.text:
            continue
        wanted, found = inline_code(original, ours), inline_code(page, theirs)
        if any(is_markup(code.shown) for code in found):
            continue
        lost, extra = _without(wanted, found), _without(found, wanted)
        if extra and not lost:
            # Code that is there once less, while something else is there, was changed at one place.
            kept = Counter(code.kept for code in wanted)
            kept -= Counter(code.kept for code in found)
            lost = [code.shown for code in dict.fromkeys(wanted) if kept[code.kept] > 0]
        yield from _problems(pair, page, ours, theirs, lost, extra)


def _without(codes: list[Code], others: list[Code]) -> list[str]:
    """Return the codes, each once, that are not among the others."""
    kept = {code.kept for code in others}
    return [code.shown for code in dict.fromkeys(codes) if code.kept not in kept]


def _problems(
    pair: Pair, page: Page, ours: Segment, theirs: Segment, lost: list[str], extra: list[str]
) -> Iterator[Problem]:
    if not lost:
        return
    related = english_line(pair, ours)
    spans = _code_spans(page, theirs) if extra else {}
    first = first_line(page, theirs.block.span.start)
    for code, other in zip(lost, [*extra, *[""] * len(lost)], strict=False):
        if is_grouped_as(code, other):
            continue
        if other and _unescaped(other) == _unescaped(code) and "\\" in other:
            yield _escaped(page, spans.get(other, first), code, related)
        elif other == f"<{code}>":
            # The element by its name in full, which nobody misreads.
            continue
        elif other:
            message = _(
                "`{other}` seems to stand for `{code}` of the English page; code is not translated."
            )
            if "](/" in other:
                message = _(
                    "`{other}` seems to stand for `{code}` of the English page; back-ticks around a link show its marks."
                )
            text = message.format(other=other, code=code)
            severity = Severity.NOTE if is_for_readers(code, other) else None
            yield Problem(spans.get(other, first), text, related=related, severity=severity)
        else:
            message = _(
                "The English page has `{code}` here; the translation does not name it as code."
            )
            text = message.format(code=code)
            yield Problem(first, text, related=related, severity=Severity.NOTE)


_ESCAPE = re.compile(r"\\([^\w\s])")


def _unescaped(code: str) -> str:
    return _ESCAPE.sub(r"\1", code)


def _escaped(page: Page, span: Span, code: str, related: tuple[Related, ...]) -> Problem:
    """Return the problem of code with backslashes that English does not have: readers see them."""
    message = _("The backslash is shown in code; in English this is `{code}`.")
    written = page.text[span.start : span.end]
    fixed = _unescaped(written)
    edits = (Edit(span, fixed),) if fixed.strip("`").strip() == code else ()
    return Problem(span, message.format(code=code), edits, related)


def _code_spans(page: Page, segment: Segment) -> dict[str, Span]:
    """Return where each piece of code stands first in a segment."""
    spans: dict[str, Span] = {}
    for inline in page.inlines(segment.block):
        if inline.kind == "code":
            spans.setdefault(inline.text, inline.span)
    return spans

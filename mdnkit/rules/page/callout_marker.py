"""Notes, warnings and callouts are written so that MDN recognises them."""

import re
from collections.abc import Iterator, Mapping

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.blocks import Block, text_offset
from mdnkit.page.page import Page
from mdnkit.rules.page._line_patterns import LINE_START, LONE_CR
from mdnkit.rules.rule import page_rule
from mdnkit.span import Span

MARKERS = ("NOTE", "WARNING", "CALLOUT")
_BRACKET = re.compile(r"\\?\[\s*!\s*([^\]\n]*?)\s*\]")
_OLD = re.compile(r"\*\*(Note|Warning|Callout)(?::\*\*|\*\*:)")


@page_rule(Severity.ERROR, "text-gfm-alert", "search-replace", where=(rf"{LINE_START}>", LONE_CR))
def callout_marker(page: Page) -> Iterator[Problem]:
    """A callout begins with `[!NOTE]`, `[!WARNING]` or `[!CALLOUT]`, in English, in capitals, alone on its line.

    Anything else is shown as an ordinary quotation, with the marker as text. The label that readers see is translated by MDN
    when the page is built, so the marker is never translated.

    Bad: `> [!HINWEIS]`
    Good: `> [!NOTE]`
    """
    for block in page.of_kind("quote"):
        if block.children and block.children[0].kind == "paragraph":
            yield from _quote(page, block.children[0])
    for block in page.of_kind("callout"):
        if not block.children:
            message = _(
                "The callout has no text, as an empty line ends it; begin its first line, and the lines between, with `>`."
            )
            yield Problem(_first_line(page, block), message, severity=Severity.WARNING)
        yield from _callout(page, block)


def _quote(page: Page, first: Block) -> Iterator[Problem]:
    """Report a quote that was meant as a callout."""
    old, meant = _old_label(first.text, page.locale)
    if old:
        message = _(
            "`{old}` is no longer a callout on MDN; write `[!{marker}]` on a line of its own."
        )
        span = _span(page, first, 0, len(old))
        yield Problem(span, message.format(old=old, marker=meant))
        return
    marker = _BRACKET.match(first.text)
    if marker is None or first.text[marker.end() : marker.end() + 1] == "(":
        return
    span = _span(page, first, 0, marker.end())
    word = marker[1].upper()
    if word in MARKERS:
        message = _("MDN does not recognise `{written}` as a callout; write `[!{marker}]`.")
        edits = (Edit(span, f"[!{word}]"),)
        yield Problem(span, message.format(written=marker[0], marker=word), edits)
    else:
        message = _(
            "`{written}` is no callout marker, so this is shown as a quotation; MDN knows {known}, in English."
        )
        known = ", ".join(f"`[!{name}]`" for name in MARKERS)
        meant = _meant(word, page.locale)
        fix = (Edit(span, f"[!{meant}]"),) if meant else ()
        yield Problem(span, message.format(written=marker[0], known=known), fix)


def _old_label(text: str, folder: str) -> tuple[str, str]:
    """Return the label in bold with which a text begins, as callouts once did, and its marker; empty without one."""
    english = _OLD.match(text)
    if english:
        return english[0], english[1].upper()
    for marker, label in _labels(folder).items():
        word = label.removesuffix(":")
        for old in (f"**{word}:**", f"**{word}**:"):
            if word and text.startswith(old):
                return old, marker
    return "", ""


def _labels(folder: str) -> Mapping[str, str]:
    from mdnkit.locales.locale import locale

    return locale(folder).callouts


def _meant(word: str, folder: str) -> str:
    """Return the marker for which MDN shows a word as label in a locale; empty where there is none."""
    labels = _labels(folder)
    return next((name for name in MARKERS if labels.get(name, "").upper() == f"{word}:"), "")


def _callout(page: Page, block: Block) -> Iterator[Problem]:
    """Report text that follows the marker on its line."""
    marked = f"[!{block.info}]\n"
    if page.text.startswith((f"> {marked}", f">{marked}"), block.span.start):
        return
    line = page.source.line_span(page.source.position(block.span.start).line)
    written = page.text[line.start : line.end]
    marker = written.index("[!") + len(f"[!{block.info}]")
    rest = written[marker:]
    if rest.strip():
        prefix = written[: written.index("[!")]
        start = line.start + marker
        # Text that was joined to the marker's line often still has the `>` of a line of its own.
        text = rest.lstrip(" \t>")
        edits = (Edit(Span(start, start + len(rest) - len(text)), f"\n{prefix}"),) if text else ()
        message = _("Text follows `[!{marker}]` on its line; begin it on the next line.")
        yield Problem(
            Span(start, line.end),
            message.format(marker=block.info),
            edits,
            severity=Severity.WARNING,
        )


def _first_line(page: Page, block: Block) -> Span:
    return page.source.line_span(page.source.position(block.span.start).line)


def _span(page: Page, block: Block, start: int, end: int) -> Span:
    return Span(
        text_offset(page.source, block, start), text_offset(page.source, block, end - 1) + 1
    )

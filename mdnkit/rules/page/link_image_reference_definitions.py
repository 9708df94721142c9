"""Definitions of link targets are used, and made once."""

import re
from collections.abc import Collection, Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._structure import code_block_at, html_block_at, is_code
from mdnkit.rules.page.reference_links_images import label_key
from mdnkit.span import Span

_DEFINITION = re.compile(r"\n[ \t>]*\[((?:[^\[\]\\\n]|\\.)+)\]:[ \t]*\n?[ \t]*\S[^\n]*")
_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\](?![:(])")
_COLON_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]:")
"""A label with a colon behind it, which is none of a definition if words stand before it in its line."""


@markdown_rule(Severity.WARNING, "MD053", where=r"\]:")
def link_image_reference_definitions(page: Page) -> Iterator[Problem]:
    """A definition `[label]: target` is used by a link or an image, and no label is defined twice.

    Of two definitions only the first counts.

    Bad: a definition that no link names
    Good: a definition, and a link `[text][label]`
    """
    text = page.masked
    if text.find("]:", page.body.start) == -1:
        return
    found = list(_definitions(page))
    if not found:
        return
    used = set(_used(page, {label_key(match[1]) for match in found}))
    seen: set[str] = set()
    for match in found:
        key = label_key(match[1])
        span = Span(
            match.start() + 1 + len(match[0][1:]) - len(match[0][1:].lstrip(" \t>")), match.end()
        )
        line = Span(match.start() + 1, min(match.end() + 1, len(text)))
        edits = (Edit(line, ""),) if "\n" not in match[0][1:] and "\r" not in match[0] else ()
        if match[1].strip() == "//":
            continue
        if key in seen:
            message = _("`[{label}]` is defined a second time; only the first counts. Remove one.")
            yield Problem(span, message.format(label=match[1]), edits)
        elif key not in used:
            message = _("No link names `[{label}]`; remove the definition.")
            yield Problem(span, message.format(label=match[1]), edits)
        seen.add(key)


def _definitions(page: Page) -> Iterator[re.Match[str]]:
    """Yield what Markdown reads as definitions."""
    for match in _DEFINITION.finditer(page.masked, max(page.body.start - 1, 0)):
        start = match.start(1) - 1
        if label_key(match[1]) not in page.references:
            continue
        if not (code_block_at(page, start) or html_block_at(page, start) or page.text_at(start)):
            yield match


def _used(page: Page, defined: Collection[str]) -> Iterator[str]:
    """Yield those of some labels that stand in the text of the page, in any of the forms of a reference."""
    for match in (*_LABEL.finditer(page.masked, page.body.start), *_behind_words(page)):
        key, start = label_key(match[1]), match.start()
        if key in defined and page.text_at(start) and not is_code(page, start):
            yield key


def _behind_words(page: Page) -> Iterator[re.Match[str]]:
    """Yield the labels with a colon behind them that stand behind words in their line."""
    text, at = page.masked, page.body.start
    end = at
    while match := _COLON_LABEL.search(text, at):
        start = match.start()
        at = start + 1
        if text[max(text.rfind("\n", 0, start) + 1, end) : start].strip(" \t>"):
            at = end = match.end()
            yield match

"""Links by reference have a definition."""

import re
from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._structure import is_text
from mdnkit.span import Span

_REFERENCE = re.compile(r"\[((?:[^\[\]\\\n]|\\.)+)\]\[((?:[^\[\]\\\n]|\\.)*)\](?![(\[])")
_WHITE = re.compile(r"\s+")


@markdown_rule(Severity.ERROR, "MD052", where=r"\]\[")
def reference_links_images(page: Page) -> Iterator[Problem]:
    """A link or image by reference, `[text][label]`, has a definition `[label]: target` in the page.

    Without it, readers see the brackets. Translations are left alone: the fix belongs into the English page.

    Bad: `[Event][event]` without a definition
    Good: `[Event][event]` and a line `[event]: /en-US/docs/Web/API/Event`
    """
    if page.is_translation or "][" not in page.masked:
        return
    for match in _REFERENCE.finditer(page.masked, page.body.start):
        label = match[2] or match[1]
        if label_key(label) in page.references or label.strip().lower() == "x" or not label.strip():
            continue
        start = match.start()
        block = page.text_at(start)
        if block and page.masked[start - 1 : start] not in ("]", "\\") and is_text(page, start):
            message = _(
                "`[{label}]` is not defined in this page; write `[{label}]: ` and the target on a line."
            )
            label = page.text[slice(*match.span(2 if match[2] else 1))]
            yield Problem(Span(*match.span()), message.format(label=label))


def label_key(label: str) -> str:
    """Return the label as markdown-it-py keeps it: white space folded, letters of one case."""
    return _WHITE.sub(" ", label.strip()).lower().upper()

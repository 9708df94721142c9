"""Examples spell the names of the platform right."""

import re
from collections.abc import Iterator

from mdnkit.examples.names import TEXT
from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.model.facts import Facts
from mdnkit.model.platform_names import platform_names, slip_of
from mdnkit.page.blocks import Block, text_offset
from mdnkit.page.info_string import parse_info_string
from mdnkit.page.page import Page
from mdnkit.rules.rule import model_rule
from mdnkit.span import Span

_USES = re.compile(r"\.([A-Za-z_$][\w$]{4,})|([A-Za-z_$][\w$]{4,})(?=[.(])")
"""Members, and names that are called or have members."""
_LONG = 8
"""Letters from which on a name that is almost another is no chance, though the page has that other name nowhere."""

_EVERYWHERE = frozenset(("console", "document", "window"))
"""Names that any example may begin with."""


@model_rule(Severity.WARNING, where="```js")
def example_spelling(page: Page, facts: Facts) -> Iterator[Problem]:
    """A name in an example that nothing else in the page has is not almost a name of the platform.

    Whoever copies the example gets `undefined`, or an error. Looked at are members and what is called; short names only
    where the page has the right one too. Names that differ at the beginning or at the end are names of their own.

    Bad: `element.addEventListner("click", update);`
    Good: `element.addEventListener("click", update);`
    """
    if page.is_translation:
        return
    known = platform_names()
    for block in page.of_kind("fence"):
        if not parse_info_string(block.info).is_script or "example-bad" in block.info:
            continue
        for match in _USES.finditer(block.text):
            word = match[1] or match[2]
            if word in known or page.text.count(word) > 1:
                continue
            near = slip_of(word)
            is_sure = len(word) >= _LONG or near in _EVERYWHERE or near in page.text
            if near and is_sure and _is_code(block, match.start()):
                start = text_offset(page.source, block, match.start(1 if match[1] else 2))
                message = _("The platform has no `{word}`; did you mean `{near}`?")
                span = Span(start, start + len(word))
                yield Problem(span, message.format(word=word, near=near))


def _is_code(block: Block, offset: int) -> bool:
    """Return whether a place in a script is neither in a comment nor in a string."""
    return not any(text.start() <= offset < text.end() for text in TEXT.finditer(block.text))

"""Examples spell the names of the platform right."""

import re
from collections.abc import Iterator

from mdnkit.examples.names import TEXT
from mdnkit.examples.run import ExampleRun
from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.model.facts import Facts
from mdnkit.model.platform_names import platform_names, slip_of
from mdnkit.page.blocks import text_offset
from mdnkit.rules.rule import example_rule
from mdnkit.span import Span

_USES = re.compile(r"\.([A-Za-z_$][\w$]{4,}+)|(?<![\w$.])([A-Za-z_$][\w$]{4,}+)(?=[.(])")
"""Members, and names that are called or have members."""
_LONG = 8
"""Letters from which on a name that is almost another is no chance, though the page has that other name nowhere."""

_EVERYWHERE = frozenset(("console", "document", "window"))
"""Names that any example may begin with."""


@example_rule(Severity.WARNING)
def example_spelling(run: ExampleRun, facts: Facts) -> Iterator[Problem]:
    """A name in an example that nothing else in the page has is not almost a name of the platform.

    Whoever copies the example gets `undefined`, or an error; where it waits for an event, no run shows that. Looked at are
    members and what is called; short names only where the page has the right one too. Names that differ at the beginning or
    at the end are names of their own.

    Bad: `element.addEventListner("click", update);`
    Good: `element.addEventListener("click", update);`
    """
    page, block = run.example.page, run.example.block
    is_wrong_on_purpose = "example-bad" in block.info
    if page.is_translation or run.example.inline is not None or is_wrong_on_purpose:
        return
    code = TEXT.sub(lambda text: " " * len(text[0]), block.text)
    used = {member or name for member, name in _USES.findall(code)} - platform_names()
    slips = {word: near for word in used if (near := slip_of(word))}
    for match in _USES.finditer(code) if slips else ():
        word = match[1] or match[2]
        near = slips.get(word, "")
        is_sure = len(word) >= _LONG or near in _EVERYWHERE or near in page.text
        if near and is_sure and page.text.count(word) == 1:
            start = text_offset(page.source, block, match.start(1 if match[1] else 2))
            message = _("The platform has no `{word}`; did you mean `{near}`?")
            span = Span(start, start + len(word))
            yield Problem(span, message.format(word=word, near=near))

"""Commands have no dollar sign before them when no output is shown."""

import re
from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._structure import code_blocks
from mdnkit.span import Span

_COMMAND = re.compile(r"[ \t>]*(\$[ \t]+)\S")


@markdown_rule(Severity.WARNING, "MD014", where=r"\$[ \t]")
def commands_show_output(page: Page) -> Iterator[Problem]:
    """Commands are written without `$` where the code shows no output.

    Readers copy the code, and the sign with it. Beside output, it tells what is typed from what is answered.

    Bad: `$ npm install` alone in a fence
    Good: `npm install`
    """
    if page.text.find("$ ", page.body.start) == -1 and page.text.find("$\t", page.body.start) == -1:
        return
    for block in code_blocks(page):
        if "$" not in block.text:
            continue
        lines = [line for line in block.text.splitlines() if line.strip()]
        if not lines or not all(map(_COMMAND.match, lines)):
            continue
        first = page.source.position(block.at).line
        for number in range(first, first + block.text.count("\n")):
            line = page.source.line_span(number)
            match = _COMMAND.match(page.text, line.start, line.end)
            if match:
                message = _(
                    "Every line of the code begins with `$`; without output it is not needed, remove it."
                )
                yield Problem(Span(*match.span(1)), message)

"""Macro calls stand in two braces on each side."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.macros.catalogue import macro
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.page._structure import is_code, is_comment
from mdnkit.rules.rule import page_rule
from mdnkit.span import Span

_CALL = r"(?P<name>[A-Za-z_][A-Za-z0-9_-]*)\((?P<arguments>[^(){}\n]*)\)"
_SINGLE = rf"\{{(?<![{{\\$]\{{)(?!\{{)[ \t]*\{{?[ \t]*{_CALL}[ \t]*\}}(?:[ \t]*\}})?(?!\}})"
_TRIPLE = rf"\{{\{{\{{[ \t]*{_CALL}[ \t]*\}}\}}\}}?"

_SURPLUS = re.compile(r"\}+")


@page_rule(
    Severity.ERROR, where=(rf"[^{{\\$]\{{[ \t]*(?:[ \t]\{{[ \t]*)?{_CALL}[ \t]*\}}", r"\}\}\}")
)
def macro_braces(page: Page) -> Iterator[Problem]:
    """A macro call stands in two braces on each side, without a space between them.

    With one brace, or with three, it is shown as it is written; a third brace behind a call is shown after it.

    Bad: `{cssxref("color")}`, `{ {cssxref("color")} }`, `{{cssxref("color")}}}`
    Good: `{{cssxref("color")}}`
    """
    for match in re.finditer(f"{_SINGLE}|{_TRIPLE.replace('P<', 'P<three_')}", page.text):
        name = match["name"] or match["three_name"]
        if match.start() < page.body.start or not macro(name) or _is_hidden(page, match.start()):
            continue
        arguments = match["arguments"] or match["three_arguments"]
        right = f"{{{{{name}({arguments})}}}}"
        message = _(
            "`{call}` is shown as it stands; a macro call has two braces on each side: `{right}`."
        )
        text = message.format(call=match[0], right=right)
        yield Problem(Span(*match.span()), text, (Edit(Span(*match.span()), right),))
    for call in page.macro_calls if "}}}" in page.text else ():
        surplus = _SURPLUS.match(page.text, call.span.end)
        if surplus and not call.mistake and not _is_hidden(page, call.span.start):
            braces = Span(*surplus.span())
            count = len(surplus[0])
            message = _(
                "A brace too many stands behind the call of `{name}`, where readers see it."
            )
            if count > 1:
                message = _(
                    "{count} braces too many stand behind the call of `{name}`, where readers see them."
                )
            text = message.format(name=call.name, count=count)
            yield Problem(braces, text, (Edit(braces, ""),))


def _is_hidden(page: Page, offset: int) -> bool:
    """Return whether a place is code, where braces are what they are, or a comment."""
    return is_code(page, offset) or is_comment(page, offset)

"""Macro calls are well formed."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Related, Severity
from mdnkit.messages import _
from mdnkit.page.macro_call import MacroCall, Mistake
from mdnkit.page.page import Page
from mdnkit.page.page_facts import PLAIN_CALLS
from mdnkit.rules.rule import page_rule

_LONGEST_QUOTE = 40
"""Code points of the page that a message quotes."""

_MESSAGES = {
    "bad-escape": _("MDN does not know `{text}` inside quotes; write a backslash as `\\\\`."),
    "bad-name": _(
        "`{name}` cannot be the name of a macro: names have only the letters A to Z, digits, `_` "
        "and `-`, and are not translated."
    ),
    "bad-number": _(
        "MDN cannot read `{text}` as a number; write it as `12` or `0.5`, or put it in quotes."
    ),
    "curly-quotes": _(
        "The argument {text} of `{name}` has typographic quotes; write straight ones."
    ),
    "extra-brace": _("There are too many braces around `{name}`; write two on each side."),
    "extra-parenthesis": _("The call of `{name}` has `{text}` too many; remove it."),
    "inner-quote": _(
        "An argument of `{name}` holds its own quotes; write a backslash before those inside."
    ),
    "lost-brace": _("The call of `{name}` is not closed; write `}}}}` at its end."),
    "lost-comma": _("A comma is missing between two arguments of `{name}`."),
    "lost-parenthesis": _("`)` is missing after the arguments of `{name}`."),
    "lost-quote": _("A quote is missing around an argument of `{name}`."),
    "newline-in-string": _(
        "An argument of `{name}` goes on in the next line; write what is in quotes on one line."
    ),
    "trailing-comma": _("No argument follows the last comma in the call of `{name}`; remove it."),
    "unexpected-text": _(
        "`{text}` cannot stand in the call of `{name}`; only arguments between `(` and `)` can."
    ),
    "unquoted-argument": _(
        "The argument `{text}` of `{name}` has no quotes around it, so MDN ignores it."
    ),
}
_NOT_OPENED = {
    "lost-brace": _("A brace is missing before `{name}`; write `{{{{`, without a space."),
    "lost-parenthesis": _("`(` is missing before the arguments of `{name}`."),
}


@page_rule(Severity.ERROR, unless=PLAIN_CALLS)
def macro_syntax(page: Page) -> Iterator[Problem]:
    """A macro call is well formed: `{{name}}` or `{{name("text", 1)}}`.

    MDN says nothing about most malformed calls: it guesses, leaves out arguments, or takes the
    text up to the next `}}` for a part of the call, so that whole sections of a page are lost.

    Bad: `{{domxref("Event"}}`, `{{Glossary(“DOM”)}}`, `{{Compat`
    Good: `{{domxref("Event")}}`, `{{Glossary("DOM")}}`, `{{Compat}}`
    """
    for call in page.macro_calls:
        mistake = call.mistake
        if mistake:
            span = mistake.span if mistake.span.start < mistake.span.end else call.span
            yield Problem(
                span, _message(page, call, mistake), mistake.fix, _swallowed(page, mistake)
            )


def _message(page: Page, call: MacroCall, mistake: Mistake) -> str:
    """Return what is wrong with `call`, and what to do."""
    messages = _NOT_OPENED if _is_at_opening(page, call, mistake) else _MESSAGES
    message = messages[mistake.kind]
    text = " ".join(page.text[slice(*mistake.span)].split())
    if len(text) > _LONGEST_QUOTE:
        text = text[:_LONGEST_QUOTE] + "…"
    return message.format(name=call.name, text=text)


def _is_at_opening(page: Page, call: MacroCall, mistake: Mistake) -> bool:
    """Return whether what is lost belongs to the beginning of the call or of its arguments."""
    before = page.text[call.span.start : mistake.span.start].rstrip()
    if mistake.kind == "lost-brace":
        return not before
    return mistake.kind == "lost-parenthesis" and before.endswith(call.name)


def _swallowed(page: Page, mistake: Mistake) -> tuple[Related, ...]:
    """Return where the text ends that MDN loses because of the mistake."""
    if not mistake.swallowed:
        return ()
    line = page.source.position(mistake.swallowed.end).line
    message = _("MDN takes everything up to here for a part of the call, and does not show it.")
    return (Related(page.path, line, message),)

"""Macros have names that MDN knows."""

from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.macros.catalogue import fold_name, macro, macros, removed_macro
from mdnkit.messages import _
from mdnkit.page.macro_call import MacroCall
from mdnkit.page.page import Page
from mdnkit.page.page_facts import PLAIN_CALLS
from mdnkit.rules.rule import page_rule


@page_rule(Severity.ERROR, unless=PLAIN_CALLS)
def macro_unknown(page: Page) -> Iterator[Problem]:
    """A macro call names a macro that MDN has; capitals, and `-` or `_`, make no difference.

    MDN strikes the name of an unknown macro through, in code as well, and reports nothing. Names
    are not translated. Braces that are meant as text have a backslash before them.

    Bad: `{{Spezifikationen}}`, `{{domxreff("Event")}}`, `{{value}}`
    Good: `{{Specifications}}`, `{{domxref("Event")}}`, `\\{{value}}`
    """
    for key, calls in page.calls_by_key.items():
        if not macro(key):
            yield from (_problem(call) for call in calls if not call.mistake)


def _problem(call: MacroCall) -> Problem:
    removed = removed_macro(call.name)
    if removed:
        message = _("MDN has removed the macro `{name}`; {hint}.")
        hint = _("use {replacement} instead") if removed.replacement else _("remove the call")
        hint = hint.format(replacement=removed.replacement_in_words)
        return Problem(call.name_span, message.format(name=call.name, hint=hint))
    same = [item.name for item in macros() if _letters(item.name) == _letters(call.name)]
    near = same or _near(call.name)
    if not near:
        message = _("MDN has no macro `{name}`; write `\\{{{{` where the braces are meant as text.")
        return Problem(call.name_span, message.format(name=call.name))
    message = _("MDN has no macro `{name}`; did you mean {names}?")
    names = _(" or ").join(f"`{name}`" for name in near)
    edits = (Edit(call.name_span, same[0]),) if len(same) == 1 else ()
    return Problem(call.name_span, message.format(name=call.name, names=names), edits)


def _letters(name: str) -> str:
    return fold_name(name).replace("_", "")


def _near(name: str) -> list[str]:
    """Return up to three names that look like `name`, the nearest first."""
    from difflib import get_close_matches

    spelled = {fold_name(item.name): item.name for item in macros()}
    return [spelled[key] for key in get_close_matches(fold_name(name), spelled, n=3, cutoff=0.75)]

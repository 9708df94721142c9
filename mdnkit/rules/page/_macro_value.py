"""Values of macro arguments that MDN takes without a word and does not know."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.macros.catalogue import Parameter
from mdnkit.messages import _
from mdnkit.page.macro_call import Argument, MacroCall

_RFC = re.compile(r"[1-9][0-9]*")
_RFC_IN_WORDS = re.compile(r"\s*(?:RFC[\s-]*)?0*([1-9][0-9]*)\s*", re.IGNORECASE)

_ALIKE = 0.8
"""How like a value must be to be offered (1: the same): values of several words are often rather alike."""


def unknown_value(call: MacroCall, parameter: Parameter, argument: Argument) -> Iterator[Problem]:
    """Yield what is wrong with an argument of the right kind: a word that an enumeration does not have, no RFC's number."""
    if parameter.meaning == "rfc":
        yield from _no_rfc(call, argument)
    if not parameter.values:
        return
    several = parameter.meaning == "enum-list"
    # MDN reports an unknown word of a list and drops the whole list; single values pass in silence.
    severity = Severity.ERROR if several else Severity.WARNING
    given = str(argument.value)
    for word in given.split() if several else [given]:
        if word not in parameter.values and (several or word.lower() not in parameter.values):
            message = _value_message(word, parameter)
            message = message.format(word=word, parameter=parameter.name, name=call.name)
            yield Problem(argument.span, message, severity=severity)


def _value_message(word: str, parameter: Parameter) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, parameter.values, n=2, cutoff=_ALIKE)
    if near:
        message = _("MDN does not know `{word}` as `{parameter}` of `{name}`; did you mean %s?")
        return message % _(" or ").join(f"`{value}`" for value in near)
    message = _("MDN does not know `{word}` as `{parameter}` of `{name}`; it knows %s.")
    return message % ", ".join(f"`{value}`" for value in parameter.values)


def _no_rfc(call: MacroCall, argument: Argument) -> Iterator[Problem]:
    """Yield a problem for what is not the number of an RFC: MDN makes an address of it that does not exist."""
    given = str(argument.value)
    if _RFC.fullmatch(given):
        return
    meant = _RFC_IN_WORDS.fullmatch(given)
    message = _("`{name}` takes the number of an RFC, such as 9110, not `{given}`.")
    edits = (Edit(argument.span, meant[1]),) if meant else ()
    yield Problem(argument.span, message.format(name=call.name, given=given), edits)

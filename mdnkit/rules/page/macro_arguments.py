"""Macros are given the arguments that they take."""

import functools
import itertools
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.macros.catalogue import Macro, Parameter, fold_name, macro
from mdnkit.messages import _
from mdnkit.page.macro_call import Argument, MacroCall
from mdnkit.page.macro_grammar import argument_values
from mdnkit.page.page import Page
from mdnkit.rules.page._macro_value import unknown_value
from mdnkit.rules.rule import page_rule
from mdnkit.span import Span


@page_rule(Severity.ERROR, behind=("translation-macro",))
def macro_arguments(page: Page) -> Iterator[Problem]:
    """A macro call has the arguments that the macro needs, of the kind it takes, and no more.

    Without a required argument, or with a number where MDN expects text, the page shows an error
    message in place of the link. Surplus arguments and unknown values are ignored without a word,
    so that the page says something else than it seems.

    Bad: `{{domxref}}`, `{{Glossary(404)}}`, `{{RFC("RFC 9110")}}`, `{{Compat("api.Event")}}`
    Good: `{{domxref("Event")}}`, `{{Glossary("404")}}`, `{{RFC(9110)}}`, `{{Compat}}`
    """
    new = page.written_calls - _FITTING
    if all(itertools.starmap(_fits, new)):
        _FITTING.update(new)
        return
    for call in page.macro_calls:
        known = None if call.mistake else macro(call.name)
        if known:
            yield from _problems(page.text, call, known)


_FITTING: set[tuple[str, str]] = set()
"""Names and insides of calls of which there is nothing to say; most stand on many pages."""


def _fits(name: str, inside: str) -> bool:
    """Return whether there is nothing to say of a call."""
    return _are_texts(inside, *_texts_of(fold_name(name))) or not _has_problem(name, inside)


def _are_texts(inside: str, least: int, most: int) -> bool:
    """Return whether arguments are texts, at least and at most so many, the first one not blank."""
    values = argument_values(inside)
    if not least <= len(values) <= most:
        return False
    first = values[0] if values else "none"
    return (
        isinstance(first, str)
        and bool(first.strip())
        and all([value is None or isinstance(value, str) for value in values[1:]])
    )


@functools.lru_cache(1024)
def _texts_of(key: str) -> tuple[int, int]:
    """Return how many texts a macro needs and takes, whatever they say; an empty range for one that needs several."""
    known = macro(key)
    parameters = known.parameters if known else ()
    if any(one.required for one in parameters[1:]):
        return 1, 0
    most = len(list(itertools.takewhile(_takes_any_text, parameters)))
    least = int(bool(parameters) and parameters[0].required)
    return least, min(most, 2) if key in ONE_FRAGMENT else most


def _takes_any_text(parameter: Parameter) -> bool:
    is_special = parameter.type == "int" or parameter.meaning in ("rfc", "deprecated")
    return not is_special and not parameter.values


def _has_problem(name: str, inside: str) -> bool:
    known = macro(name)
    call = MacroCall(name, Span(0, 0), 0, inside, 0)
    return known is not None and next(_problems(inside, call, known), None) is not None


def _problems(text: str, call: MacroCall, known: Macro) -> Iterator[Problem]:
    arguments = call.arguments
    for index, parameter in enumerate(known.parameters):
        argument = arguments[index] if index < len(arguments) else None
        if argument is None or argument.value is None or _is_blank(parameter, argument):
            if parameter.required:
                yield _missing(call, known, parameter)
        else:
            yield from _unfit(text, call, parameter, argument)
    if call.key in ONE_FRAGMENT and "#" in call.text(0) and call.text(2):
        message = _(
            "`{name}` is given two fragments, in its first argument and in its third; keep one."
        )
        yield Problem(arguments[2].span, message.format(name=call.name))
    if len(arguments) > len(known.parameters):
        yield _surplus(call, known, arguments)


ONE_FRAGMENT = frozenset({"cssxref", "jsxref"})
"""Macros of which MDN reports two fragments as an invalid argument."""


def _is_blank(parameter: Parameter, argument: Argument) -> bool:
    """Return whether an argument that is needed is nothing but white space, which names no page."""
    return parameter.required and isinstance(argument.value, str) and not argument.value.strip()


def _missing(call: MacroCall, known: Macro, parameter: Parameter) -> Problem:
    message = _("`{name}` needs the argument `{parameter}`; write it as `{{{{{signature}}}}}`.")
    text = message.format(name=call.name, parameter=parameter.name, signature=known.signature)
    return Problem(call.span, text)


def _surplus(call: MacroCall, known: Macro, arguments: tuple[Argument, ...]) -> Problem:
    count = len(known.parameters)
    span = Span(arguments[count].span.start, arguments[-1].span.end)
    meant = macro(f"{call.key.removesuffix('ref')}xref")
    if not count and meant is not None:
        message = _(
            "`{name}` takes no arguments, so MDN ignores what stands in the parentheses. Did you mean `{meant}`?"
        )
    elif not count:
        message = _("`{name}` takes no arguments, so MDN ignores what stands in the parentheses.")
    elif count == 1:
        message = _("`{name}` takes one argument, so MDN ignores what follows it.")
    else:
        message = _("`{name}` takes {count} arguments, so MDN ignores what follows them.")
    text = message.format(name=call.name, count=count, meant=meant.name if meant else "")
    return Problem(span, text, severity=Severity.WARNING)


def _unfit(
    page: str, call: MacroCall, parameter: Parameter, argument: Argument
) -> Iterator[Problem]:
    """Yield what is wrong with an argument that is given."""
    span = argument.span
    text = page[slice(*span)]
    if parameter.type == "string" and argument.kind != "string":
        message = _("MDN expects text in quotes as `{parameter}` of `{name}`, not {text}.")
        edits: tuple[Edit, ...] = (Edit(span, f'"{text}"'),)
    elif parameter.type == "int" and argument.kind != "int":
        message = _(
            "MDN expects a whole number without quotes as `{parameter}` of `{name}`, not {text}."
        )
        number = str(argument.value)
        edits = (Edit(span, number),) if number.isascii() and number.isdigit() else ()
    elif parameter.meaning == "deprecated":
        message = _("MDN ignores the argument `{parameter}` of `{name}`; leave it out.")
        message = message.format(parameter=parameter.name, name=call.name)
        yield Problem(span, message, severity=Severity.WARNING)
        return
    else:
        yield from unknown_value(call, parameter, argument)
        return
    yield Problem(span, message.format(parameter=parameter.name, name=call.name, text=text), edits)

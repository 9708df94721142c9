"""Whether the forms that a syntax section lists are those of Web IDL: how many arguments, in which order, which optional."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mdnkit.examples.call_form import CallForm, call_forms
from mdnkit.examples.callee import Callee, Overload, callee_of
from mdnkit.finding import Severity
from mdnkit.messages import _
from mdnkit.model.definition import Argument
from mdnkit.model.facts import Facts
from mdnkit.page.blocks import Block, text_offset
from mdnkit.page.info_string import parse_info_string
from mdnkit.page.page import Page
from mdnkit.page.page_sections import find_sections
from mdnkit.page.page_status import is_outside_standards
from mdnkit.page.section import fences_in, section_span
from mdnkit.span import Span


class Mistake(NamedTuple):
    """What is wrong with a form."""

    span: Span
    """In the page."""
    severity: Severity
    message: str


_OUTSIDE = re.compile(r"\b(?:deprecated|non-?standard|legacy|obsolete)\b", re.IGNORECASE)
_OUTSIDE_MACROS = frozenset({"non_standard_inline", "nonstandard_inline", "deprecated_inline"})

_FAILS_WITHOUT = frozenset(
    {
        "api.CSSMathMax.CSSMathMax",
        "api.CSSMathMin.CSSMathMin",
        "api.CSSMathProduct.CSSMathProduct",
        "api.CSSMathSum.CSSMathSum",
        "api.CookieStore.get",
        "api.MediaDevices.getUserMedia",
        "api.MediaKeys.getStatusForPolicy",
        "api.MutationObserver.observe",
        "api.Navigator.share",
        "api.PerformanceObserver.observe",
    }
)
"""What throws or rejects, by the steps of its standard, without the argument that its Web IDL calls optional."""


def signature_mistakes(page: Page, facts: Facts) -> list[Mistake]:
    """Return what Web IDL says against the syntax section of a page about a method or a constructor.

    Nothing is said of what Web IDL does not have, and of what the compatibility data calls deprecated or non-standard.
    """
    callee = callee_of(page.slug, facts)
    if callee is None:
        return []
    section = _syntax_section(page)
    fences = list(_fences(page, section))
    if _is_as_declared(fences, callee):
        return []
    listed = [(form, block) for block in fences for form in call_forms(block.text)]
    found = [
        Mistake(_place(page, block, form), severity, message)
        for form, block in listed
        for severity, message in _judge(form, block, callee, page, section, facts)
    ]
    if listed and not found:
        missing = _missing([form for form, _ in listed], callee, facts)
        found += [Mistake(_place(page, listed[0][1], listed[0][0]), *one) for one in missing]
    return [] if found and _is_outside_standards(callee, page, facts) else found


def _is_as_declared(fences: Sequence[Block], callee: Callee) -> bool:
    """Return whether a syntax section lists the forms of the only overload in the words of Web IDL, as most do."""
    if len(callee.overloads) != 1 or callee.kind == "static":
        return False
    least, most = arity(callee.overloads[0])
    beginning = f"new {callee.name}" if callee.kind == "constructor" else callee.name
    names = [one.name for one in callee.overloads[0]]
    counts = range(least, least if most is None else most + 1)
    declared = [f"{beginning}({', '.join(names[:count])})" for count in counts]
    lines = {line for fence in fences for line in fence.text.split("\n") if line}
    return bool(declared) and declared[0] in lines and lines.issubset(declared)


def _is_outside_standards(callee: Callee, page: Page, facts: Facts) -> bool:
    feature = facts.compat.feature(callee.key)
    if feature is not None and (feature.deprecated or not feature.standard_track):
        return True
    return is_outside_standards(page)


def _syntax_section(page: Page) -> Span:
    """Return where the syntax section stands; an empty span without one."""
    for section in find_sections(page):
        if section.key == "Syntax":
            return section_span(page, section.heading)
    return Span(0, 0)


def _fences(page: Page, section: Span) -> Iterator[Block]:
    """Yield the fences of a section that show forms; what is not marked `-nolint` may be a program."""
    for block in fences_in(page, section):
        info = parse_info_string(block.info)
        if info.is_script and info.nolint:
            yield block


def _place(page: Page, block: Block, form: CallForm) -> Span:
    start = text_offset(page.source, block, form.span.start)
    return Span(start, text_offset(page.source, block, form.span.end - 1) + 1)


def _judge(
    form: CallForm, block: Block, callee: Callee, page: Page, section: Span, facts: Facts
) -> Iterator[tuple[Severity, str]]:
    """Yield what is wrong with a form."""
    if form.name != callee.name:
        message = _("The page is about `{name}`, but its syntax shows `{form}`.")
        yield Severity.ERROR, message.format(name=callee.name, form=form.text)
        return
    if form.is_new is not (callee.kind == "constructor"):
        yield Severity.ERROR, _about_new(form, callee)
        return
    receiver = _about_receiver(form, callee)
    if receiver:
        yield Severity.WARNING, receiver
    wrong = _about_arguments(form, callee)
    if wrong is not None and not (
        _is_said_to_be_outside(form, block, page, section)
        or _is_known_parameter(form, callee, facts)
        or _fits_another_interface(form, callee, facts)
    ):
        yield wrong


def _about_new(form: CallForm, callee: Callee) -> str:
    if form.is_new:
        message = _("`{name}` is not a constructor, but the syntax calls it with `new`: `{form}`.")
    else:
        message = _("`{name}` is a constructor, but the syntax calls it without `new`: `{form}`.")
    return message.format(name=callee.name, form=form.text)


def _about_receiver(form: CallForm, callee: Callee) -> str:
    """Return what is wrong with what a method is called on.

    https://developer.mozilla.org/en-US/docs/MDN/Writing_guidelines/Page_structures/Syntax_sections#syntax_block
    """
    if callee.kind == "static" and not form.receiver:
        message = _("`{name}` is static, so the syntax names its interface: `{interface}.{form}`.")
    elif callee.kind == "method" and form.receiver == callee.interface:
        message = _(
            "`{name}` is a method of {interface} objects, not of the interface itself: write `{name}(…)`."
        )
    else:
        return ""
    return message.format(name=callee.name, interface=callee.interface, form=form.text)


def _about_arguments(form: CallForm, callee: Callee) -> tuple[Severity, str] | None:
    """Return what is wrong with the number and the order of the arguments."""
    count = len(form.parameters)
    ranges = [arity(one) for one in callee.overloads]
    if form.variadic:
        fits, most = any(high is None for _, high in ranges), None
    else:
        fits = any(low <= count and (high is None or count <= high) for low, high in ranges)
        most = None if any(high is None for _, high in ranges) else max(h or 0 for _, h in ranges)
    if fits and not any(_is_permuted(form, one) for one in callee.overloads):
        return None
    if fits:
        message = _(
            "`{form}` has its parameters in another order than the standard: {idl} ({source})."
        )
        severity = Severity.ERROR
    elif form.variadic or (most is not None and count > most):
        message = _("`{form}` has more arguments than the standard takes: {idl} ({source}).")
        severity = Severity.WARNING
    elif count < min(low for low, _ in ranges):
        message = _("`{form}` has fewer arguments than the standard requires: {idl} ({source}).")
        severity = Severity.ERROR
    else:
        message = _(
            "`{form}` has a number of arguments that no form in the standard has: {idl} ({source})."
        )
        severity = Severity.ERROR
    return severity, message.format(form=form.text, idl=_idl(callee), source=_url(callee))


def arity(overload: Overload) -> tuple[int, int | None]:
    """Return the least and the largest number of arguments of an overload; None: any number.

    An optional argument before a required one has to be passed.
    """
    needed = (at for at, one in enumerate(overload, 1) if not (one.optional or one.variadic))
    return max(needed, default=0), None if any(one.variadic for one in overload) else len(overload)


def _is_permuted(form: CallForm, overload: Overload) -> bool:
    """Return whether the names are those of an overload, but in another order."""
    mine = [name.casefold() for name in form.parameters]
    theirs = [one.name.casefold() for one in overload][: len(mine)]
    return mine != theirs and sorted(mine) == sorted(theirs)


def _is_said_to_be_outside(form: CallForm, block: Block, page: Page, section: Span) -> bool:
    """Return whether the page says that a form or a parameter is not, or no longer, of the standards."""
    end = block.text.find("\n", form.span.end)
    lines = block.text[: end if end != -1 else len(block.text)]
    before = lines[: form.span.start].rstrip("\n").rpartition("\n")[2]
    near = (before if before.lstrip().startswith("//") else "") + lines[form.span.end :]
    return _OUTSIDE.search(near) is not None or any(
        call.key in _OUTSIDE_MACROS for call in page.calls_in(section)
    )


def _is_known_parameter(form: CallForm, callee: Callee, facts: Facts) -> bool:
    """Return whether the compatibility data has a parameter of the form that Web IDL has not."""
    names = {one.name for overload in callee.overloads for one in overload}
    return any(
        facts.compat.feature(f"{callee.key}.{name}_parameter")
        for name in form.parameters
        if name not in names
    )


def _fits_another_interface(form: CallForm, callee: Callee, facts: Facts) -> bool:
    """Return whether the form is that of another interface with a mixin in common, such as WebGL 2 beside WebGL."""
    own = facts.interface(callee.interface)
    if own is None or not own.mixins:
        return False
    for name in facts.with_member(callee.name):
        other = facts.interface(name)
        members = [one for one in facts.member(name, callee.name) if one.kind == "operation"]
        if other is None or name == callee.interface or not members:
            continue
        if set(own.mixins).isdisjoint(other.mixins):
            continue
        theirs = callee._replace(overloads=tuple(one.arguments for one in members))
        if _about_arguments(form, theirs) is None:
            return True
    return False


def _missing(
    forms: Sequence[CallForm], callee: Callee, facts: Facts
) -> Iterator[tuple[Severity, str]]:
    """Yield the form without optional arguments that the syntax does not list."""
    if callee.key in _FAILS_WITHOUT:
        return
    fewest = min((form.parameters for form in forms), key=len)
    shortest = min(callee.overloads, key=lambda one: arity(one)[0])
    least = arity(shortest)[0]
    if len(fewest) > least and len(shortest) > least and not _is_needed(shortest[least], facts):
        message = _(
            "The standard makes `{name}` optional, but the syntax never leaves it out: {idl} ({source})."
        )
        yield (
            Severity.NOTE,
            message.format(name=fewest[least], idl=_idl(callee), source=_url(callee)),
        )


def _is_needed(argument: Argument, facts: Facts) -> bool:
    """Return whether an optional dictionary has members that are required, so that nothing passed fails all the same."""
    return any(one.required for one in facts.dictionary_members(argument.type))


def _idl(callee: Callee) -> str:
    """Return the forms of Web IDL, as a reader can compare them."""
    from mdnkit.model.description import signature

    new = "new " if callee.kind == "constructor" else ""
    return ", ".join(f"`{new}{callee.name}({signature(one)})`" for one in callee.overloads)


def _url(callee: Callee) -> str:
    return callee.source.url or callee.source.origin

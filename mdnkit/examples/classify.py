"""What is to be said of an example after it ran: a class, never one bit of pass or fail."""

import re
from enum import StrEnum

from mdnkit.examples.assumed_names import ENGINE_NAMES
from mdnkit.examples.contradiction import Contradiction
from mdnkit.examples.extract import Example
from mdnkit.examples.names import IN_COMMENT
from mdnkit.examples.obsolete import is_about_obsolete, obsolete_names
from mdnkit.examples.task import Run, ScriptError
from mdnkit.messages import _
from mdnkit.model.facts import Facts
from mdnkit.page.page_status import is_outside_standards


class Class(StrEnum):
    """The classes of the contract."""

    RUNS = "runs"
    RUNS_AFTER = "runs-after"
    NEEDS_CONTEXT = "needs-context"
    NEEDS_ENGINE = "needs-engine"
    NEEDS_SCOPE = "needs-scope"
    SIGNATURE = "signature"
    TEMPLATE = "template"
    THROWS_AS_DOCUMENTED = "throws-as-documented"
    OBSOLETE = "obsolete"
    CONTRADICTS_MODEL = "contradicts-model"
    INCONCLUSIVE = "inconclusive"
    BUDGET = "budget"
    SYNTAX = "syntax"


_ELLIPSIS = re.compile(
    r"(?:^|[\s({\[,=])(?:\.\.\.|…)(?=[\s)}\],;/]|$)|/\* ?(?:…|\.\.\.) ?\*/", re.MULTILINE
)
_ALTERNATIVES = (
    "return not in a function",
    "invalid redefinition of",
    "duplicate import binding",
    "duplicate exported name",
    "Illegal return statement",
    "has already been declared",
    "Duplicate export of",
)
"""What an engine says of fences that show parts of functions, or several ways to write one statement."""

_ENGINE_SPECIFIC = (
    "regular expression flags",
    "unicode property",
    "using declaration",
)
"""What the engine at hand cannot read, while others may."""

LONGEST_FRAGMENT = 3
"""Lines of a fence that may show the head or the end of a block alone."""

_DOCUMENTED = re.compile(
    rf"{IN_COMMENT}\b(?:[Tt]hrows?|[A-Z]\w*Error|DOMException)\b", re.MULTILINE
)


def classify(
    example: Example, run: Run, scope: str, found: Contradiction | None, facts: Facts
) -> tuple[Class, str | None]:
    """Return the class of an example that ran in `scope`, and in words why where it did not simply run.

    `found` is what its error proves against it.
    """
    error = run.error or run.lost
    if run.syntax_error is not None:
        return _of_syntax(example, run.syntax_error)
    is_meant = error is not None and (
        not (run.needs or run.modules) or (bool(error.name) and error.name in example.code)
    )
    if error is not None and is_meant and not _other_parts(error) and is_documented(example, error):
        return Class.THROWS_AS_DOCUMENTED, str_of(error)
    if found is not None and not example.is_bad:
        return (
            Class.OBSOLETE if is_outside_standards(example.page) else Class.CONTRADICTS_MODEL
        ), found.message
    gone = obsolete_names(example, run, scope, facts)
    if gone:
        message = _("Deprecated or not in the standards: {names}.")
        return Class.OBSOLETE, message.format(names=", ".join(gone))
    parts = run.modules or (_other_parts(error) if error else ())
    if parts:
        message = _("It needs other files or parts of its own: {names}.")
        return Class.NEEDS_CONTEXT, message.format(names=", ".join(parts))
    if run.needs:
        return _of_needs(run.needs, example.code, scope, facts)
    if run.limit is not None:
        return Class.BUDGET, _("It was stopped: the limit of {limit} was reached.").format(
            limit=run.limit
        )
    if error is None:
        return Class.RUNS, None
    if is_about_obsolete(example, facts):
        return Class.OBSOLETE, str_of(error)
    return Class.INCONCLUSIVE, str_of(error)


_OTHER_PART = re.compile(
    r"could not load module '(?P<file>[^']+)'|exported variable '(?P<name>[^']+)' does not exist"
)


def _other_parts(error: ScriptError) -> tuple[str, ...]:
    """Return the module that an example imports, or the name that it exports, where the page does not show that."""
    found = _OTHER_PART.search(error.message)
    return (found["file"] or found["name"],) if found else ()


def str_of(error: ScriptError) -> str:
    """Return an error as an engine would print it."""
    return f"{error.name}: {error.message}" if error.name else error.message


def is_documented(example: Example, error: ScriptError) -> bool:
    """Return whether the code says that it throws: by a comment, or by standing as a bad example."""
    return example.is_bad or _DOCUMENTED.search(example.code) is not None


def is_template(code: str) -> bool:
    """Return whether code leaves something out with an ellipsis, so that it was never meant to parse."""
    return _ELLIPSIS.search(code) is not None


def _of_syntax(example: Example, error: ScriptError) -> tuple[Class, str]:
    if example.is_bad or "SyntaxError" in example.code:
        return Class.THROWS_AS_DOCUMENTED, str_of(error)
    if error.message == "syntax error" or any(t in error.message for t in _ENGINE_SPECIFIC):
        return Class.INCONCLUSIVE, str_of(error)
    if _is_fragment(example.code, error):
        return Class.TEMPLATE, str_of(error)
    return Class.SYNTAX, str_of(error)


def _is_fragment(code: str, error: ScriptError) -> bool:
    """Return whether code was never meant to parse as it stands: a part of something, or several ways to write it."""
    if is_template(code) or any(text in error.message for text in _ALTERNATIVES):
        return True
    ends_early = error.message.endswith((": ''", ": '}'", "end of input", "token '}'"))
    return ends_early and code.strip().count("\n") < LONGEST_FRAGMENT


def _of_needs(needs: tuple[str, ...], code: str, scope: str, facts: Facts) -> tuple[Class, str]:
    """Return the class of an example that uses names that nothing defines."""
    names = ", ".join(needs)
    if ENGINE_NAMES.issuperset(needs):
        return Class.NEEDS_ENGINE, _("The engine at hand has no {names}.").format(names=names)
    others: list[frozenset[str]] = []
    for name in needs:
        others.append(_scopes_with(name, code, facts))
        if not others[-1]:
            # The others are nowhere together with it, however many there are.
            break
    elsewhere = frozenset.intersection(*others)
    if elsewhere and not any(scope in scopes for scopes in others):
        message = _("{names} exists in {scopes}, not in {scope}.")
        return Class.NEEDS_SCOPE, message.format(
            names=names, scopes=", ".join(sorted(elsewhere)), scope=scope
        )
    return Class.NEEDS_CONTEXT, _("Nothing defines {names}.").format(names=names)


def _scopes_with(name: str, code: str, facts: Facts) -> frozenset[str]:
    """Return the scopes in which a global name exists as the code uses it: interfaces, and members of global objects."""
    if facts.interface(name) is not None:
        return facts.exposed(name)
    used = set(re.findall(rf"(?<![\w$.]){re.escape(name)}\s*(\(|\??\.\s*\w+)", code))
    return frozenset(scope for scope in facts.scopes() if _is_used_as(name, used, scope, facts))


def _is_used_as(name: str, used: set[str], scope: str, facts: Facts) -> bool:
    """Return whether a member of a global object is called, where it is an operation, or has the members that are used."""
    for member in facts.member(scope, name):
        if member.kind == "operation" and used == {"("}:
            return True
        kind = member.type.removesuffix("?")
        names = {one.lstrip("?. ") for one in used}
        if used and facts.interface(kind) and all(facts.member(kind, one) for one in names):
            return True
    return False

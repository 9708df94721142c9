"""Whether an example uses what Web IDL does not expose in the scope that the example certainly runs in."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mdnkit.examples.contradiction import Contradiction, may_be_bound
from mdnkit.examples.extract import Example
from mdnkit.examples.names import bare, free_names
from mdnkit.examples.scope import WINDOW, certain_scopes
from mdnkit.messages import _
from mdnkit.model.definition import Source
from mdnkit.model.facts import Facts

_SUBJECT = re.compile(r"Web/API/(\w+/\w+?)(?:_event)?")
_MEMBERS_OF_SUPPORT = ("worker_support", "worker_support.service_workers")


class _Use(NamedTuple):
    """Something that exists in other scopes than those of the example."""

    text: str
    """As the code names it."""
    scopes: frozenset[str]
    source: Source


def exposure(example: Example, facts: Facts, before: tuple[str, ...] = ()) -> Contradiction | None:
    """Return what an example that runs after the scripts `before` uses though its scope does not have it; None: nothing.

    Its scope is certain by a sign in its code alone. What the script tests for before it uses it, what it defines,
    and what the browser compatibility data knows in that scope, is left alone.
    """
    scopes, sign = certain_scopes(example, facts)
    if not scopes or _is_about_experiment(example, facts):
        return None
    code = "\n".join((*before, example.code))
    names = tuple(name for name in free_names(code) if not _is_tested(name, code))
    for use in _uses(example.code, names, scopes, facts):
        line = _line(example.code, use.text)
        if line:
            message = _(
                "`{name}` exists in {others}, not in {scopes}, where the example runs as `{sign}` shows"
            ).format(
                name=use.text,
                others=", ".join(sorted(use.scopes)),
                scopes=", ".join(sorted(scopes)),
                sign=sign,
            )
            return Contradiction("exposure", message, use.source.url or use.source.origin, line)
    return None


def _is_about_experiment(example: Example, facts: Facts) -> bool:
    """Return whether what the page is about is experimental: then browsers may expose its interface elsewhere too."""
    about = _SUBJECT.fullmatch(example.page.slug)
    feature = facts.compat.feature(f"api.{about[1].replace('/', '.')}") if about else None
    return feature is not None and feature.experimental


def _uses(
    code: str, names: tuple[str, ...], scopes: frozenset[str], facts: Facts
) -> Iterator[_Use]:
    """Yield what of `names`, and of their members, none of `scopes` has."""
    text = bare(code)
    for name in names:
        if facts.interface(name) is not None:
            yield from _uses_of_interface(name, text, scopes, facts)
        else:
            yield from _uses_of_global(name, text, scopes, facts)


def _uses_of_interface(
    name: str, text: str, scopes: frozenset[str], facts: Facts
) -> Iterator[_Use]:
    known = facts.interface(name)
    exposed = facts.exposed(name)
    if known is None or not exposed:
        return
    if exposed.isdisjoint(scopes):
        used = re.search(rf"\bnew\s+{name}\s*\(|(?<![\w$.]){name}\.\w", text)
        if used and not _is_supported(f"api.{name}", scopes, facts):
            yield _Use(name, exposed, known.source)
        return
    for member in dict.fromkeys(re.findall(rf"(?<![\w$.]){name}\.(\w+)", text)):
        have = facts.exposed(name, member)
        keys = (f"api.{name}.{member}", f"api.{name}.{member}_static")
        if (
            have
            and have.isdisjoint(scopes)
            and not any(_is_supported(key, scopes, facts) for key in keys)
        ):
            yield _Use(f"{name}.{member}", have, facts.member(name, member)[0].source)


def _uses_of_global(name: str, text: str, scopes: frozenset[str], facts: Facts) -> Iterator[_Use]:
    """Yield a name that is a member of other global objects only, or the members of it that only those have."""
    used = re.findall(rf"(?<![\w$.]){re.escape(name)}\s*(\(|\.\s*\w+)", text)
    called = "(" in used
    if not called and may_be_bound(name, text):
        return
    if called and re.search(rf"[({{,]\s*{re.escape(name)}\s*[,)}}=]", text):
        return
    members = dict.fromkeys(one.lstrip(". ") for one in used if one != "(")
    types = {scope: _type(scope, name, called, facts) for scope in facts.scopes()}
    here = {types[scope] for scope in scopes} - {""}
    elsewhere = {scope: kind for scope, kind in types.items() if kind and scope not in scopes}
    if not used or not elsewhere:
        return
    if not here:
        have = frozenset(
            scope
            for scope, kind in elsewhere.items()
            if called or all(_has(kind, one, scope, facts) for one in members)
        )
        known = any(
            facts.compat.feature(f"api.{one}.{name}")
            for scope in scopes
            for one in facts.chain(scope)
        )
        is_sure = called or (WINDOW in have and not _is_replaceable(name, facts))
        if have and is_sure and not known:
            yield _Use(name, have, facts.member(min(have), name)[0].source)
        return
    for member in members if not called else ():
        if any(_has(types[scope], member, scope, facts) for scope in scopes):
            continue
        have = frozenset(
            scope for scope, kind in elsewhere.items() if _has(kind, member, scope, facts)
        )
        shared = here & {elsewhere[scope] for scope in have}
        if any(
            facts.compat.feature(f"api.{one}.{member}")
            for kind in here - shared
            for one in facts.chain(kind)
        ) or any(_is_supported(f"api.{kind}.{member}", scopes, facts) for kind in shared):
            continue
        if have and not _is_tested(member, text):
            kind = elsewhere[min(have)]
            yield _Use(f"{name}.{member}", have, facts.member(kind, member)[0].source)


def _is_replaceable(name: str, facts: Facts) -> bool:
    """Return whether scripts may put something of their own in the place of a member of windows: `event`, `screen`."""
    return any("Replaceable" in one.ext for one in facts.member(WINDOW, name))


def _type(scope: str, name: str, called: bool, facts: Facts) -> str:
    """Return the interface of an attribute of a global object, the name itself for an operation; empty for nothing."""
    if name == "window":
        return scope if scope == WINDOW else ""
    for member in facts.member(scope, name):
        if member.exposed and scope not in facts.exposed(member.declared_by, name):
            continue
        kind = member.type.removesuffix("?")
        if called:
            return name if member.kind == "operation" else ""
        if facts.interface(kind) is not None and member.kind == "attribute":
            return kind
    return ""


def _has(kind: str, member: str, scope: str, facts: Facts) -> bool:
    """Return whether objects of an interface have a member in a scope."""
    found = facts.member(kind, member)
    return any(not one.exposed or scope in facts.exposed(one.declared_by, member) for one in found)


def _is_supported(key: str, scopes: frozenset[str], facts: Facts) -> bool:
    """Return whether a browser has a feature in workers, by the compatibility data, and one of `scopes` is a worker's."""
    if scopes == {WINDOW}:
        return False
    return any(facts.compat.feature(f"{key}.{one}") for one in _MEMBERS_OF_SUPPORT)


def _is_tested(name: str, code: str) -> bool:
    """Return whether a script asks whether something of that name exists."""
    word = re.escape(name)
    return (
        re.search(
            rf"\btypeof\s+\(?(?:[\w$]+\.)*{word}\b|[\"'`]{word}[\"'`]\s+in\b|(?<![\w$]){word}\s*\?\."
            rf"|(?:\(|!|&&|\|\|)\s*(?:[\w$]+\.)*{word}\s*(?:\)|&&|\|\||\?|[!=]==?)",
            code,
        )
        is not None
    )


def _line(code: str, text: str) -> int:
    """Return the 1-based line in which a name stands first outside comments; 0 for none."""
    pattern = re.compile(rf"(?<![\w$.]){re.escape(text)}(?![\w$])")
    lines = code.splitlines()
    return next((at for at, line in enumerate(lines, 1) if pattern.search(bare(line))), 0)

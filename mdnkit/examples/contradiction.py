"""Whether an error of an example shows that it contradicts the standards, and which fact says so."""

import re
from dataclasses import dataclass

from mdnkit.examples.extract import Example
from mdnkit.examples.names import NO_CODE
from mdnkit.examples.task import ScriptError
from mdnkit.messages import _
from mdnkit.model.facts import Facts


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What an example gets wrong."""

    kind: str
    """member, arity, type, exposure, event interface"""
    message: str
    """In words."""
    source: str
    """Where the fact comes from."""
    line: int
    """In the code of the example, 1-based."""


_GLOBALS = ("self", "window", "globalThis")

_NAME = re.compile(r"[A-Za-z_$][\w$]*")
_RECEIVER = re.compile(r"(?:^|[^\w$.)\]])((?:[A-Za-z_$][\w$]*\.)+)$")
_STANDS_FOR = ("/*", "//", "...", "…")
"""What stands between parentheses for arguments that are left out."""

_ARITY = re.compile(
    r"([A-Za-z]\w*)(?:\.(\w+))?: \d+ arguments? (?:is|are) required, but only \d+ present"
)


_ARGUMENT = r"(?P<interface>[A-Z]\w*)(?:\.(?P<member>\w+))?: argument \d+: (?:\w+: )*"
_REQUIRED = re.compile(_ARGUMENT + r"(?P<key>\w+) is required in \w+")
_NO_VALUE = re.compile(_ARGUMENT + r'"(?P<value>[^"]*)" is not a value of \w+')


def contradiction(
    example: Example, error: ScriptError, scope: str, facts: Facts, before: tuple[str, ...] = ()
) -> Contradiction | None:
    """Return what an error proves about an example that ran in `scope` after the scripts `before`; None: nothing.

    Proof is a call of a member that Web IDL does not have, on an object whose interface is certain; a call with fewer
    arguments than Web IDL asks for; and one whose argument, written out in the code, lacks a required member or is no
    value of an enumeration. Everything else may come from values that the model made up.
    """
    if error.name != "TypeError":
        return None
    arity = _ARITY.fullmatch(error.message)
    if arity is not None:
        return _too_few(example, error, arity, facts)
    if wrong := _REQUIRED.fullmatch(error.message) or _NO_VALUE.fullmatch(error.message):
        return _wrong_type(example, error, wrong, facts)
    if error.message == "not a function":
        return _no_member(example, error, scope, facts, before)
    return None


def _too_few(
    example: Example, error: ScriptError, arity: re.Match[str], facts: Facts
) -> Contradiction | None:
    """Return the call with too few arguments at the place of an error; none that a comment or a spread stands for."""
    interface, member = arity[1], arity[2]
    known = facts.interface(interface)
    call = re.compile(rf"\b{re.escape(member or interface)}\s*\(([^()]*)\)")
    written = [match[1] for match in call.finditer(example.code)]
    if (
        known is None
        or not written
        or any(mark in text for text in written for mark in _STANDS_FOR)
    ):
        return None
    if facts.compat.feature(".".join(filter(None, ("api", interface, member)))) is None:
        return None
    return Contradiction(
        "arity", error.message, known.source.url or known.source.origin, error.line
    )


def _wrong_type(
    example: Example, error: ScriptError, wrong: re.Match[str], facts: Facts
) -> Contradiction | None:
    """Return the call whose argument, as it is written out in the code, does not fit; None where it may be invented."""
    interface, member = wrong["interface"], wrong["member"]
    known = facts.interface(interface)
    feature = facts.compat.feature(".".join(filter(None, ("api", interface, member))))
    written = re.search(
        rf"\b{re.escape(member or interface)}\s*\((?P<arguments>[^;]*)", example.code
    )
    if known is None or feature is None or written is None:
        return None
    given = written["arguments"]
    if any(mark in given for mark in _STANDS_FOR):
        return None
    groups = wrong.groupdict()
    if groups.get("key") is not None:
        # A key that stands elsewhere in the code may be in what a name stands for.
        is_written = "{" in given and not re.search(rf"\b{groups['key']}\b", example.code)
    elif wrong["value"] == "[object Object]":
        is_written = re.match(r"\s*\{", given) is not None
    else:
        is_written = re.search(rf"[\"'`]{re.escape(wrong['value'])}[\"'`]", given) is not None
    if not is_written:
        return None
    return Contradiction("type", error.message, known.source.url or known.source.origin, error.line)


def _no_member(
    example: Example, error: ScriptError, scope: str, facts: Facts, before: tuple[str, ...]
) -> Contradiction | None:
    """Return the call of a missing member at the place of an error."""
    code = "\n".join((*before, example.code))
    lines = example.code.splitlines()
    if not 1 <= error.line <= len(lines):
        return None
    line = lines[error.line - 1]
    name = _NAME.match(line, max(0, error.column - 1))
    receiver = _RECEIVER.search(line[: name.start()]) if name else None
    if name is None or receiver is None:
        return None
    path = receiver[1].rstrip(".").split(".")
    found = _interface_of(path, code, scope, facts)
    if found is None:
        return None
    interface, static = found
    if not static and may_be_bound(next(n for n in path if n not in _GLOBALS), code):
        return None
    if static and re.search(rf"\b(?:class|const|let|var|function)\s+{path[0]}\b", code):
        return None
    if re.search(rf"\.\s*{re.escape(name[0])}\s*=(?!=)", code):
        # The example defines the member itself.
        return None
    known = facts.interface(interface)
    if known is None or (facts.member(interface, name[0]) and not static):
        return None
    if static and any(member.static for member in facts.member(interface, name[0])):
        return None
    if (
        any(facts.compat.feature(f"api.{one}.{name[0]}") for one in facts.chain(interface))
        and not static
    ):
        # It existed once, or exists outside the standards: that is for its status to say.
        return None
    message = _explain(interface, name[0], static, facts)
    return Contradiction("member", message, known.source.url or known.source.origin, error.line)


def _interface_of(path: list[str], code: str, scope: str, facts: Facts) -> tuple[str, bool] | None:
    """Return the interface of the object that a dotted path of globals leads to, and whether it is the interface itself.

    None where a name of the path is not certain: declared in the code, or of a type that is no interface.
    """
    first, *rest = path
    if first in _GLOBALS:
        if not rest:
            return None
        first, *rest = rest
    if facts.interface(first) is not None and not rest:
        return first, True
    interface = scope
    for name in (first, *rest):
        members = facts.member(interface, name)
        kinds = {member.type.removesuffix("?") for member in members if member.kind == "attribute"}
        if len(kinds) != 1:
            return None
        interface = kinds.pop()
        if facts.interface(interface) is None:
            return None
    return interface, False


def may_be_bound(name: str, code: str) -> bool:
    """Return whether `name` stands anywhere in the code as something else than the beginning of a dotted path.

    It could be a variable, a parameter or a property of that name there, so that the path leads to another object.
    """
    bare = NO_CODE.sub(" ", code)
    return re.search(rf"(?<![\w$.]){re.escape(name)}(?![\w$])(?!\s*\??\.)", bare) is not None


def _explain(interface: str, name: str, static: bool, facts: Facts) -> str:
    """Return in words what is missing, with the nearest name that exists."""
    if static and facts.member(interface, name):
        message = _(
            "`{name}` is a member of {interface} objects, not of the interface object {interface} itself"
        )
        return message.format(name=name, interface=interface)
    from difflib import get_close_matches

    names = sorted({member.name for member in facts.members(interface) if member.name})
    near = get_close_matches(name, names, n=1, cutoff=0.75)
    hint = _("; the nearest is `{near}`").format(near=near[0]) if near else ""
    return _("{interface} has no member `{name}`{hint}").format(
        interface=interface, name=name, hint=hint
    )

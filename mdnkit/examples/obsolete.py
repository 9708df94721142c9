"""What an example uses that the standards no longer have, or never had, though browsers did: by the browser
compatibility data.
"""

import re

from mdnkit.examples.extract import Example
from mdnkit.examples.task import Run
from mdnkit.model.facts import Facts
from mdnkit.page.page_status import is_outside_standards

_PATH = re.compile(r"(?<![\w$.)\]])[A-Za-z_$][\w$]*(?:\??\.[A-Za-z_$][\w$]*)+")
_API = re.compile(r"Web/API/(\w+)(?:/(\w+))?$")
_GLOBALS = ("self", "window", "globalThis")


def obsolete_names(example: Example, run: Run, scope: str, facts: Facts) -> tuple[str, ...]:
    """Return the names that kept an example from running and that are deprecated or in no standard, by that data."""
    found = [name for name in run.needs if _is_obsolete_global(name, scope, facts)]
    error = run.error or run.lost
    if error is not None and not found:
        lines = example.code.splitlines()
        line = lines[error.line - 1] if 1 <= error.line <= len(lines) else ""
        paths = (match[0].replace("?", "").split(".") for match in _PATH.finditer(line))
        found = [name for path in paths if (name := _obsolete_member(path, scope, facts))]
    return tuple(dict.fromkeys(found))


def is_about_obsolete(example: Example, facts: Facts) -> bool:
    """Return whether the page says that its subject is deprecated or non-standard, and Web IDL does not have it."""
    about = _API.match(example.page.slug)
    if about is None or not is_outside_standards(example.page):
        return False
    interface, member = about[1], about[2]
    if facts.interface(interface) is None:
        return True
    return member is not None and member != interface and not facts.member(interface, member)


def _is_obsolete_global(name: str, scope: str, facts: Facts) -> bool:
    if facts.interface(name) is not None:
        return False
    keys = (f"api.{name}", *(f"api.{one}.{name}" for one in facts.chain(scope)))
    return any(_is_flagged(key, facts) for key in (*keys, f"javascript.builtins.{name}"))


def _obsolete_member(path: list[str], scope: str, facts: Facts) -> str:
    """Return the first member of a dotted path of globals that Web IDL does not have, where it is obsolete; else nothing."""
    interface = scope
    for name in path[1:] if path[0] in _GLOBALS else path:
        members = facts.member(interface, name)
        if not members:
            keys = (f"api.{one}.{name}" for one in facts.chain(interface))
            return name if any(_is_flagged(key, facts) for key in keys) else ""
        kinds = {member.type.removesuffix("?") for member in members if member.kind == "attribute"}
        if len(kinds) != 1 or facts.interface(next(iter(kinds))) is None:
            return ""
        interface = kinds.pop()
    return ""


def _is_flagged(key: str, facts: Facts) -> bool:
    feature = facts.compat.feature(key)
    return feature is not None and (feature.deprecated or not feature.standard_track)

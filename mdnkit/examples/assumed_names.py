"""What the names that nothing defines are likely to stand for."""

import re

from mdnkit.examples.names import free_names
from mdnkit.examples.task import Task
from mdnkit.model.realm import facts

ENGINE_NAMES = frozenset({"Intl", "Temporal", "WebAssembly", "SharedArrayBuffer", "ShadowRealm"})
"""Globals of the language, or of engines, that not every engine has; nobody else defines them."""


def assumed_names(task: Task) -> list[tuple[str, str]]:
    """Return the names that a context may assume, each with the interface it is likely to have; empty where unknown."""
    if not task.assume:
        return []
    code = "\n".join(task.sources)
    names = (name for name in free_names(code) if name not in ENGINE_NAMES)
    return [(name, task.about if _fits(name, task.about, code) else "") for name in names]


def _fits(name: str, interface: str, code: str) -> bool:
    """Return whether all members that `code` uses of `name` are those of an interface."""
    if facts().interface(interface) is None:
        return False
    used = set(re.findall(rf"(?<![\w$.]){re.escape(name)}\s*(?:\?\.|\.)\s*([\w$]+)", code))
    return bool(used) and all(facts().member(interface, member) for member in used)

"""Which engine runs a script."""

import re
from functools import cache
from importlib.util import find_spec

from mdnkit.examples.module_text import read_module
from mdnkit.examples.task import Task

AUTO = "auto"
"""What users ask for to have the engine chosen for each script."""

DEFAULT = "quickjs"
OTHER = "v8"

_INTERNATIONAL = re.compile(
    r"\b(?:Intl|Temporal|WebAssembly|SharedArrayBuffer|Atomics)\b"
    r"|\.(?:toLocale(?:Date|Time|Upper|Lower)?(?:String|Case)|localeCompare)\b"
)
"""What quickjs-ng has not, or does in one language only."""


def engine_for(task: Task, asked: str = AUTO) -> str:
    """Return the name of the engine for `task`: the one asked for, else quickjs.

    V8 is chosen for scripts that name what quickjs-ng has not (Intl, Temporal, WebAssembly, shared
    memory, text in the words of a locale), and for all where quickjs-ng is not installed. Modules that
    are no functions stay with quickjs: V8 has no modules here.
    """
    if asked != AUTO:
        return asked
    if not _has_default():
        return OTHER
    if not any(_INTERNATIONAL.search(source) for source in task.sources):
        return DEFAULT
    if task.module and read_module(task.sources[-1]) is None:
        return DEFAULT
    return OTHER


@cache
def _has_default() -> bool:
    return find_spec("_quickjs") is not None

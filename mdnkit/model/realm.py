"""What a script context gets: the facts of its scope, the behaviour written by hand, and its
settings.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from mdnkit.model.facts import FOLDER, Facts
from mdnkit.model.plain_scope import PLAIN, PLAIN_NAMES, with_plain_scope
from mdnkit.model.scope_text import ScopeText, Tables, scope_text
from mdnkit.model.spelling import Spelling

MODEL_LINES = 1000
"""Lines of a context that belong to the model: a script starts below them, so that positions tell
them apart.
"""

EPOCH = 1_767_268_800_000
"""When every script runs: 2026-01-01T12:00:00Z, in milliseconds since 1970."""

ALWAYS = ("toString", "toJSON", "length", "name", "message", "code", "value")
"""Members that the language itself looks up, so that no script needs to spell them."""

_TABLE = re.compile(r'^  kit\.behave\("(\w+)", \{\n(.*?)^  \}\);', re.MULTILINE | re.DOTALL)
_KEY = re.compile(r'^    (?:"([^"]+)"|(\w+))\s*[(:,]', re.MULTILINE)
_OFFER = re.compile(r"^  kit\.(\w+) = (?!\[|\{)", re.MULTILINE)
_END = "});\n"
_COMMENT_OR_INDENT = re.compile(r"^[ \t]*//[^\n]*\n|^[ \t]+|^\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Areas:
    """The files of behaviour: one text, and where in it is what each offers."""

    kit: str
    """The first file, a function of facts, areas and settings."""
    text: str
    places: str
    """For each `name` of a `kit.name`, and for each file as `/file`, sorted: the key, padded to
    `width`, and where the file begins and ends in `text`, in eight digits each.
    """
    width: int
    behaviours: dict[str, dict[str, str]]
    """Interface or mixin -> key -> file."""


@dataclass(frozen=True, slots=True)
class Realm:
    """Everything that contexts of one scope share."""

    scope: str
    areas: Areas
    facts: ScopeText
    fixed: str
    """The settings that do not depend on the script, as JSON without its closing brace."""

    def settings(self, spelling: Spelling, **more: Any) -> str:
        """Return the settings of a context, as JSON, for a script that spells these names.

        `more` overrides DEFAULTS.
        """
        names = self.facts.globals
        spelled = (
            names
            if spelling.everything
            else {name: names[name] for name in spelling.words & names.keys()}
        )
        rest = names.keys() - spelled.keys() if spelling.indexes_global else ()
        own = {
            "asked": sorted(spelling.asked),
            "words": [*ALWAYS, *sorted(spelling.words)],
            "names": sorted(spelled.items()),
            "lazy": [(name, names[name]) for name in sorted(rest)],
            "all": spelling.everything or spelling.indexes,
            "every": spelling.everything or spelling.indexes_global,
            **more,
        }
        return f"{self.fixed},{json.dumps(own, separators=(',', ':'))[1:]}"


DEFAULTS: Mapping[str, Any] = {
    "assumed": (),
    "budget": 20_000,
    "compared": {},
    "decides": False,
    "entries": 1000,
    "epoch": EPOCH,
    "files": (),
    "given": {},
    "html": "",
    "ids": (),
    "imports": (),
    "modelLines": MODEL_LINES,
    "print": False,
    "repeats": 3,
    "seed": 1,
    "tested": (),
    "url": "https://example.com/page.js",
}
"""Settings of a context: limits, the clock, the seed of random numbers, the address of the script.
"""


@cache
def areas() -> Areas:
    """Return the behaviour files of the package."""
    files = {path.stem: path.read_text("utf-8") for path in _files()}
    texts = {name: _lean(text) for name, text in files.items()}
    kit = texts.pop("kit")
    places: dict[str, str] = {}
    behaviours: dict[str, dict[str, str]] = {}
    at = 0
    for name, text in texts.items():
        keys = (f"/{name}", *_OFFER.findall(files[name]))
        places |= dict.fromkeys(keys, f"{at:08}{at + len(text):08}")
        at += len(text)
        for interface, table in _TABLE.findall(files[name]):
            own = (quoted or plain for quoted, plain in _KEY.findall(table))
            behaviours.setdefault(interface, {}).update(dict.fromkeys(own, name))
    width = max(map(len, places))
    index = "".join(f"{key:{width}}{places[key]}" for key in sorted(places))
    return Areas(kit, "".join(texts.values()), index, width, behaviours)


def _lean(text: str) -> str:
    """Return the text of a file without what only readers need.

    QuickJS reads what stands in parentheses twice, as it may be the parameters of an arrow function:
    what makes the function of a file an expression is a comma.
    """
    bare = _COMMENT_OR_INDENT.sub("", text)
    return f"0,{bare.removeprefix('(').removesuffix(_END)}}}\n"


def _files() -> Iterable[Path]:
    return sorted((Path(__file__).parent / "behaviour").glob("*.js"))


@cache
def facts() -> Facts:
    """Return the shipped facts."""
    return Facts()


@cache
def _tables() -> Tables:
    def table(name: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((FOLDER / "data" / f"{name}.json").read_text("ascii"))
        return found

    return Tables(*(table(name) for name in Tables._fields))


def scopes() -> dict[str, tuple[str, ...]]:
    """Return the global interfaces that contexts can have, each with the names that `[Exposed]` can call it by."""
    return {**facts().scopes(), PLAIN: PLAIN_NAMES}


def scope_named(name: str) -> str | None:
    """Return the global interface that is called so, or that alone answers to that name; None for no such one."""
    known = scopes()
    answering = [scope for scope, answers in known.items() if name in answers]
    if name in known:
        return name
    return answering[0] if len(answering) == 1 else None


@cache
def realm(scope: str) -> Realm:
    """Return what contexts of `scope`, the name of a global interface, are made of.

    Raises KeyError when there is no such global interface.
    """
    code = areas()
    tables = with_plain_scope(_tables()) if scope == PLAIN else _tables()
    text = scope_text(tables, scope, scopes()[scope], code.behaviours)
    outcomes = {name: entry.values for name, entry in facts().overlay.outcomes.items()}
    fixed = {
        **DEFAULTS,
        "scope": scope,
        "width": text.width,
        "placeWidth": code.width,
        "outcomes": outcomes,
    }
    return Realm(scope, code, text, json.dumps(fixed, separators=(",", ":"))[:-1])

"""The catalogue of KumaScript macros: one TOML file for each family, a table for each macro.

Source of names, parameters and types: the functions that https://github.com/mdn/rari registers.
"""

import functools
from pathlib import Path
from typing import Any, Literal, NamedTuple, cast

from mdnkit.messages import _
from mdnkit.tables import read_table

ParameterType = Literal["string", "any", "int"]
"""`string`: in quotes only. `int`: digits without quotes only. `any`: both, and `true`, `false`."""

Meaning = Literal[
    "anchor",
    "deprecated",
    "enum",
    "enum-list",
    "flag",
    "group",
    "id",
    "ignored",
    "label",
    "number",
    "path",
    "rfc",
    "slug",
    "text",
    "url",
]
"""What an argument says; `deprecated` and `ignored` ones say nothing any more."""


class Parameter(NamedTuple):
    """A place for an argument."""

    name: str
    type: ParameterType
    required: bool
    meaning: Meaning
    values: tuple[str, ...] = ()
    """What an `enum` accepts; an `enum-list` accepts several, with spaces between."""


class Macro(NamedTuple):
    """What is known about one macro."""

    name: str
    """As MDN's own pages spell it most often; any spelling that folds to the same key is right."""
    family: str
    """The name of its file: link, badge, banner, sidebar, embed, navigation, list or data."""
    doc: str
    """What it does, in one line."""
    parameters: tuple[Parameter, ...] = ()
    status: Literal["current", "legacy", "deprecated", "removed"] = "current"
    """`legacy`: MDN still knows it, no page uses it. `deprecated`: there is a `replacement`."""
    replacement: str = ""
    """What to write instead, as code between back-ticks: a macro, a key of the front matter, a link."""
    shows: str = ""
    """The English words of a badge."""

    @property
    def signature(self) -> str:
        """How it is called: `name(first, second?)`."""
        words = [item.name if item.required else f"{item.name}?" for item in self.parameters]
        return f"{self.name}({', '.join(words)})" if words else self.name

    @property
    def replacement_in_words(self) -> str:
        """The replacement, as messages name it."""
        if self.replacement.startswith("`sidebar: "):
            return _("the front matter key {key}").format(key=self.replacement)
        return self.replacement


_ASCII_LOWER = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)} | {ord("-"): "_"}


@functools.lru_cache(1024)
def fold_name(name: str) -> str:
    """Return a macro's name as MDN looks it up: ASCII letters in lower case, `-` as `_`."""
    return name.translate(_ASCII_LOWER)


@functools.lru_cache(1024)
def macro(name: str) -> Macro | None:
    """Return what is known about a macro, its name in any spelling; None when MDN has none."""
    found = _described(name)
    return found if found and found.status != "removed" else None


def removed_macro(name: str) -> Macro | None:
    """Return what is known about a macro that MDN once had, its name in any spelling."""
    found = _described(name)
    return found if found and found.status == "removed" else None


def names() -> tuple[str, ...]:
    """Return the names of all macros that MDN has, family by family."""
    return tuple(item.name for item in macros())


def macros() -> tuple[Macro, ...]:
    """Return all macros that MDN has, family by family."""
    return tuple(found for key in _tables() if (found := macro(key)))


def _described(name: str) -> Macro | None:
    key = fold_name(name)
    return _macro(key) if key in _tables() else None


@functools.cache
def _tables() -> dict[str, tuple[str, str, dict[str, Any]]]:
    """Return name, family and table of every macro by its folded name."""
    return {
        fold_name(name): (name, path.stem, table)
        for path in sorted(Path(__file__).parent.glob("*.toml"))
        for name, table in read_table(path).items()
    }


@functools.cache
def _macro(key: str) -> Macro:
    name, family, table = _tables()[key]
    values = table.get("values", {})
    parameters = tuple(_parameter(text, values) for text in table.get("parameters", ()))
    rest = {field: table[field] for field in ("status", "replacement", "shows") if field in table}
    return Macro(name, family, table["doc"], parameters, **rest)


def _parameter(text: str, values: dict[str, list[str]]) -> Parameter:
    """Return the parameter of a text such as `display?: string label`."""
    name, type_, meaning = text.split()
    required = not name.endswith("?:")
    name = name.rstrip("?:")
    return Parameter(
        name,
        cast(ParameterType, type_),
        required,
        cast(Meaning, meaning),
        tuple(values.get(name, ())),
    )

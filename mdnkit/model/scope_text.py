"""The facts of one global scope as text that a context searches without parsing: a line for each
name.

A line is its kind, a tab and what the kind asks for: `i` interface, `n` namespace, `k` callback
interface (head, member names and one field for each member, separated by tabs), `d` dictionary, `e`
enumeration, `c` callback (JSON).
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from typing import Any, NamedTuple

from mdnkit.model.member_row import Row, member_rows, special_members
from mdnkit.model.type_code import TypeCodes, arguments_code, default_value

DOMAINS = "@domains"
"""The line of UTS #46, which is no definition."""

Behaviours = Mapping[str, Mapping[str, str]]
"""What is written by hand: interface or mixin -> key -> file."""

_OF_THE_ENGINE = frozenset({"WebAssembly"})
"""An engine has these or has not: invented values would hide that."""

_TOO_GENERAL = frozenset({"EventTarget", "Event", "Node", "Element"})
"""What is below these says little about an object."""

_FAMILIAR = (
    "HTMLInputElement",
    "HTMLCanvasElement",
    "HTMLVideoElement",
    "HTMLSelectElement",
    "HTMLButtonElement",
    "HTMLImageElement",
    "HTMLAnchorElement",
    "HTMLFormElement",
    "HTMLDialogElement",
    "CSSStyleRule",
)
"""Where members are common to many, these are likelier than others."""


def _familiarity(name: str) -> tuple[int, str]:
    return _FAMILIAR.index(name) if name in _FAMILIAR else len(_FAMILIAR), name


class Tables(NamedTuple):
    """The compiled definitions by name."""

    interfaces: dict[str, Row]
    namespaces: dict[str, Row]
    dictionaries: dict[str, Row]
    enums: dict[str, Row]
    typedefs: dict[str, Row]
    callbacks: dict[str, Row]
    elements: dict[str, Row]
    domains: dict[str, str]


class ScopeText(NamedTuple):
    """What a scope has."""

    names: str
    """For each name, sorted: the name, padded to `width`, and where its line begins, in eight
    digits.
    """
    width: int
    lines: str
    """One definition a line."""
    globals: dict[str, str]
    """Names on the global object, and the definition that each stands for."""


def scope_text(
    tables: Tables, scope: str, answers: Iterable[str], behaviours: Behaviours
) -> ScopeText:
    """Return the facts that can be used in `scope`, a global interface that `answers` to these
    names.
    """
    text = _Writer(tables, scope, frozenset(answers), behaviours)
    lines = dict(text.lines())
    globals_ = dict(text.globals())
    width = max(map(len, lines))
    index, at = [], 0
    for name in sorted(lines):
        index.append(f"{name:{width}}{at:08}")
        at += len(lines[name]) + 1
    return ScopeText(
        "".join(index), width, "".join(f"{lines[name]}\n" for name in sorted(lines)), globals_
    )


_dump = json.JSONEncoder(separators=(",", ":")).encode


class _Writer:
    def __init__(
        self, tables: Tables, scope: str, answers: frozenset[str], behaviours: Behaviours
    ) -> None:
        self._tables = tables
        self._scope = scope
        self._answers = answers
        self._behaviours = behaviours
        kinds = {
            name: "listener" if row.get("kind") else "interface"
            for name, row in tables.interfaces.items()
        }
        kinds |= dict.fromkeys(tables.dictionaries, "dictionary") | dict.fromkeys(
            tables.enums, "enum"
        )
        kinds |= dict.fromkeys(tables.callbacks, "callback")
        self._codes = TypeCodes(kinds, {name: row["t"] for name, row in tables.typedefs.items()})

    def lines(self) -> Iterator[tuple[str, str]]:
        code = self._codes.code
        for name, row in self._tables.interfaces.items():
            if row.get("kind"):
                yield name, self._interface("k", name, row)
            elif self._exposed(row["exposed"]):
                yield name, self._interface("i", name, row)
        for name, row in self._tables.namespaces.items():
            if self._exposed(row["exposed"]):
                yield name, self._interface("n", name, row)
        for name, row in self._tables.dictionaries.items():
            members = [self._dictionary_member(one) for one in row["members"]]
            head = {"p": row["parent"], "m": members} if "parent" in row else {"m": members}
            yield name, f"d\t{_dump(head)}"
        for name, row in self._tables.enums.items():
            yield name, f"e\t{_dump(row['values'])}"
        for name, row in self._tables.callbacks.items():
            callback: Row = {"t": code(row["t"]), "a": arguments_code(row["args"], code)}
            if "LegacyTreatNonObjectAsNull" in row.get("ext", {}):
                callback["n"] = 1
            yield name, f"c\t{_dump(callback)}"
        yield DOMAINS, self._domains()
        yield from self._descendants()
        if self._scope == "Window":
            yield from self._elements()

    def _domains(self) -> str:
        """Return what becomes of the code points of a domain: disallowed, ignored, and mapped ones."""
        rows = self._tables.domains
        statuses = ("disallowed", "ignored", "mapped")
        return "\t".join(
            " ".join(rows[key] for key in sorted(rows) if key.startswith(status))
            for status in statuses
        )

    def _descendants(self) -> Iterator[tuple[str, str]]:
        """Yield for each interface what those below it add: what an invented object of it may turn
        out to be.
        """
        below: dict[str, dict[str, list[str]]] = {}
        for name, row in self._tables.interfaces.items():
            if row.get("kind") or not self._exposed(row["exposed"]):
                continue
            added: list[str] = []
            at: str | None = name
            while at is not None and at not in _TOO_GENERAL:
                if at != name:
                    below.setdefault(at, {})[name] = added
                own = self._tables.interfaces[at]
                names = (one["n"] for one in own["members"] if "n" in one and one["k"] != "const")
                added = [*added, *(one for one in names if not one.startswith("on"))]
                at = own.get("parent")
        for base, found in below.items():
            rows = (f"{name}:{' '.join(found[name])}" for name in sorted(found, key=_familiarity))
            yield f">{base}", ";".join(rows)

    def _elements(self) -> Iterator[tuple[str, str]]:
        """Yield the interface of each tag, and for each interface a tag that it is known for."""
        best: dict[str, str] = {}
        for tag, row in self._tables.elements.items():
            interface = row["interface"]
            if row["namespace"] == "html":
                yield f"<{tag}>", interface
            else:
                kind = row["namespace"]
                yield f"<{kind}:{tag.removeprefix(kind + ':')}>", interface
            if "obsolete" not in row:
                best.setdefault(interface, tag.removeprefix("svg:"))
        yield from ((f":{interface}", tag) for interface, tag in best.items())

    def globals(self) -> Iterator[tuple[str, str]]:
        """Yield the names of the interface objects and namespaces.

        https://webidl.spec.whatwg.org/#define-the-global-property-references
        """
        for name, row in self._tables.interfaces.items():
            ext = row.get("ext", {})
            callback_without_constants = row.get("kind") and not any(
                one["k"] == "const" for one in row["members"]
            )
            if callback_without_constants or not self._exposed(row.get("exposed", ())):
                continue
            if "LegacyNoInterfaceObject" in ext or "LegacyNamespace" in ext:
                continue
            yield name, name
            for factory in row.get("legacyFactory", {}):
                yield factory, name
            if self._scope == "Window":
                for alias in ext.get("LegacyWindowAlias", ()):
                    yield alias, name
        for name, row in self._tables.namespaces.items():
            if self._exposed(row["exposed"]) and name not in _OF_THE_ENGINE:
                yield name, name

    def _exposed(self, names: Iterable[str]) -> bool:
        return any(name == "*" or name in self._answers for name in names)

    def _dictionary_member(self, row: Row) -> list[Any]:
        found: list[Any] = [row["n"], self._codes.code(row["t"]), 1 if row.get("req") else 0]
        return [*found, default_value(row["def"])] if "def" in row else found

    def _interface(self, kind: str, name: str, row: Row) -> str:
        members = [one for one in row["members"] if self._exposed(one.get("exposed", ("*",)))]
        rows = dict(member_rows(members, self._codes.code))
        head = self._head(name, row, members)
        names = " ".join("@" if key[0] == "@" else key.partition(" ")[0] for key in rows)
        texts = [_dump(one) for one in rows.values()]
        offsets = accumulate((len(text) + 1 for text in texts), initial=0)
        numbers = "".join(f"{offset:06}" for offset in offsets)
        return "\t".join((kind, _dump(head), names, numbers, *texts))

    def _head(self, name: str, row: Row, members: list[Row]) -> Row:
        ext, code = row.get("ext", {}), self._codes.code
        head: Row = {}
        if "parent" in row:
            head["p"] = row["parent"]
        if "constructors" in row:
            head["c"] = [[arguments_code(one, code), 0] for one in row["constructors"]]
        if "legacyFactory" in row:
            head["F"] = {
                factory: [[arguments_code(one, code), 0] for one in overloads]
                for factory, overloads in row["legacyFactory"].items()
            }
        if "HTMLConstructor" in ext:
            head["H"] = 1
        if name == self._scope:
            head["g"] = 1
        elif name.endswith("GlobalScope"):
            head["G"] = 1
        if "LegacyNoInterfaceObject" in ext:
            head["N"] = 1
        if "Serializable" in ext:
            head["S"] = 1
        if "Transferable" in ext:
            head["T"] = 1
        if "LegacyNamespace" in ext:
            head["q"] = f"{ext['LegacyNamespace']}.{name}"
        special = special_members(ext, members, code)
        # Forms and images by name are not worth making every document an exotic object.
        if special and "g" not in head and name != "Document":
            head["x"] = special
        behaviours = self._index(name, members)
        if behaviours:
            head["b"] = behaviours
        return head

    def _index(self, name: str, members: list[Row]) -> str:
        """Return where the behaviour of each member is: `;key=file name;`, name a mixin's or its
        own.
        """
        index: dict[str, str] = {}
        for mixin in sorted({one["from"] for one in members if "from" in one}):
            for key, file in self._behaviours.get(mixin, {}).items():
                index[key] = f"{file} {mixin}"
        for key, file in self._behaviours.get(name, {}).items():
            index[key] = f"{file} {name}"
        return "".join(f";{key}={place}" for key, place in index.items()) + ";" if index else ""

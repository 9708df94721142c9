"""What the model says of a definition of Web IDL, as values that know where they come from."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, NamedTuple

Json = dict[str, Any]


class Confidence(StrEnum):
    """How far a fact may be relied on; only `high` carries a finding."""

    HIGH = "high"
    LOW = "low"
    UNKNOWN = "unknown"


class Source(NamedTuple):
    """Where a fact comes from."""

    origin: str
    """The package and its version (`@webref/idl@3.85.0`), or `overlay.toml`."""
    spec: str = ""
    """The short name of the specification, where one is known."""
    url: str = ""
    """Where the specification says so, or the specification itself."""
    found: str = ""
    """How the package found it, in its words: `summary table`, `fire an event phrasing`."""
    note: str = ""
    """What the reader of `url` cannot see at once."""


class Argument(NamedTuple):
    """An argument of an operation, a constructor or a callback. `default` is Web IDL text."""

    name: str
    type: str
    optional: bool = False
    variadic: bool = False
    default: str | None = None


class Member(NamedTuple):
    """A member of an interface or a namespace; overloads are members of the same name."""

    kind: str
    """`attribute`, `operation`, `const`, `iterable`, `asyncIterable`, `maplike`, `setlike`,
    `stringifier`, `getter`, `setter` or `deleter`.
    """
    name: str
    """Empty for what has no name, such as `iterable`."""
    types: tuple[str, ...]
    """One type, or the two of a map; the type of an operation is what it returns."""
    arguments: tuple[Argument, ...]
    declared_by: str
    """The interface it is a member of, not the mixin."""
    mixin: str | None
    """The mixin it comes from."""
    exposed: tuple[str, ...]
    """Its own `[Exposed]` or its mixin's, as written; empty where its interface decides alone."""
    ext: Json
    value: str | None
    """The value of a constant, as Web IDL text."""
    readonly: bool
    static: bool
    inherit: bool
    special: str | None
    """`getter`, `setter`, `deleter` or `stringifier` for a named member that is one as well."""
    source: Source

    @property
    def type(self) -> str:
        """The type of an attribute or a constant, or what an operation returns."""
        return self.types[0] if self.types else "undefined"


class Interface(NamedTuple):
    """An interface, a callback interface or a namespace, partials and mixins merged in."""

    name: str
    kind: str
    """`interface`, `callback` or `namespace`."""
    parent: str | None
    exposed: tuple[str, ...]
    """`[Exposed]` as written: names that scopes answer to, or `*`."""
    ext: Json
    """Every other extended attribute: True, a string or a list of strings."""
    constructors: tuple[tuple[Argument, ...], ...]
    factories: dict[str, tuple[tuple[Argument, ...], ...]]
    """Functions such as `Image` that make one without being its name."""
    mixins: tuple[str, ...]
    members: tuple[Member, ...]
    """Its own, sorted by kind and name."""
    partials: tuple[str, ...]
    """Other specifications that extend it."""
    source: Source


class DictionaryMember(NamedTuple):
    """A member of a dictionary. `default` is Web IDL text."""

    name: str
    type: str
    required: bool
    default: str | None
    declared_by: str
    source: Source


class Dictionary(NamedTuple):
    """A dictionary with its own members, sorted by name."""

    name: str
    parent: str | None
    members: tuple[DictionaryMember, ...]
    source: Source


class Enumeration(NamedTuple):
    """The strings that an enumeration allows."""

    name: str
    values: tuple[str, ...]
    source: Source


class Typedef(NamedTuple):
    """A name for a type, which is Web IDL text."""

    name: str
    type: str
    source: Source


class Callback(NamedTuple):
    """The signature of a callback function."""

    name: str
    type: str
    arguments: tuple[Argument, ...]
    source: Source


class Element(NamedTuple):
    """The interface of an element in one namespace: `html`, `svg` or `mathml`."""

    tag: str
    interface: str
    namespace: str
    obsolete: bool
    source: Source


class Outcome(NamedTuple):
    """The values that a member can have where a script branches on it, in the order to try."""

    member: str
    """`Interface.member`."""
    values: tuple[str | bool | int, ...]
    source: Source


def read_arguments(rows: list[Json] | None) -> tuple[Argument, ...]:
    """Return the arguments that a data file lists."""
    if not rows:
        return ()
    return tuple(
        Argument(row["n"], row["t"], "opt" in row, "var" in row, row.get("def")) for row in rows
    )


def read_member(row: Json, interface: str, source: Source) -> Member:
    """Return the member that a row of `interface` in a data file describes."""
    types = row.get("t", ())
    return Member(
        kind=row["k"],
        name=row.get("n", ""),
        types=(types,) if isinstance(types, str) else tuple(types),
        arguments=read_arguments(row.get("args")),
        declared_by=interface,
        mixin=row.get("from"),
        exposed=tuple(row.get("exposed", ())),
        ext=row.get("ext", {}),
        value=row.get("v"),
        readonly="ro" in row,
        static="static" in row,
        inherit="inherit" in row,
        special=row.get("special"),
        source=source,
    )


def read_interface(
    name: str, row: Json, kind: str, source_of: Callable[[str], Source]
) -> Interface:
    """Return the interface or namespace that a row of a data file describes.

    `source_of` turns the short name of a specification into a source.
    """
    return Interface(
        name=name,
        kind=row.get("kind", kind),
        parent=row.get("parent"),
        exposed=tuple(row.get("exposed", ())),
        ext=row.get("ext", {}),
        constructors=tuple(read_arguments(one) for one in row.get("constructors", ())),
        factories={
            factory: tuple(read_arguments(one) for one in listed)
            for factory, listed in row.get("legacyFactory", {}).items()
        },
        mixins=tuple(row.get("mixins", ())),
        members=tuple(
            read_member(one, name, source_of(one.get("spec", row["spec"])))
            for one in row["members"]
        ),
        partials=tuple(row.get("partials", ())),
        source=source_of(row["spec"]),
    )

"""Web IDL files of many specifications -> one table for each kind of definition.

Partial definitions and mixins are merged into what they extend, as
https://webidl.spec.whatwg.org/#idl describes; nothing is left to resolve but names. What does not
resolve stops the refresh: the sources are known to be consistent.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from mdnkit.errors import MdnkitError
from mdnkit.messages import _
from mdnkit.model.idl_members import dictionary_member, member
from mdnkit.model.idl_text import (
    Json,
    arguments,
    canonical,
    extended_attributes,
    typed,
    unquoted,
)

if TYPE_CHECKING:
    from widlparser import Construct

Table = dict[str, Json]

_SOURCE = re.compile(r"^// Source: (.+) \((\S+)\)$", re.MULTILINE)


@dataclass(slots=True)
class _Definitions:
    """What all files define, by kind and name, while partials and mixins are being merged in."""

    interfaces: Table = field(default_factory=dict)
    namespaces: Table = field(default_factory=dict)
    mixins: Table = field(default_factory=dict)
    dictionaries: Table = field(default_factory=dict)
    enums: Table = field(default_factory=dict)
    typedefs: Table = field(default_factory=dict)
    callbacks: Table = field(default_factory=dict)


def compile_idl(files: Mapping[str, str]) -> dict[str, Table]:
    """Return the tables that the data files hold, by name: `interfaces`, `enums` and so on.

    `files` maps the short name of a specification to its Web IDL. Raises MdnkitError for text that
    is no Web IDL, for a name that is defined twice, and for a partial, mixin or parent that nothing
    defines.
    """
    parsed = [(spec, construct) for spec in sorted(files) for construct in parse(spec, files[spec])]
    found = _Definitions()
    for spec, construct in parsed:
        _define(found, spec, construct)
    for spec, construct in parsed:
        if getattr(construct, "partial", None):
            _extend(found, spec, construct)
    for spec, construct in parsed:
        if construct.idl_type == "includes":
            _include(found, spec, construct)
    for table in (found.interfaces, found.namespaces):
        for entry in table.values():
            _finish(entry)
    for entry in found.dictionaries.values():
        entry["members"].sort(key=lambda one: one["n"])
    _check_parents(found.interfaces)
    _check_parents(found.dictionaries)
    return {
        "interfaces": found.interfaces,
        "namespaces": found.namespaces,
        "dictionaries": found.dictionaries,
        "enums": found.enums,
        "typedefs": found.typedefs,
        "callbacks": found.callbacks,
    }


def specifications(files: Mapping[str, str]) -> Table:
    """Return the title and address of each specification, as the head of its file names them."""
    heads = {spec: _SOURCE.search(text) for spec, text in files.items()}
    return {spec: {"title": head[1], "url": head[2]} for spec, head in heads.items() if head}


def scopes(interfaces: Mapping[str, Json]) -> Table:
    """Return the global interfaces with the names that `[Exposed]` can call them by."""
    return {
        name: {"names": entry["ext"]["Global"]}
        for name, entry in interfaces.items()
        if "Global" in entry.get("ext", {})
    }


def parse(spec: str, text: str) -> "list[Construct]":
    """Return the definitions of `text`, which belongs to the specification `spec`.

    Raises MdnkitError when widlparser is not installed or when it cannot read a definition.
    """
    try:
        import widlparser
    except ModuleNotFoundError:
        message = _("Compiling Web IDL needs widlparser: install mdnkit[refresh].")
        raise MdnkitError(message) from None
    constructs = widlparser.Parser(text).constructs
    for construct in constructs:
        for part in (construct, *_members(construct)):
            if part.idl_type == "unknown":
                message = _("{spec}.idl is not Web IDL at: {text}")
                raise MdnkitError(message.format(spec=spec, text=canonical(part)))
    return constructs


def _members(construct: Any) -> "Iterator[Construct]":
    holder = getattr(construct, "interface", None) or construct
    for part in getattr(holder, "members", ()):
        # widlparser lists a factory function, which is an extended attribute, among the members.
        if part.idl_type != "constructor":
            yield part


def _define(found: _Definitions, spec: str, construct: Any) -> None:
    if construct.idl_type == "includes" or getattr(construct, "partial", None):
        return
    table = _table(found, construct)
    name = construct.name
    if name in table:
        message = _("{name} is defined by {one}.idl and again by {other}.idl.")
        raise MdnkitError(message.format(name=name, one=table[name]["spec"], other=spec))
    attributes = extended_attributes(construct)
    match construct.idl_type:
        case "enum":
            values = [unquoted(canonical(value)) for value in construct.enum_values]
            table[name] = {"values": values, "spec": spec}
        case "typedef":
            table[name] = {"t": typed(construct.type, attributes), "spec": spec}
        case "callback" if not construct.interface:
            table[name] = {
                "t": canonical(construct.return_type),
                "args": arguments(construct.arguments),
                "spec": spec,
            }
            if attributes:
                table[name]["ext"] = attributes
        case "dictionary":
            table[name] = {
                "members": [dictionary_member(one) for one in construct.members],
                "spec": spec,
            }
            _inherit(table[name], construct)
        case _:
            table[name] = _holder(construct, attributes, spec)


def _holder(construct: Any, attributes: Json, spec: str) -> Json:
    """Return the entry of an interface, a callback interface, a mixin or a namespace."""
    entry: Json = {"members": [member(one) for one in _members(construct)], "spec": spec}
    if construct.idl_type == "callback":
        entry["kind"] = "callback"
        construct = construct.interface
    _inherit(entry, construct)
    exposed = attributes.pop("Exposed", None)
    if exposed:
        entry["exposed"] = exposed
    factories = attributes.pop("LegacyFactoryFunction", ())
    for name, listed in factories:
        entry.setdefault("legacyFactory", {}).setdefault(name, []).append(listed)
    if attributes:
        entry["ext"] = attributes
    return entry


def _inherit(entry: Json, construct: Any) -> None:
    inheritance = getattr(construct, "inheritance", None)
    if inheritance:
        entry["parent"] = inheritance.base


def _table(found: _Definitions, construct: Any) -> Table:
    from widlparser import Mixin

    match construct.idl_type:
        case "callback":
            return found.interfaces if construct.interface else found.callbacks
        case "interface":
            return found.mixins if isinstance(construct, Mixin) else found.interfaces
        case "namespace":
            return found.namespaces
        case "dictionary":
            return found.dictionaries
        case "enum":
            return found.enums
        case "typedef":
            return found.typedefs
    message = _("{name} is a definition of an unknown kind: {kind}.")
    raise MdnkitError(message.format(name=construct.name, kind=construct.idl_type))


def _extend(found: _Definitions, spec: str, construct: Any) -> None:
    """Merge a partial definition into the definition of the same name."""
    name = construct.name
    entry = _table(found, construct).get(name)
    if entry is None:
        message = _("{spec}.idl extends {name}, which nothing defines.")
        raise MdnkitError(message.format(spec=spec, name=name))
    if construct.idl_type == "dictionary":
        added = [dictionary_member(one) for one in construct.members]
    else:
        attributes = extended_attributes(construct)
        added = [member(one) for one in _members(construct)]
        for one in added:
            _restrict(one, attributes.get("Exposed"), attributes)
    for one in added:
        if spec != entry["spec"]:
            one.setdefault("spec", spec)
    entry["members"] += added
    if spec != entry["spec"]:
        entry["partials"] = sorted({*entry.get("partials", ()), spec})


def _restrict(entry: Json, exposed: list[str] | None, attributes: Json) -> None:
    """Give a member what its partial definition or its mixin demands of all of its members."""
    if exposed and "exposed" not in entry:
        entry["exposed"] = exposed
    for name in ("SecureContext", "CrossOriginIsolated"):
        if name in attributes:
            entry.setdefault("ext", {})[name] = attributes[name]


def _include(found: _Definitions, spec: str, construct: Any) -> None:
    name, mixin = construct.name, construct.includes
    if name not in found.interfaces or mixin not in found.mixins:
        message = _("{spec}.idl: {name} includes {mixin}, one of which nothing defines.")
        raise MdnkitError(message.format(spec=spec, name=name, mixin=mixin))
    entry, source = found.interfaces[name], found.mixins[mixin]
    entry["mixins"] = sorted({*entry.get("mixins", ()), mixin})
    for one in source["members"]:
        copy = {**one, "from": mixin}
        if "ext" in copy:
            copy["ext"] = dict(copy["ext"])
        _restrict(copy, source.get("exposed"), source.get("ext", {}))
        origin = copy.pop("spec", source["spec"])
        if origin != entry["spec"]:
            copy["spec"] = origin
        entry["members"].append(copy)


def _finish(entry: Json) -> None:
    """Put the members in order and the constructors apart.

    Constants stay in the order of their specification, in which they become properties:
    https://webidl.spec.whatwg.org/#define-the-constants. A constructor is a list of arguments in the
    data, so that its extended attributes, such as HTMLConstructor, go to its interface.
    """
    constructors = [one for one in entry["members"] if one["k"] == "constructor"]
    if constructors:
        entry["constructors"] = [one["args"] for one in constructors]
    for one in constructors:
        if "ext" in one:
            entry["ext"] = {**entry.get("ext", {}), **one["ext"]}
    members = [one for one in entry["members"] if one["k"] != "constructor"]
    members.sort(key=lambda one: (one["k"], "" if one["k"] == "const" else one.get("n", "")))
    entry["members"] = members


def _check_parents(table: Table) -> None:
    for name, entry in table.items():
        parent = entry.get("parent")
        if parent and parent not in table:
            message = _("{name} inherits from {parent}, which nothing defines.")
            raise MdnkitError(message.format(name=name, parent=parent))

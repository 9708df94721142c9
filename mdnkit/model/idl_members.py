"""The members of interfaces, mixins, namespaces and dictionaries as entries of the data."""

from typing import TYPE_CHECKING, Any

from mdnkit.model.idl_text import Json, arguments, canonical, extended_attributes, typed

if TYPE_CHECKING:
    from widlparser import Construct, DictionaryMember
    from widlparser.productions import AttributeRest, Production


def member(construct: "Construct") -> Json:
    """Return the entry of one member; a constructor is one here, of the kind `constructor`.

    `construct` is what widlparser makes of a member of an interface, a mixin or a namespace.
    """
    from widlparser import Const, productions

    attributes = extended_attributes(construct)
    part: Any = getattr(construct, "member", construct)
    match part:
        case productions.Constructor():
            entry: Json = {"k": "constructor", "args": arguments(part.arguments)}
        case Const():
            entry = {
                "k": "const",
                "n": part.name,
                "t": canonical(part.type),
                "v": canonical(part.value),
            }
        case productions.Attribute() | productions.MixinAttribute():
            entry = _attribute(part.attribute, attributes)
            if getattr(part, "inherit", None):
                entry["inherit"] = True
        case productions.StaticMember() | productions.Stringifier():
            entry = _marked(part, attributes)
        case productions.Operation() | productions.SpecialOperation():
            entry = _operation(part, attributes)
        case _:
            entry = _collection(part)
    exposed = attributes.pop("Exposed", None)
    if exposed:
        entry["exposed"] = exposed
    if attributes:
        entry["ext"] = attributes
    return entry


def dictionary_member(construct: "DictionaryMember") -> Json:
    """Return the entry of one member of a dictionary."""
    attributes = extended_attributes(construct)
    entry: Json = {"n": construct.name, "t": typed(construct.type, attributes)}
    if construct.required:
        entry["req"] = True
    if construct.default:
        entry["def"] = canonical(construct.default.value)
    if attributes:
        entry["ext"] = attributes
    return entry


def _attribute(rest: "AttributeRest", attributes: Json) -> Json:
    entry: Json = {"k": "attribute", "n": rest.name, "t": typed(rest.type, attributes)}
    if rest.readonly:
        entry["ro"] = True
    return entry


def _operation(part: Any, attributes: Json) -> Json:
    special = " ".join(canonical(special) for special in getattr(part, "specials", ()))
    name = part.operation.name
    entry = _callable("operation", name, part.return_type, part.arguments, attributes)
    if special and name:
        entry["special"] = special
    elif special:
        entry["k"] = special
    return entry


def _callable(kind: str, name: str, returned: "Production", listed: Any, attributes: Json) -> Json:
    entry: Json = {"k": kind, "t": typed(returned, attributes)}
    if name:
        entry["n"] = name
    if listed:
        entry["args"] = arguments(listed)
    return entry


def _marked(part: Any, attributes: Json) -> Json:
    """Return a member that `static` or `stringifier` precedes, or a bare `stringifier`."""
    from widlparser import productions

    if part.attribute:
        entry = _attribute(part.attribute, attributes)
    elif part.operation:
        entry = _operation(part, attributes)
    else:
        return {"k": "stringifier"}
    if isinstance(part, productions.StaticMember):
        entry["static"] = True
    elif "n" in entry:
        entry["special"] = "stringifier"
    else:
        entry["k"] = "stringifier"
    return entry


def _collection(part: Any) -> Json:
    """Return an iterable, asynchronous iterable, maplike or setlike declaration."""
    kinds = {"async-iterable": "asyncIterable"}
    types = (part.type,) if getattr(part, "type", None) else (part.key_type, part.value_type)
    entry: Json = {
        "k": kinds.get(part.idl_type, part.idl_type),
        "t": [canonical(one) for one in types],
    }
    if getattr(part, "readonly", None):
        entry["ro"] = True
    if part.arguments:
        entry["args"] = arguments(part.arguments)
    return entry

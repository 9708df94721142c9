"""The members that a declaration without a name gives an interface: what iterates, maps, sets and becomes text."""

from mdnkit.model.definition import Member

_LISTED = ("entries", "forEach", "keys", "values", "[Symbol.iterator]")
_COLLECTION = (*_LISTED, "has", "size")

_READ = {
    "iterable": _LISTED,
    "maplike": (*_COLLECTION, "get"),
    "setlike": _COLLECTION,
    "asyncIterable": ("entries", "keys", "values", "[Symbol.asyncIterator]"),
    "stringifier": ("toString",),
    "getter": ("[Symbol.iterator]",),
}
_WRITTEN = {"maplike": ("clear", "delete", "set"), "setlike": ("add", "clear", "delete")}


def implied_members(member: Member) -> tuple[str, ...]:
    """Return the names of the members that a declaration stands for besides its own; empty for most.

    https://webidl.spec.whatwg.org/#idl-iterable and the sections after it.
    """
    read = _READ.get(member.special or member.kind, ())
    return read if member.readonly else (*read, *_WRITTEN.get(member.kind, ()))

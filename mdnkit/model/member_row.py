"""Members of interfaces as the behaviour reads them: rows of JSON.

`["a", name, type, flags, extra]` attribute, `["o", name, flags, overloads]` operation (overloads
are pairs of parameters and result), `["c", name, value]` constant, `["t"]` stringifier, `["I" | "Y"
| "M" | "S", types, read-only]` iterable, asynchronous iterable, maplike, setlike.
"""

from collections.abc import Callable, Iterator
from typing import Any

from mdnkit.model.type_code import Code, arguments_code, constant_value

Row = dict[str, Any]
Encode = Callable[[str], Code]

_FLAGS = {
    "LegacyUnforgeable": 4,
    "Replaceable": 8,
    "LegacyLenientThis": 16,
    "LegacyLenientSetter": 32,
    "Unscopable": 128,
    "Default": 256,
}
_READ_ONLY, _STATIC, _STRINGIFIER = 1, 2, 64
_NAMELESS = {"iterable": "I", "asyncIterable": "Y", "maplike": "M", "setlike": "S"}
_REFLECTING = ("Reflect", "ReflectSetter", "ReflectURL", "ReflectNonNegative", "ReflectPositive")


def member_rows(members: list[Row], code: Encode) -> Iterator[tuple[str, list[Any]]]:
    """Yield the row of each member with a key: its name, `NAME static`, or `@...` without a name."""
    grouped: dict[str, list[Row]] = {}
    for one in members:
        key = one.get("n", f"@{one['k']}")
        if one["k"] == "operation" and one.get("static"):
            key = f"{key} static"
        grouped.setdefault(key, []).append(one)
    for key, group in grouped.items():
        one = group[0]
        if one["k"] == "attribute":
            yield one["n"], _attribute(one, code)
        elif one["k"] == "operation":
            overloads = [
                [arguments_code(each.get("args", []), code), code(each["t"])] for each in group
            ]
            yield key, ["o", one["n"], _flags(one), overloads]
        elif one["k"] == "const":
            yield key, ["c", one["n"], constant_value(one["v"])]
        elif one["k"] == "stringifier":
            yield key, ["t"]
        elif one["k"] in _NAMELESS:
            types = [code(each) for each in one["t"]]
            yield key, [_NAMELESS[one["k"]], types, 1 if one.get("ro") else 0]


def _attribute(row: Row, code: Encode) -> list[Any]:
    ext = row.get("ext", {})
    found: list[Any] = ["a", row["n"], code(row["t"]), _flags(row)]
    extra: Row = {}
    if "PutForwards" in ext:
        extra["f"] = ext["PutForwards"]
    for name in _REFLECTING:
        if name in ext:
            extra["r"] = ext[name] if isinstance(ext[name], str) else row["n"].lower()
            extra["k"] = name
    return [*found, extra] if extra else found


def _flags(row: Row) -> int:
    flags = sum(bit for name, bit in _FLAGS.items() if name in row.get("ext", {}))
    if row.get("ro"):
        flags |= _READ_ONLY
    if row.get("static"):
        flags |= _STATIC
    if row.get("special") == "stringifier":
        flags |= _STRINGIFIER
    return flags


def special_members(ext: Row, members: list[Row], code: Encode) -> Row:
    """Return what the indexed and named properties of an object are made of.

    https://webidl.spec.whatwg.org/#legacy-platform-object
    """
    found: Row = {}
    for one in members:
        what = one["k"] if one["k"] in {"getter", "setter", "deleter"} else one.get("special")
        if what not in {"getter", "setter", "deleter"}:
            continue
        kind = "i" if one["args"][0]["t"] == "unsigned long" else "n"
        found[kind + str(what)[0]] = [code(one["t"]), one.get("n", "")]
    for name in ("LegacyOverrideBuiltIns", "LegacyUnenumerableNamedProperties"):
        if found and name in ext:
            found[name] = 1
    return found

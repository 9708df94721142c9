"""The canonical text of pieces of Web IDL: types, values, arguments, extended attributes.

One spelling for each meaning, so that two revisions of a specification that differ in white space
compile to the same line. Grammar: https://webidl.spec.whatwg.org/#index-defs
"""

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from widlparser import Argument, Construct
    from widlparser.productions import Production

Json = dict[str, Any]

TYPE_ATTRIBUTES = frozenset(
    {"AllowResizable", "AllowShared", "Clamp", "EnforceRange", "LegacyNullToEmptyString"}
)
"""Written before a member or an argument, these belong to its type.

https://webidl.spec.whatwg.org/#extended-attributes-applicable-to-types
"""

LIST_ATTRIBUTES = frozenset({"Exposed", "Global", "LegacyWindowAlias"})
"""Their value is a list even where it has one name, so that readers need one case only."""

_STRING_OR_COMMENT = re.compile(r'("[^"]*")|//[^\n]*|/\*.*?\*/', re.DOTALL)
_AROUND_PUNCTUATION = re.compile(r"\s*([<>()\[\]{}?,=])\s*")
_NEEDS_SPACE = re.compile(r"(?<=,)|(?<=\])(?=[\w(])|(?<=[>)?])(?=or\b)|(?<=\bor)(?=[([])")


def canonical(production: "Production | str") -> str:
    """Return the text of `production` in one spelling: no comments, no needless white space."""
    text = " ".join(_STRING_OR_COMMENT.sub(_without_comment, str(production)).split())
    if text.startswith('"'):
        return text
    return _NEEDS_SPACE.sub(" ", _AROUND_PUNCTUATION.sub(r"\1", text))


def _without_comment(match: re.Match[str]) -> str:
    return match[1] or " "


def extended_attributes(construct: "Construct") -> Json:
    """Return the extended attributes of `construct`: name -> True, a string, or a list of strings.

    A factory function's value is a pair of its name and its arguments.
    """
    found: Json = {}
    listed: Any = construct.extended_attributes or ()
    for attribute in listed:
        name, _, value = canonical(attribute).partition("=")
        if name == "LegacyFactoryFunction":
            factory = attribute.attribute
            found.setdefault(name, []).append((factory.value, arguments(factory.arguments)))
        elif value.startswith("("):
            found[name] = [unquoted(item.strip()) for item in value[1:-1].split(",")]
        elif value:
            found[name] = [value] if name in LIST_ATTRIBUTES else unquoted(value)
        else:
            found[name] = True
    return found


def unquoted(text: str) -> str:
    """Return `text` without the quotation marks of a string literal."""
    return text[1:-1] if text.startswith('"') else text


def typed(production: "Production", attributes: Json) -> str:
    """Return the text of a type, with those of `attributes` that belong to it.

    They are taken out of `attributes`.
    """
    own = [name for name in sorted(attributes) if name in TYPE_ATTRIBUTES]
    for name in own:
        del attributes[name]
    text = canonical(production)
    return f"[{', '.join(own)}] {text}" if own else text


def arguments(listed: "Any") -> list[Json]:
    """Return the arguments of an operation, a constructor or a callback, in order."""
    return [_argument(argument) for argument in listed or ()]


def _argument(argument: "Argument") -> Json:
    attributes = extended_attributes(argument)
    entry: Json = {"n": argument.name, "t": typed(argument.type, attributes)}
    if argument.optional:
        entry["opt"] = True
    if argument.variadic:
        entry["var"] = True
    if argument.default:
        entry["def"] = canonical(argument.default.value)
    if attributes:
        entry["ext"] = attributes
    return entry

"""KumaScript macro calls, found in raw text, code included: MDN expands them before Markdown.

Source: https://github.com/mdn/rari, `crates/rari-doc/src/templ/`.
"""

import re
from typing import NamedTuple

from mdnkit.macros.catalogue import fold_name
from mdnkit.page.macro_grammar import CALL, Argument, parse_arguments
from mdnkit.page.macro_mistake import Mistake
from mdnkit.span import Span

__all__ = [
    "Argument",
    "MacroCall",
    "Mistake",
    "mask_macro_calls",
    "parse_macro_calls",
    "unescape_braces",
]


class MacroCall(NamedTuple):
    """One call, well formed or not."""

    name: str
    """As spelled in the page."""
    name_span: Span
    arguments: tuple[Argument, ...]
    span: Span
    """Braces included."""
    mistake: Mistake | None = None
    angle: bool = False
    """Whether it is spelled `<<name(args)>>`."""

    @property
    def key(self) -> str:
        """The name as MDN looks it up: `Non-standard_Header` is `non_standard_header`."""
        return fold_name(self.name)

    def argument(self, index: int) -> str | int | float | bool | None:
        """Return the value of an argument; None when it is not given."""
        return self.arguments[index].value if index < len(self.arguments) else None

    def text(self, index: int) -> str:
        """Return an argument as text; empty when it is not given."""
        value = self.argument(index)
        if isinstance(value, bool):
            return "true" if value else "false"
        return "" if value is None else str(value)


def parse_macro_calls(text: str, within: Span) -> tuple[MacroCall, ...]:
    """Return every call in the part `within` of `text`, in order and without overlap; never raises.

    A backslash before the braces makes them text. Takes time linear in the length of the text.
    """
    calls = []
    at = text.find("{{", within.start, within.end)
    while at != -1:
        after = at + 1
        if text[at - 1 : at] != "\\":
            match = CALL.match(text, at, within.end)
            if match:
                calls.append(_call(text, match))
                after = match.end()
        at = text.find("{{", after, within.end)
    return tuple(calls)


def _call(text: str, match: re.Match[str]) -> MacroCall:
    slots = match["slots"]
    arguments = parse_arguments(text, Span(*match.span("slots"))) if slots else ()
    return MacroCall(match["name"], Span(*match.span("name")), arguments, Span(*match.span()))


_IN_CALL = re.compile(r"[^\r\n]")


def mask_macro_calls(text: str, calls: tuple[MacroCall, ...]) -> str:
    """Return `text` with each call replaced by a placeholder of its length, `⟬xxx⟭`, as MDN does.

    Line ends inside a call stay, so that offsets, lines and columns are those of `text`. Without
    calls, `text` itself is returned.
    """
    if not calls:
        return text
    parts: list[str] = []
    at = 0
    for call in calls:
        start, end = call.span
        inside = text[start + 1 : end - 1]
        filler = "x" * len(inside) if inside.isprintable() else _IN_CALL.sub("x", inside)
        parts += (text[at:start], "⟬", filler, "⟭")
        at = end
    parts.append(text[at:])
    return "".join(parts)


_ESCAPED_BRACE = re.compile(r"\\([{}])")


def unescape_braces(text: str) -> str:
    """Return `text` as MDN shows it: one backslash before every brace is gone."""
    return _ESCAPED_BRACE.sub(r"\1", text) if "\\" in text else text

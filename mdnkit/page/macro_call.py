"""KumaScript macro calls, found in raw text, code included: MDN expands them before Markdown.

Source: https://github.com/mdn/rari, `crates/rari-doc/src/templ/`.
"""

import functools
import re
from typing import TYPE_CHECKING, NamedTuple

from mdnkit.macros.catalogue import fold_name, macro
from mdnkit.page.macro_grammar import (
    ANGLE_CALL,
    CALL,
    EVERY_CALL,
    Argument,
    Value,
    argument_values,
    parse_arguments,
)
from mdnkit.page.macro_mistake import Malformed, Mistake
from mdnkit.span import Span

if TYPE_CHECKING:
    from mdnkit.page.macro_attempt import MistakeFinder

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
    span: Span
    """Braces included; for a malformed call up to where it probably ends."""
    name_start: int
    inside: str = ""
    """What stands between the parentheses; empty for a malformed call."""
    inside_start: int = -1
    mistake: Mistake | None = None
    """What is wrong with a malformed call."""
    angle: bool = False
    """Whether it is spelled `<<name(args)>>`."""

    @property
    def key(self) -> str:
        """The name as MDN looks it up: `Non-standard_Header` is `non_standard_header`."""
        return fold_name(self.name)

    @property
    def name_span(self) -> Span:
        """Where the name stands."""
        return Span(self.name_start, self.name_start + len(self.name))

    @property
    def arguments(self) -> tuple[Argument, ...]:
        """The arguments, parsed whenever they are asked for; none of a malformed call."""
        return parse_arguments(self.inside, self.inside_start)

    def argument(self, index: int) -> Value:
        """Return the value of an argument; None when it is not given."""
        values = argument_values(self.inside)
        return values[index] if index < len(values) else None

    def text(self, index: int) -> str:
        """Return an argument as text; empty when it is not given."""
        value = self.argument(index)
        if isinstance(value, str):
            return value
        if isinstance(value, bool):
            return "true" if value else "false"
        return "" if value is None else str(value)


def parse_macro_calls(text: str, within: Span) -> tuple[MacroCall, ...]:
    """Return every call in the part `within` of `text`, in order and without overlap; never raises.

    A backslash before the braces makes them text. After a malformed call the search goes on where
    the call probably ends. Takes time linear in the length of the text.
    """
    matches = list(EVERY_CALL.finditer(text, *within))
    if all([match[1] for match in matches]):
        calls = [_well_formed(match) for match in matches]
    else:
        calls = _brace_calls(text, within)
    others = [*_angle_calls(text, within), *_lonely_calls(text, within, calls)]
    return _merged(calls, others) if others else tuple(calls)


def _brace_calls(text: str, within: Span) -> list[MacroCall]:
    """Return what begins with `{{` where some braces are escaped, tripled, or begin no well-formed call."""
    calls = []
    finder = None
    find, call_at, limit = text.find, re.compile(CALL).match, within.end
    at = find("{{", within.start, limit)
    while at != -1:
        if at and text[at - 1] == "\\":
            after = at + 1
        elif match := call_at(text, at, limit):
            after = match.end()
            calls.append(_well_formed(match))
        else:
            finder = finder or _mistake_finder(text, within.end)
            malformed = finder.malformed_at(at)
            after = malformed.span.end if malformed else _end_of_braces(text, at)
            if malformed:
                calls.append(_malformed(text, malformed))
        at = find("{{", after, limit)
    return calls


def _lonely_calls(text: str, within: Span, calls: list[MacroCall]) -> list[MacroCall]:
    """Return the calls that have lost the first of their braces: they stand between the others."""
    closed = [text[call.span[1] - 3] for call in calls].count(")")
    if text.count(")}}", *within) == closed:
        return []
    lonely = []
    finder = _mistake_finder(text, within.end)
    starts = [within.start, *(call.span.end for call in calls)]
    ends = [*(call.span.start for call in calls), within.end]
    for start, end in zip(starts, ends, strict=True):
        close = text.find(")}}", start, end)
        while close != -1:
            malformed = finder.lonely_before(start, close)
            if malformed:
                lonely.append(_malformed(text, malformed))
            start = close + 3
            close = text.find(")}}", start, end)
    return lonely


def _mistake_finder(text: str, limit: int) -> "MistakeFinder":
    # Most pages have no malformed call, and need none of its patterns.
    from mdnkit.page.macro_attempt import MistakeFinder

    return MistakeFinder(text, limit)


# A page has many calls; this makes them twice as fast as calling the classes.
_CALL = functools.partial(tuple.__new__, MacroCall)
_SPAN = functools.partial(tuple.__new__, Span)

_BRACES = re.compile(r"\{+")


def _end_of_braces(text: str, at: int) -> int:
    """Return where the run of braces at `at` ends; none inside `{{{value}}}` begins a call."""
    run = _BRACES.match(text, at)
    return run.end() if run else at


def _well_formed(match: re.Match[str]) -> MacroCall:
    name, inside = match.groups("")
    span = _SPAN(match.span())
    return _CALL((name, span, match.start(1), inside, match.start(2), None, False))


def _malformed(text: str, call: Malformed) -> MacroCall:
    return MacroCall(text[slice(*call.name)], call.span, call.name.start, mistake=call.mistake)


def _angle_calls(text: str, within: Span) -> list[MacroCall]:
    """Return the calls of known macros that are spelled `<<name(args)>>`."""
    # Two of them leave an empty part between. To split at one character is faster than to look for two.
    if "" not in text.split("<")[1:-1]:
        return []
    calls = []
    at = text.find("<<", *within)
    pattern = re.compile(ANGLE_CALL)
    while at != -1:
        after = at + 1
        if at == 0 or text[at - 1] not in "\\<":
            match = pattern.match(text, at, within.end)
            if match and macro(match[1]) and _is_meant(match):
                calls.append(_well_formed(match)._replace(angle=True))
                after = match.end()
        at = text.find("<<", after, within.end)
    return calls


def _is_meant(match: re.Match[str]) -> bool:
    """Return whether `<<name>>` is a call and no word, as `next` between two shifts would be."""
    if match[2] is not None:
        return True
    return len(match[0]) == len(match[1]) + 4 and not match[1].islower()


def _merged(calls: list[MacroCall], others: list[MacroCall]) -> tuple[MacroCall, ...]:
    """Return both in order, without those that overlap one before."""
    found: list[MacroCall] = []
    for call in sorted(calls + others, key=lambda call: call.span):
        if not found or found[-1].span.end <= call.span.start:
            found.append(call)
    return tuple(found)


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
        parts.append(text[at:start])
        inside = text[start:end]
        if inside.isprintable():
            parts.append(_placeholder(end - start))
        else:
            parts.append(f"⟬{_IN_CALL.sub('x', inside[1:-1])}⟭")
        at = end
    parts.append(text[at:])
    return "".join(parts)


@functools.lru_cache(maxsize=256)
def _placeholder(length: int) -> str:
    return f"⟬{'x' * (length - 2)}⟭"


_ESCAPED_BRACE = re.compile(r"\\([{}])")


def unescape_braces(text: str) -> str:
    """Return `text` as MDN shows it: one backslash before every brace is gone."""
    return _ESCAPED_BRACE.sub(r"\1", text) if "\\" in text else text

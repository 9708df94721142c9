"""The YAML front matter of a page: keys and values with spans.

Almost every MDN page keeps to a flat subset of YAML, which is read here line by line; whatever the subset does not
cover goes to `mdnkit.page.yaml_front_matter`, which gives the same values for the pages that both can read.
"""

import re
from typing import NamedTuple, TypeAlias

from mdnkit.messages import _
from mdnkit.span import Span


class Scalar(NamedTuple):
    """A single value as its text; `type` is the last word of its YAML tag: str, int, float, bool, null, timestamp."""

    value: str
    span: Span
    type: str = "str"


class Sequence(NamedTuple):
    """A list of values."""

    items: tuple["Value", ...]
    span: Span


class Mapping(NamedTuple):
    """Keys below a key, such as those of `l10n`."""

    entries: tuple["Entry", ...]
    span: Span

    def get(self, key: str) -> "Entry | None":
        """Return the entry named `key`."""
        return next((entry for entry in self.entries if entry.key == key), None)


Value: TypeAlias = Scalar | Sequence | Mapping


class Entry(NamedTuple):
    """A key with its value; `span` covers its lines, indentation and line end included."""

    key: str
    key_span: Span
    value: Value
    span: Span


class SyntaxProblem(NamedTuple):
    """Why the front matter cannot be read, in words for its writer."""

    message: str
    span: Span


class FrontMatter(NamedTuple):
    """What stands between the two lines `---` at the top of a page."""

    entries: tuple[Entry, ...]
    span: Span
    """From the first to the last delimiter, line end of the last one included; empty when there is none."""
    content: Span
    """Between the delimiters."""
    problem: SyntaxProblem | None = None
    """When set, `entries` is empty."""

    def get(self, key: str) -> Entry | None:
        """Return the entry named `key`."""
        for entry in self.entries:
            if entry.key == key:
                return entry
        return None

    def text(self, *keys: str) -> str:
        """Return the scalar found by following `keys`, as text; empty when there is none."""
        entry = self.find(*keys)
        return entry.value.value if entry and isinstance(entry.value, Scalar) else ""

    def find(self, first: str, *keys: str) -> Entry | None:
        """Return the entry found by following keys into mappings."""
        entry = self.get(first)
        for key in keys:
            entry = entry.value.get(key) if entry and isinstance(entry.value, Mapping) else None
        return entry

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the value of `key` as a tuple: a scalar alone, or the scalars of a list."""
        entry = self.get(key)
        if entry is None or isinstance(entry.value, Mapping):
            return ()
        values = entry.value.items if isinstance(entry.value, Sequence) else (entry.value,)
        return tuple(value.value for value in values if isinstance(value, Scalar))


LONGEST = 100_000
"""Code points of front matter that are read; MDN's longest has under 5,000, and YAML readers are slow."""

_OPENING = re.compile(r"\ufeff?---[ \t]*(?:\r\n?|\n)")
_CLOSING = re.compile(r"^---[ \t]*(?:\r\n?|\n|\Z)", re.MULTILINE)


def parse_front_matter(text: str) -> FrontMatter:
    """Return the front matter of a page's whole text; never raises."""
    opening = _OPENING.match(text)
    if opening is None:
        nothing = Span(0, 0)
        message = _(
            "The page has no front matter: its first line must be `---`, followed by keys such as `title` and `slug`."
        )
        return FrontMatter((), nothing, nothing, SyntaxProblem(message, nothing))
    closing = _CLOSING.search(text, opening.end())
    if closing is None:
        message = _("The front matter is not closed: a line `---` must follow its last key.")
        whole = Span(opening.start(), opening.end())
        return FrontMatter((), whole, Span(whole.end, whole.end), SyntaxProblem(message, whole))
    span = Span(opening.start(), closing.end())
    content = Span(opening.end(), closing.start())
    if content.end - content.start > LONGEST:
        message = _(
            "The front matter has more than {count} characters and is not read; it should hold a few short keys."
        )
        problem = SyntaxProblem(message.format(count=LONGEST), Span(opening.start(), opening.end()))
        return FrontMatter((), span, content, problem)
    entries = _parse_flat(text, content)
    if entries is not None:
        return FrontMatter(entries, span, content)

    from mdnkit.page.yaml_front_matter import parse_yaml

    result = parse_yaml(text, content)
    if isinstance(result, SyntaxProblem):
        return FrontMatter((), span, content, result)
    return FrontMatter(result, span, content)


# The flat subset: `key: value`, and below `key:` either `  - value` or `  key: value`.
_TOP = re.compile(r"([A-Za-z_][A-Za-z0-9_-]*):(?: (\S[^\r\n]*))?\r?\n")
_BELOW = re.compile(r" {2}(?:- |([A-Za-z_][A-Za-z0-9_-]*): )(\S[^\r\n]*)\r?\n")
_QUOTED = re.compile(r'"[^"\\]*"|\'[^\']*\'')
_COMMIT = re.compile(r"(?=[0-9a-f]*[acdf])[0-9a-f]{40}")
_PLAIN_START = re.compile(
    r"[^\W\d]|[<(/$^;]|(?:-|::?-?)[A-Za-z]|[1-9][0-9]*(?:[A-DF-Za-df-z]| [A-Za-z])"
)
"""What begins a text in YAML and nothing else: letters, some symbols, `-webkit`, `:hover`, `2D`, `404 Not Found`."""

_NOT_STRINGS = frozenset({"true", "false", "null"})


def _flat_scalar(raw: str, start: int) -> Scalar | None:
    """Return the value of `raw`, or None when only a YAML reader can tell what it is."""
    span = Span(start, start + len(raw))
    if not raw.isprintable():
        return None
    if raw[0] in "\"'":
        return Scalar(raw[1:-1], span) if _QUOTED.fullmatch(raw) else None
    if _COMMIT.fullmatch(raw):
        return Scalar(raw, span)
    if not _PLAIN_START.match(raw) or raw[-1] in " :" or ": " in raw or " #" in raw:
        return None
    return None if raw.lower() in _NOT_STRINGS else Scalar(raw, span)


def _parse_flat(text: str, content: Span) -> tuple[Entry, ...] | None:
    """Return the entries, or None when the text leaves the subset."""
    entries: list[Entry] = []
    keys: set[str] = set()
    at = content.start
    while at < content.end:
        top = _TOP.match(text, at, content.end)
        if not top or top[1] in keys:
            return None
        key, raw = top.groups()
        keys.add(key)
        value: Value | None
        if raw is not None:
            value, end = _flat_scalar(raw, top.start(2)), top.end()
        else:
            value, end = _flat_children(text, top.end(), content.end)
        if value is None:
            return None
        entries.append(Entry(key, Span(at, at + len(key)), value, Span(at, end)))
        at = end
    return tuple(entries)


def _flat_children(text: str, start: int, limit: int) -> tuple[Value | None, int]:
    """Return the list or mapping that begins at `start`, and where it ends; None when it is neither."""
    items: list[Value] = []
    children: list[Entry] = []
    at = start
    while below := _BELOW.match(text, at, limit):
        key, raw = below.groups()
        value = _flat_scalar(raw, below.start(2))
        if value is None:
            return None, at
        if key is None:
            items.append(value)
        else:
            key_span = Span(at + 2, at + 2 + len(key))
            children.append(Entry(key, key_span, value, Span(at, below.end())))
        at = below.end()
    if bool(items) == bool(children):
        return None, at
    if len({child.key for child in children}) < len(children):
        return None, at
    last = items[-1].span.end if items else children[-1].value.span.end
    span = Span(start + 2, last)
    return (Sequence(tuple(items), span) if items else Mapping(tuple(children), span)), at

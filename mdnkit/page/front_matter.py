"""The YAML front matter of a page: keys and values with spans.

Almost every MDN page is regular: one pattern of `mdnkit.page.regular_front_matter` tells what it says. The others mostly
keep to a flat subset of YAML, read by `mdnkit.page.flat_front_matter`; whatever the subset does not cover goes to
`mdnkit.page.yaml_front_matter`. All three give the same values for the pages that they can read.
"""

import re
from typing import Literal, NamedTuple, TypeAlias

from mdnkit.messages import _
from mdnkit.page.kept import kept
from mdnkit.page.regular_front_matter import DELIMITER, KEYS, match_regular
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


class FrontMatter:
    """What stands between the two lines `---` at the top of a page."""

    regular: Literal["", "english", "translation"] = ""
    """Whose keys it has, where it is regular: rules about values and layout then have nothing to say, and those about keys
    only if it is that of the other kind of page."""

    def __init__(
        self,
        entries: tuple[Entry, ...],
        span: Span,
        content: Span,
        problem: SyntaxProblem | None = None,
    ) -> None:
        self._entries = entries
        self.span = span
        """From the first to the last delimiter, line end of the last one included; empty when there is none."""
        self.content = content
        """Between the delimiters."""
        self.problem = problem
        """When set, `entries` is empty."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every key with its value and where they stand; `has`, `text` and `texts` mostly answer without them."""
        return self._entries

    def get(self, key: str) -> Entry | None:
        """Return the entry named `key`."""
        for entry in self.entries:
            if entry.key == key:
                return entry
        return None

    def has(self, key: str) -> bool:
        """Return whether there is an entry named `key`."""
        return self.get(key) is not None

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


_ITEM = re.compile(r"\n  - (\S+)")


class RegularFrontMatter(FrontMatter):
    """Front matter of which one regular expression has found what it says."""

    def __init__(self, match: re.Match[str]) -> None:
        end = match.end()
        super().__init__((), Span(0, end), Span(len(DELIMITER), end - len(DELIMITER)))
        self._text = match.string
        self._written = dict(zip(KEYS, match.groups(), strict=True))
        self.regular = "translation" if self._written["page-type"] is None else "english"

    @kept
    def entries(self) -> tuple[Entry, ...]:
        """Read when somebody asks where something stands."""
        from mdnkit.page.flat_front_matter import parse_flat

        entries = parse_flat(self._text, self.content)
        assert entries is not None, "what is regular belongs to the subset"
        return entries

    def has(self, key: str) -> bool:
        """Return whether there is an entry named `key`."""
        return self._written.get(key) is not None

    def get(self, key: str) -> Entry | None:
        """Return the entry named `key`."""
        return super().get(key) if self.has(key) else None

    def text(self, *keys: str) -> str:
        """Return the scalar found by following `keys`, as text; empty when there is none."""
        if len(keys) > 1:
            return super().text(*keys)
        written = self._written.get(keys[0]) or ""
        return "" if written.startswith("\n") else _unquoted(written)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the value of `key` as a tuple: a scalar alone, or the scalars of a list."""
        written = self._written.get(key) or ""
        if written.startswith("\n"):
            return tuple(_ITEM.findall(written))
        return (_unquoted(written),) if written else ()


def _unquoted(written: str) -> str:
    """Return the value of a regular scalar."""
    return written[1:-1] if written[:1] == '"' else written


LONGEST = 100_000
"""Code points of front matter that are read; MDN's longest has under 5,000, and YAML readers are slow."""

_OPENING = re.compile(r"\ufeff?---[ \t]*(?:\r\n?|\n)")
_CLOSING = re.compile(r"^---[ \t]*(?:\r\n?|\n|\Z)", re.MULTILINE)


def parse_front_matter(text: str) -> FrontMatter:
    """Return the front matter of a page's whole text; never raises."""
    regular = match_regular(text)
    if regular is not None:
        return RegularFrontMatter(regular)
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
    from mdnkit.page.flat_front_matter import parse_flat

    entries = parse_flat(text, content)
    if entries is not None:
        return FrontMatter(entries, span, content)

    from mdnkit.page.yaml_front_matter import parse_yaml

    result = parse_yaml(text, content)
    if isinstance(result, SyntaxProblem):
        return FrontMatter((), span, content, result)
    return FrontMatter(result, span, content)

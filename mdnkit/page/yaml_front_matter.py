"""Front matter that leaves the flat subset, read by ruamel.yaml into the same values with spans."""

import re
from typing import Any

from mdnkit.messages import _
from mdnkit.page.front_matter import Entry, Mapping, Scalar, Sequence, SyntaxProblem, Value
from mdnkit.span import Span

MOST_VALUES = 10_000
"""Values that front matter may have when each alias stands for what it names; a few lines of aliases make billions."""

MOST_BRACKETS = 500
"""Opening brackets and braces; the reader of YAML takes seconds to give up on thousands of them."""

_ALIAS = re.compile(r"\s*:\s*\*\S+")


def parse_yaml(text: str, content: Span) -> tuple[Entry, ...] | SyntaxProblem:
    """Return the entries of the YAML mapping at `content`, or why it is none; never raises."""
    written = text[content.start : content.end]
    if written.count("[") + written.count("{") > MOST_BRACKETS:
        return _problem(text, content, content.start, _("it is nested too deeply"))
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    yaml = YAML(typ="rt", pure=True)
    try:
        root = yaml.compose(written)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = content.start + (mark.index if mark else 0)
        return _problem(text, content, at, error.problem or error.context or str(error))
    except RecursionError:
        return _problem(text, content, content.start, _("it is nested too deeply"))
    except (YAMLError, ValueError) as error:
        return _problem(text, content, content.start, str(error).splitlines()[0])
    if root is None:
        return ()
    try:
        value = _Reader(text, content.start).value(root)
    except RecursionError:
        return _problem(text, content, content.start, _("it is nested too deeply"))
    if isinstance(value, SyntaxProblem):
        return value
    if not isinstance(value, Mapping):
        return _problem(text, content, content.start, _("it must be a list of `key: value` lines"))
    return value.entries


def _problem(text: str, content: Span, at: int, why: str) -> SyntaxProblem:
    """Return the problem at offset `at`, its span reaching to the end of that line."""
    at = min(max(at, content.start), max(content.start, content.end - 1))
    end = at + len(text[at : content.end].partition("\n")[0].rstrip("\r"))
    message = _(
        "The front matter is not valid YAML: {why}. Quote values that hold `: `, ` #`, or begin with a symbol."
    )
    return SyntaxProblem(message.format(why=why.rstrip(".")), Span(at, end))


def _children(node: Any) -> list[Any]:
    """Return the nodes of the values that a node holds."""
    if node.id == "scalar":
        return []
    return [child[1] for child in node.value] if node.id == "mapping" else list(node.value)


class _Reader:
    """Turns composed YAML nodes into values; remembers nodes, so that aliases are converted once."""

    def __init__(self, text: str, offset: int) -> None:
        self.text = text
        self.offset = offset
        self.done: dict[int, Value] = {}
        self.sizes: dict[int, int] = {}
        """How many values each node stands for."""
        self.open: set[int] = set()

    def value(self, node: Any) -> Value | SyntaxProblem:
        """Return the value of `node`; a problem where a key is repeated or a node holds itself."""
        if id(node) in self.done:
            return self.done[id(node)]
        span = Span(self.offset + node.start_mark.index, self.offset + node.end_mark.index)
        if id(node) in self.open:
            return SyntaxProblem(
                _("The front matter holds an anchor that refers to itself; write the value out."),
                span,
            )
        self.open.add(id(node))
        result = self._convert(node, span)
        self.open.discard(id(node))
        if isinstance(result, SyntaxProblem):
            return result
        self.sizes[id(node)] = 1 + sum(self.sizes[id(child)] for child in _children(node))
        if self.sizes[id(node)] > MOST_VALUES:
            return SyntaxProblem(
                _(
                    "The front matter has too many values, through its aliases; write the values out."
                ),
                span,
            )
        self.done[id(node)] = result
        return result

    def _convert(self, node: Any, span: Span) -> Value | SyntaxProblem:
        kind = node.id
        if kind == "scalar":
            return Scalar(node.value, span, str(node.tag).rpartition(":")[2])
        if kind == "sequence":
            items = [self.value(child) for child in node.value]
            problem = next((item for item in items if isinstance(item, SyntaxProblem)), None)
            return problem or Sequence(
                tuple(i for i in items if not isinstance(i, SyntaxProblem)), self._trim(span)
            )
        return self._mapping(node, span)

    def _mapping(self, node: Any, span: Span) -> Mapping | SyntaxProblem:
        entries: list[Entry] = []
        seen: set[str] = set()
        for key_node, value_node in node.value:
            key_span = Span(
                self.offset + key_node.start_mark.index, self.offset + key_node.end_mark.index
            )
            if key_node.id != "scalar":
                return SyntaxProblem(
                    _("The front matter has a key that is not a word; a key is a plain name."),
                    key_span,
                )
            if key_node.value in seen:
                message = _("The front matter has the key `{key}` twice; keep one of them.")
                return SyntaxProblem(message.format(key=key_node.value), key_span)
            seen.add(key_node.value)
            value = self.value(value_node)
            if isinstance(value, SyntaxProblem):
                return value
            end = value.span.end
            if value.span.start < key_span.end:
                # An alias: its value stands where the anchor is.
                alias = _ALIAS.match(self.text, key_span.end)
                end = alias.end() if alias else key_span.end
            lines = self._lines(key_span.start, end)
            entries.append(Entry(key_node.value, key_span, value, lines))
        return Mapping(tuple(entries), self._trim(span))

    def _trim(self, span: Span) -> Span:
        """Block collections end at the next token; give the span back without the white space before it."""
        return Span(span.start, span.start + len(self.text[span.start : span.end].rstrip()))

    def _lines(self, start: int, end: int) -> Span:
        """Return the whole lines from `start` to `end`, the last line end included."""
        first = max(self.text.rfind("\n", 0, start), self.text.rfind("\r", 0, start)) + 1
        last = end
        if last == 0 or self.text[last - 1] not in "\r\n":
            newline = self.text.find("\n", end)
            last = newline + 1 if newline != -1 else len(self.text)
        return Span(first, last)

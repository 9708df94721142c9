"""The text of a page, and the only place where offsets become lines and columns."""

import re
from bisect import bisect_right
from itertools import accumulate, count
from operator import add
from typing import NamedTuple

from mdnkit.page.kept import kept
from mdnkit.span import Span


class Position(NamedTuple):
    """1-based line and column; the column counts Unicode code points."""

    line: int
    column: int


class Source:
    """A decoded text that gives back the bytes it was read from.

    Bytes that are not UTF-8 become lone surrogates (`surrogateescape`), so that `encode()` returns them unchanged.
    A byte order mark stays in the text as U+FEFF. Lines end at LF, CRLF or a lone CR, as in CommonMark.
    """

    def __init__(self, text: str, data: bytes | None = None, is_utf8: bool = False) -> None:
        self.text = text
        self._data = data
        """What the text was read from, where it was."""
        self._is_utf8 = is_utf8
        """Whether that is known to be UTF-8."""

    @classmethod
    def decode(cls, data: bytes) -> "Source":
        """Return the source of a file's bytes; never raises."""
        try:
            return cls(data.decode(), data, is_utf8=True)
        except UnicodeDecodeError:
            return cls(data.decode("utf-8", "surrogateescape"), data)

    def encode(self) -> bytes:
        """Return the bytes that `decode` was given, or what the text is in UTF-8."""
        return self.text.encode("utf-8", "surrogateescape") if self._data is None else self._data

    def utf8(self) -> bytes:
        """Return the text in UTF-8, with `?` for the bytes that were none."""
        if self._is_utf8 and self._data is not None:
            return self._data
        return self.text.encode("utf-8", "replace")

    @kept
    def line_starts(self) -> list[int]:
        """Offset of the first character of each line; the first is 0."""
        if "\r" in self.text:
            return [0, *(match.end() for match in re.finditer(r"\r\n?|\n", self.text))]
        lengths = accumulate(map(len, self.text.split("\n")))
        return [0, *map(add, lengths, count(1))][:-1]

    @kept
    def undecodable(self) -> tuple[Span, ...]:
        """Where the file is not UTF-8: one span for each run of bad bytes."""
        if self._is_utf8 or self.text.isascii():
            return ()
        try:
            self.text.encode("utf-8")
        except UnicodeEncodeError:
            return tuple(
                Span(*match.span()) for match in re.finditer("[\udc80-\udcff]+", self.text)
            )
        return ()

    def position(self, offset: int) -> Position:
        """Return line and column of `offset`; an offset past the end is the end of the text."""
        offset = min(offset, len(self.text))
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def line_span(self, line: int) -> Span:
        """Return the span of the 1-based `line`, without its line end."""
        start = self.line_starts[line - 1]
        end = self.line_starts[line] if line < len(self.line_starts) else len(self.text)
        # A line may be the whole text: it is not copied for each question.
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    def whole_line(self, span: Span) -> Span:
        """Return `span`, which ends where a line ends, with that line end."""
        line = self.position(span.end).line
        end = self.line_starts[line] if line < len(self.line_starts) else len(self.text)
        return Span(span.start, end)

"""Offsets, lines and columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdnkit.page.source import Position, Source
from mdnkit.span import Span


@pytest.mark.parametrize(
    ("text", "offset", "position"),
    [
        ("", 0, (1, 1)),
        ("ab", 2, (1, 3)),
        ("a\nb", 2, (2, 1)),
        ("a\r\nb", 1, (1, 2)),
        ("a\r\nb", 3, (2, 1)),
        ("a\rb", 2, (2, 1)),
        ("𝒳y\nz", 1, (1, 2)),
        ("a\u2028b", 2, (1, 3)),
        ("a\x0cb", 2, (1, 3)),
        ("\ufeffab", 1, (1, 2)),
        ("ab", 99, (1, 3)),
    ],
)
def test_position(text: str, offset: int, position: tuple[int, int]) -> None:
    assert Source(text).position(offset) == Position(*position)


def test_a_line_without_its_end() -> None:
    source = Source("a\r\nbc\n\nd")
    assert [source.line_span(number) for number in (1, 2, 3, 4)] == [
        Span(0, 1),
        Span(3, 5),
        Span(6, 6),
        Span(7, 8),
    ]


def test_where_a_file_is_not_utf_8() -> None:
    source = Source.decode(b"a\xfc\xdfb\xe4")
    assert source.undecodable == (Span(1, 3), Span(4, 5))
    assert source.encode() == b"a\xfc\xdfb\xe4"


def test_a_file_that_is_utf_8() -> None:
    assert Source.decode("Grüße 𝒳".encode()).undecodable == ()


@given(st.binary())
def test_bytes_come_back(data: bytes) -> None:
    assert Source.decode(data).encode() == data


@given(st.text(alphabet="ab\r\n𝒳", max_size=40))
def test_every_offset_is_on_its_line(text: str) -> None:
    source = Source(text)
    for offset in range(len(text) + 1):
        line, column = source.position(offset)
        assert source.line_starts[line - 1] + column - 1 == offset

"""Front matter: values with spans, the fast reader and the YAML reader."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdnkit.page.flat_front_matter import parse_flat
from mdnkit.page.front_matter import (
    FrontMatter,
    Mapping,
    Scalar,
    Sequence,
    parse_front_matter,
)
from mdnkit.page.yaml_front_matter import parse_yaml
from mdnkit.span import Span

PAGE = """---
title: "A: b"
short-title: b
slug: Web/API/A/b
status:
  - deprecated
  - experimental
l10n:
  sourceCommit: 0123456789abcdef0123456789abcdef01234567
---

Text.
"""


def written(text: str, front_matter: FrontMatter) -> dict[str, str]:
    """Return each key with the text of its value as it stands in the page."""
    return {entry.key: text[slice(*entry.value.span)] for entry in front_matter.entries}


def test_values_and_where_they_stand() -> None:
    front_matter = parse_front_matter(PAGE)
    assert written(PAGE, front_matter) == {
        "title": '"A: b"',
        "short-title": "b",
        "slug": "Web/API/A/b",
        "status": "- deprecated\n  - experimental",
        "l10n": "sourceCommit: 0123456789abcdef0123456789abcdef01234567",
    }
    assert front_matter.text("title") == "A: b"
    assert front_matter.texts("status") == ("deprecated", "experimental")
    assert front_matter.text("l10n", "sourceCommit").startswith("0123")
    assert PAGE[front_matter.span.end :] == "\nText.\n"


def test_windows_line_ends_and_a_byte_order_mark() -> None:
    text = "\ufeff" + PAGE.replace("\n", "\r\n")
    front_matter = parse_front_matter(text)
    assert front_matter.text("slug") == "Web/API/A/b"
    assert text[front_matter.span.end :] == "\r\nText.\r\n"


@pytest.mark.parametrize(
    "line",
    [
        "title: 404",
        "title: true",
        "title: 2024-01-01",
        "title: a # comment",
        "title: [a, b]",
        'title: "a \\" b"',
        "title: 'it''s'",
        "title: >-\n  folded\n  text",
        "# comment\ntitle: a",
        "title:   spaced",
        "title: a: b",
        "title: - a",
        "? a\n: b",
        "title: &x a\nslug: *x",
    ],
)
def test_what_the_flat_reader_leaves_to_yaml(line: str) -> None:
    text = f"---\n{line}\n---\n"
    assert parse_flat(text, parse_front_matter(text).content) is None


def test_values_that_yaml_does_not_read_as_text() -> None:
    front_matter = parse_front_matter("---\ntitle: 404\nslug: yes it is\nsidebar: ~\n---\n")
    values = [entry.value for entry in front_matter.entries]
    assert [value.type for value in values if isinstance(value, Scalar)] == ["int", "str", "null"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "The page has no front matter"),
        ("# Title\n", "The page has no front matter"),
        ("---\ntitle: a\n", "The front matter is not closed"),
        ("---\ntitle: a\ntitle: b\n---\n", "The front matter has the key `title` twice"),
        ("---\n? [a]\n: b\n---\n", "The front matter has a key that is not a word"),
        ("---\ntitle: " + "[" * 5000 + "\n---\n", "The front matter is not valid YAML"),
        ("---\ntitle: &a [*a]\n---\n", "The front matter holds an anchor that refers to itself"),
        ("---\ntitle: a\n...\nb: c\n---\n", "The front matter is not valid YAML"),
        ("---\n" + "a: b\n" * 30000 + "---\n", "The front matter has more than 100000 characters"),
    ],
)
def test_what_is_wrong_with_it(text: str, message: str) -> None:
    problem = parse_front_matter(text).problem
    assert problem is not None
    assert problem.message.startswith(message)
    assert 0 <= problem.span.start <= problem.span.end <= len(text)


def test_aliases_do_not_multiply() -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]" for i in range(1, 60)]
    text = "---\n" + "\n".join(lines) + "\n---\n"
    problem = parse_front_matter(text).problem
    assert problem is not None
    assert "too many values, through its aliases" in problem.message


def test_an_empty_front_matter() -> None:
    front_matter = parse_front_matter("---\n---\n")
    assert (front_matter.entries, front_matter.problem) == ((), None)
    assert (front_matter.span, front_matter.content) == (Span(0, 8), Span(4, 4))


WORDS = st.one_of(
    st.text(alphabet="abAB /()`'\"<>:-#.&*!éß{}[]1", max_size=12),
    st.text(alphabet="0129-+.:_eExXyaD tT²", max_size=8),
    st.sampled_from(
        ["yes", "No", "on", "y", ":-moz-x", "::a", "-inf", "2D a", "404 b", "1e5", "12e3", "0b1"]
    ),
)
LINES = st.one_of(
    st.builds("{}: {}".format, st.sampled_from(["title", "slug", "l10n", "status"]), WORDS),
    st.builds("  - {}".format, WORDS),
    st.builds("  key: {}".format, WORDS),
    WORDS,
)


@given(st.lists(LINES, max_size=6).map("\n".join))
def test_both_readers_agree(content: str) -> None:
    text = f"---\n{content}\n---\n"
    front_matter = parse_front_matter(text)
    flat = parse_flat(text, front_matter.content)
    if flat is not None:
        assert parse_yaml(text, front_matter.content) == flat


@given(st.text())
def test_it_never_raises_and_spans_lie_inside(content: str) -> None:
    text = f"---\n{content}\n---\n"
    front_matter = parse_front_matter(text)
    for entry in front_matter.entries:
        spans = [entry.span, entry.key_span, entry.value.span]
        if isinstance(entry.value, Sequence):
            spans += [item.span for item in entry.value.items]
        if isinstance(entry.value, Mapping):
            spans += [child.span for child in entry.value.entries]
        assert all(0 <= span.start <= span.end <= len(text) for span in spans)

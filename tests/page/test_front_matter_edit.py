"""Writing one key of the front matter: every other byte stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdnkit.page.front_matter import Mapping, Scalar, Value, parse_front_matter
from mdnkit.page.front_matter_edit import set_value
from mdnkit.page.page import Page

COMMIT = "0123456789abcdef0123456789abcdef01234567"
OTHER = "fedcba9876543210fedcba9876543210fedcba98"


def after(text: str, keys: tuple[str, ...], value: str, locale: str = "de") -> str | None:
    """Return the page with the edit applied; None where there is none."""
    edit = set_value(Page.parse(text, locale=locale), keys, value)
    if edit is None:
        return None
    return text[: edit.span.start] + edit.text + text[edit.span.end :]


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (
            f"title: A\nslug: B\nl10n:\n  sourceCommit: {COMMIT}\n",
            f"title: A\nslug: B\nl10n:\n  sourceCommit: {OTHER}\n",
        ),
        (
            f'l10n:\n  sourceCommit: "{COMMIT}" # c\nslug: B\n',
            f'l10n:\n  sourceCommit: "{OTHER}" # c\nslug: B\n',
        ),
        (f"l10n: {{sourceCommit: '{COMMIT}'}}\n", f"l10n: {{sourceCommit: '{OTHER}'}}\n"),
        ("title: A\nslug: B\n", f"title: A\nslug: B\nl10n:\n  sourceCommit: {OTHER}\n"),
        (
            "title: A\nl10n: # none\nslug: B\n",
            f"title: A\nl10n: # none\n  sourceCommit: {OTHER}\nslug: B\n",
        ),
        (
            "l10n:\n    other: x\nslug: B\n",
            f"l10n:\n    other: x\n    sourceCommit: {OTHER}\nslug: B\n",
        ),
        ("l10n: {other: x}\n", f'l10n: {{other: x, sourceCommit: "{OTHER}"}}\n'),
        ("l10n:\n  sourceCommit:\n", f"l10n:\n  sourceCommit: {OTHER}\n"),
        (
            f"slug: B\nl10n:\n  a: {COMMIT}\n  # c\n# d\n",
            f"slug: B\nl10n:\n  a: {COMMIT}\n  sourceCommit: {OTHER}\n  # c\n# d\n",
        ),
        ("# the page\ntitle: A\n", f"# the page\ntitle: A\nl10n:\n  sourceCommit: {OTHER}\n"),
    ],
)
def test_a_commit(before: str, expected: str) -> None:
    assert (
        after(f"---\n{before}---\n\nText.\n", ("l10n", "sourceCommit"), OTHER)
        == f"---\n{expected}---\n\nText.\n"
    )


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Element", "Element"),
        ("Element: click event", '"Element: click event"'),
        ("Web/CSS/::before", "Web/CSS/::before"),
        ("404", '"404"'),
        ("yes", '"yes"'),
        ("", '""'),
        (" a", '" a"'),
        ('say "a"', '"say \\"a\\""'),
        ("a #b", '"a #b"'),
        ("a\nb", '"a\\U0000000ab"'),
        ("Ereignis für é", "Ereignis für é"),
        ("2020-01-01", '"2020-01-01"'),
    ],
)
def test_quotes_where_a_value_needs_them(value: str, written: str) -> None:
    assert after("---\ntitle: A\n---\n", ("title",), value) == f"---\ntitle: {written}\n---\n"


def test_a_new_key_stands_where_the_order_of_mdn_has_it() -> None:
    text = "---\ntitle: A\nslug: B\npage-type: guide\n---\n"
    expected = "---\ntitle: A\nshort-title: C\nslug: B\npage-type: guide\n---\n"
    assert after(text, ("short-title",), "C", "en-us") == expected


def test_windows_line_ends_stay() -> None:
    text = "\ufeff---\r\ntitle: A\r\nslug: B\r\n---\r\nText.\r\n"
    expected = (
        f"\ufeff---\r\ntitle: A\r\nslug: B\r\nl10n:\r\n  sourceCommit: {COMMIT}\r\n---\r\nText.\r\n"
    )
    assert after(text, ("l10n", "sourceCommit"), COMMIT) == expected


def test_a_value_over_several_lines() -> None:
    text = "---\ntitle: >-\n  A\n  B\nslug: C\n---\n"
    assert after(text, ("title",), "D") == "---\ntitle: D\nslug: C\n---\n"


@pytest.mark.parametrize(
    "content",
    [
        "title: a: b\n",
        "l10n: text\n",
        "l10n:\n  - a\n",
        "l10n:\n  sourceCommit:\n    - a\n",
        "title: &a A\nl10n:\n  sourceCommit: *a\n",
        "[a, b]\n",
    ],
)
def test_what_cannot_be_written_safely(content: str) -> None:
    assert after(f"---\n{content}---\n", ("l10n", "sourceCommit"), COMMIT) is None


def test_a_page_without_front_matter() -> None:
    assert after("Text.\n", ("title",), "A") is None


def told(value: Value) -> object:
    """Return what a value says, without spans."""
    if isinstance(value, Scalar):
        return value.value, value.type
    if isinstance(value, Mapping):
        return {entry.key: told(entry.value) for entry in value.entries}
    return [told(item) for item in value.items]


values = st.text(max_size=30)
words = st.from_regex(r"[a-z]{1,6}", fullmatch=True)
lines = st.one_of(
    st.tuples(words, st.sampled_from(["A", '"A: b"', "'it''s'", "12", "# c", "|-\n  a\n  b"])).map(
        lambda pair: f"{pair[0]}: {pair[1]}\n"
    ),
    st.tuples(words, words, words).map(
        lambda three: f"{three[0]}:\n  {three[1]}: {three[2]} # c\n"
    ),
    st.tuples(words, words, words).map(
        lambda three: f"{three[0]}:\n  - {three[1]}\n  - {three[2]}\n"
    ),
    words.map(lambda word: f"# {word}\n"),
)


@given(st.lists(lines, max_size=5), st.lists(words, min_size=1, max_size=3), values, st.booleans())
def test_the_value_reads_back_and_nothing_else_changes(
    content: list[str], keys: list[str], value: str, windows: bool
) -> None:
    text = "---\n" + "".join(content) + "---\n\nText: a\n"
    text = text.replace("\n", "\r\n") if windows else text
    page = Page.parse(text, locale="de")
    edit = set_value(page, tuple(keys), value)
    if edit is None:
        return
    assert page.front_matter.content.start <= edit.span.start
    assert edit.span.end <= page.front_matter.content.end
    new = text[: edit.span.start] + edit.text + text[edit.span.end :]
    front_matter = parse_front_matter(new)
    entry = front_matter.find(*keys)
    assert entry is not None and isinstance(entry.value, Scalar)
    assert (entry.value.value, entry.value.type) == (value, "str")
    kept = {one.key: told(one.value) for one in page.front_matter.entries if one.key != keys[0]}
    assert {one.key: told(one.value) for one in front_matter.entries if one.key != keys[0]} == kept
    assert new.count("\r\n") == new.count("\n") or not windows


@given(values)
def test_any_text_can_be_a_title(value: str) -> None:
    new = after("---\ntitle: A\nslug: B\n---\n", ("title",), value)
    assert new is not None
    assert parse_front_matter(new).text("title") == value
    assert after(new, ("title",), value) == new

"""Bringing entries into MDN's order: whole lines move, and nothing is lost."""

from hypothesis import given
from hypothesis import strategies as st

from mdnkit.page.front_matter import parse_front_matter
from mdnkit.page.front_matter_order import reordered
from mdnkit.page.regular_front_matter import ENGLISH


def after(content: str) -> str | None:
    """Return the front matter in order, without its delimiters; None where nothing is moved."""
    text = f"---\n{content}---\nText.\n"
    edit = reordered(text, parse_front_matter(text), ENGLISH)
    if edit is None:
        return None
    new = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert new.startswith("---\n") and new.endswith("---\nText.\n")
    return new[4:-10]


def test_comments_above_and_inside_move_with_their_entry() -> None:
    content = "# about slug\nslug: B # end\nstatus:\n  - a\n  # inner\n\n# about title\ntitle: A\n# last\n"
    expected = "\n# about title\ntitle: A\n# about slug\nslug: B # end\nstatus:\n  - a\n  # inner\n# last\n"
    assert after(content) == expected


def test_an_unknown_key_stays_behind_the_key_it_follows() -> None:
    assert after("tags: x\nslug: B\nold: y\ntitle: A\n") == "tags: x\ntitle: A\nslug: B\nold: y\n"


def test_what_is_in_order_or_cannot_be_moved() -> None:
    assert after("title: A\nslug: B\n") is None
    assert after("{slug: B, title: A}\n") is None
    assert after("slug: &a B\ntitle: *a\n") is None
    assert after("slug: a: b\ntitle: A\n") is None


entries = st.sampled_from(
    [
        "title: A\n",
        'short-title: "A: b" # c\n',
        "slug: A\n",
        "page-type: >-\n  guide\n  page\n",
        "status:\n  - deprecated # c\n  # d\n  - experimental\n",
        "browser-compat: [a, b]\n",
        "spec-urls:\n  - a\n",
        "sidebar: 'x'\n",
        "old: {a: b}\n",
        "# comment\n",
        "\n",
    ]
)


@given(st.lists(entries, max_size=9), st.booleans())
def test_no_line_is_lost_and_a_second_time_nothing_moves(content: list[str], windows: bool) -> None:
    text = "---\n" + "".join(content) + "---\nText.\n"
    text = text.replace("\n", "\r\n") if windows else text
    edit = reordered(text, parse_front_matter(text), ENGLISH)
    if edit is None:
        return
    new = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert sorted(new.splitlines(keepends=True)) == sorted(text.splitlines(keepends=True))
    keys = [entry.key for entry in parse_front_matter(new).entries if entry.key in ENGLISH]
    assert keys == sorted(keys, key=ENGLISH.index)
    assert reordered(new, parse_front_matter(new), ENGLISH) is None

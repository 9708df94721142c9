"""What changed between two states of an English page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from repositories import page

from mdnkit.l10n.change import Change, Detail, Kind, compare
from mdnkit.page.page import Page

BODY = """\
A sentence with a [link](/en-US/docs/Web) and {{domxref("Event")}}.

## Examples

- One
- Two

```js
run();
```

| Name | Value |
| ---- | ----- |
| `a`  | First |

<p class="x">Raw</p>
"""


def english(body: str = BODY, title: str = "Title", **keys: str) -> Page:
    return Page.parse(page(title, body, **keys))


@pytest.mark.parametrize(
    "body",
    [
        BODY,
        BODY.replace("with a", "with\na"),
        BODY.replace("- One", "* One").replace("- Two", "* Two"),
        BODY.replace("| Value |", "| Value  |"),
        BODY.replace("## Ex", "<!-- A note. -->\n\n## Ex"),
        BODY.replace("\n", "\r\n"),
        BODY + "\n\n",
    ],
)
def test_what_changes_no_word_changes_nothing(body: str) -> None:
    change = compare(english(), english(body))
    assert (change.kinds, change.segments) == ((), 0)
    assert [detail for detail, _count in change.details] == (
        [Detail.FORMATTING] if body != BODY else []
    )


@pytest.mark.parametrize(
    ("old", "new", "kinds", "segments"),
    [
        ("sentence", "phrase", ["prose"], 1),
        ("[link]", "[page]", ["prose"], 1),
        ("/en-US/docs/Web)", "/en-US/docs/Web/API)", ["link"], 1),
        ('"Event"', '"Node"', ["macro"], 1),
        ("run", "walk", ["code"], 1),
        ("```js", "```ts", ["code"], 1),
        ("`a`", "`b`", ["prose"], 1),
        ("Raw", "Cooked", ["prose"], 1),
        ('"x"', '"y"', ["prose"], 1),
        ("## Examples", "### Examples", ["structure"], 1),
        ("- One\n", "", ["structure", "prose"], 1),
        ("- Two\n", "- Two\n- Three\n", ["structure", "prose"], 1),
        ("```js\nrun();\n```\n", "", ["structure", "code"], 1),
        ("A sentence", "> [!NOTE]\n> A sentence", ["structure"], 1),
        ("| `a`  | First |\n", "| `a`  | First |\n| `b`  | Second |\n", ["structure", "prose"], 2),
        ("## Examples", "## Samples\n\n{{Compat}}", ["structure", "prose", "macro"], 2),
    ],
)
def test_each_difference_has_its_kind(old: str, new: str, kinds: list[str], segments: int) -> None:
    assert old in BODY
    change = compare(english(), english(BODY.replace(old, new)))
    assert ([str(kind) for kind in change.kinds], change.segments) == (kinds, segments)


@pytest.mark.parametrize(
    ("old", "new", "details"),
    [
        ("sentence", "phrase", {"prose": 1}),
        ("run();", "run(); // Now.", {"code-comments": 1}),
        ("run();", "// Now.\nrun();", {"code-comments": 1}),
        ("run();", "walk(); // Now.", {"code": 1}),
        ("run();", 'run("//");', {"code": 1}),
        ("with a [link]", "_with_ a [link]", {"formatting": 1}),
        (
            "## Examples\n",
            "## Examples\n\n## More\n\nText.\n",
            {"section-added": 1, "structure": 1, "prose": 2},
        ),
        ("## Examples\n\n", "", {"section-removed": 1, "prose": 1}),
        ("- Two\n", "- Two\n- Three\n", {"structure": 1, "prose": 1}),
        ("## Examples", "### Examples", {"structure": 1}),
    ],
)
def test_details_say_it_in_finer_words(old: str, new: str, details: dict[str, int]) -> None:
    assert old in BODY
    found = compare(english(), english(BODY.replace(old, new))).details
    assert {str(detail): count for detail, count in found} == details


def test_a_section_that_was_moved_is_neither_added_nor_removed() -> None:
    first, second = "## One\n\nText.\n\n", "## Two\n\nOther.\n\n- a\n\n## Three\n\n- b\n\n"
    change = compare(english(first + second), english(second + first))
    assert dict(change.details)[Detail.SECTION_MOVED] == 1
    assert not {Detail.SECTION_ADDED, Detail.SECTION_REMOVED} & dict(change.details).keys()


def test_front_matter_counts_by_its_titles() -> None:
    old = english()
    only = ((Detail.FRONT_MATTER, 1),)
    assert compare(old, english(title="Other", slug="Title")) == Change(
        (Kind.FRONT_MATTER,), 1, only
    )
    assert compare(old, english(status="x")) == Change((Kind.FRONT_MATTER,), 0, only)
    assert compare(old, english(title='"Title"', slug="Title")) == Change(
        (Kind.FRONT_MATTER,), 0, only
    )
    both = english(BODY.replace("One", "1"), title="Other")
    assert compare(old, both)[:2] == ((Kind.FRONT_MATTER, Kind.PROSE), 2)


def test_a_page_that_is_new_from_top_to_bottom() -> None:
    old = english("".join(f"Sentence {n}.\n\n" for n in range(150)))
    new = english("".join(f"Phrase {n}.\n\n" for n in range(140)))
    assert compare(old, new)[:2] == ((Kind.STRUCTURE, Kind.PROSE), 150)


_BLOCKS = st.lists(
    st.sampled_from(
        [
            "Text.\n\n",
            "Other [x](/y).\n\n",
            "## H\n\n",
            "- a\n- b\n\n",
            "```js\n1\n```\n\n",
            "{{X}}\n\n",
        ]
    ),
    max_size=8,
)


@given(_BLOCKS, _BLOCKS)
def test_change_is_there_when_and_only_when_blocks_differ(old: list[str], new: list[str]) -> None:
    first, second = english("".join(old)), english("".join(new))
    change, back = compare(first, second), compare(second, first)
    assert bool(change.kinds) == bool(change.segments) == (old != new)
    assert bool(back.kinds) == bool(change.kinds)
    assert compare(first, first) == Change()

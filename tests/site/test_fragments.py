"""Which fragments the pages of the trees have."""

from pathlib import Path

from trees import page, write

from mdnkit.page.page import Page
from mdnkit.site.fragment_use import dead_fragments
from mdnkit.site.fragments import outline_of
from mdnkit.site.site import Roots, Site

BODY = """
## Plain heading

## A `code` span ##

- `term` and more
  - : A.
- words

  - : B.

<p class="x" id="Raw">c</p>

<!--
## Commented
-->

~~~md
## In a fence
```
## Still
~~~

## Twice

## Twice
"""


def site(root: Path) -> Site:
    write(root, {"en-us/web/page": page("Web/Page") + BODY})
    return Site(Roots(root))


def test_ids_of_a_page_however_they_are_found(tmp_path: Path) -> None:
    fragments = site(tmp_path).fragments
    for id_ in ("plain_heading", "a_code_span", "term", "words", "raw", "twice", "twice_2"):
        assert fragments.has("en-us", "web/page", id_)
    for id_ in ("commented", "in_a_fence", "still", "twice_3", "Plain heading", ""):
        assert not fragments.has("en-us", "web/page", id_)


def test_a_link_of_two_pages_is_looked_for_in_the_text_at_hand(tmp_path: Path) -> None:
    here = site(tmp_path)
    text = "[a](/en-US/docs/Web/Page#plain_heading) [b](/en-US/docs/Web/Page#nope)"
    other = Page.parse(text, folder="web/other")
    itself = Page.parse(text, folder="web/page")
    for _ in range(2):
        assert [use.id for use in dead_fragments(other, here)] == ["nope"]
        assert [use.id for use in dead_fragments(itself, here)] == ["plain_heading", "nope"]


def test_a_page_that_cannot_be_read_is_not_blamed(tmp_path: Path) -> None:
    fragments = site(tmp_path).fragments
    assert fragments.has("en-us", "web/other", "anything")
    assert fragments.outline("en-us", "web/other") is None
    assert fragments.outline("de", "web/page") is None


def test_an_outline_keeps_what_a_translation_is_matched_by() -> None:
    text = '## One\n\n- `t`\n  - : A.\n\n### {{HTMLElement("a")}}\n'
    outline = outline_of(Page.parse(text))
    marks = [
        (mark.id, mark.words, mark.shape, mark.line, mark.has_call) for mark in outline.landmarks
    ]
    assert marks == [
        ("one", "One", "heading2", 1, False),
        ("t", "t", "term", 3, False),
        ("a", "<a>", "heading3", 6, True),
    ]
    assert outline.ids == {"one", "t", "a"}

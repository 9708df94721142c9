"""The redirects of a locale."""

from pathlib import Path

import pytest

from mdnkit.edits import apply_edits
from mdnkit.page.source import Source
from mdnkit.site.redirect_problems import redirect_problems
from mdnkit.site.site import Roots, Site

TREE = Path(__file__).parent.parent / "tree"
NEW = "/en-US/docs/Web/New_name"


def problems(root: Path, text: str, locale: str = "en-us") -> tuple[list[str], str]:
    """Return what is reported for the redirects `text` beside the pages of the test tree, and the corrected text."""
    for folder in ("web/new_name", "web/api/event"):
        page = TREE / "content" / "en-us" / folder / "index.md"
        copy = root / "en-us" / folder / "index.md"
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(page.read_bytes())
    file = root / locale / "_redirects.txt"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8")
    found = list(redirect_problems(Site(Roots(root, (root,))), locale))
    position = Source(text).position
    reported = [
        f"{position(p.span.start).line}:{position(p.span.start).column} {p.message}" for p in found
    ]
    return reported, apply_edits(text, [problem.edits for problem in found])


def test_redirects_that_are_as_they_should_be(tmp_path: Path) -> None:
    text = (
        "# FROM-URL\tTO-URL\n/en-US/docs/Old page\t/en-US/docs/Web/New_name#part\n"
        "/en-US/docs/Outside\thttps://example.org/\n/en-US/docs/Start\t/en-US/\n"
    )
    assert problems(tmp_path, text) == ([], text)


def test_a_translation_may_lead_to_a_page_that_only_english_has(tmp_path: Path) -> None:
    text = "/de/docs/Alt\t/de/docs/Web/New_name\n/de/docs/Alt2\t/en-US/docs/Web/New_name\n"
    assert problems(tmp_path, text, "de") == ([], text)


def test_the_redirects_of_the_test_tree() -> None:
    site = Site(Roots(TREE / "content", (TREE / "translated",)))
    assert [
        *redirect_problems(site, "en-us"),
        *redirect_problems(site, "de"),
        *redirect_problems(site, "fr"),
    ] == []


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            [f"/en-US/docs/B\t{NEW}", f"/en-US/docs/A\t{NEW}"],
            "2:1 `/en-US/docs/A` stands after `/en-US/docs/B`; the lines are sorted by the old URL.",
        ),
        (
            [f"/en-US/docs/B {NEW}"],
            "1:1 The line has no tab; write the old URL, one tab, and the new URL.",
        ),
        (
            [f"en-US/docs/B\t{NEW}"],
            "1:1 `en-US/docs/B` is no address of a page; it begins with `/en-US/docs/`.",
        ),
        (
            [f"/de/docs/B\t{NEW}"],
            "1:1 `/de/docs/B` is no address of the locale `en-US`; it belongs into the file of its own locale.",
        ),
        (
            [f"/en-US/docs/Web/API/Event\t{NEW}"],
            "1:1 There is a page at `/en-US/docs/Web/API/Event`; nobody gets to see it while its address is redirected."
            " Take the line away.",
        ),
        (
            ["/en-US/docs/B\t/en-US/docs/C"],
            "1:15 There is no page at `/en-US/docs/C`, in English neither.",
        ),
        (
            ["/en-US/docs/B\thttp://example.org/"],
            "1:15 `http://example.org/` is neither a page of MDN nor an address that begins with `https://`.",
        ),
        (
            ["/en-US/docs/B\t/docs/Web/New_name"],
            "1:15 `/docs/Web/New_name` names no locale; write `/LOCALE/docs/...`.",
        ),
        (
            ["/en-US/docs/B\t/en-US/docs/B"],
            "1:15 The redirect leads in a circle: `/en-US/docs/B` leads back here.",
        ),
    ],
)
def test_what_is_reported(tmp_path: Path, lines: list[str], expected: str) -> None:
    text = "".join(f"{line}\n" for line in lines)
    assert problems(tmp_path, text) == ([expected], text)


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("/en-US/docs/web/new_name", "2:15 The page's own address is `/en-US/docs/Web/New_name`."),
        (
            "/en-US/docs/A",
            "2:15 `/en-US/docs/A` is redirected itself; name the last address, `/en-US/docs/Web/New_name`.",
        ),
        (
            f"https://developer.mozilla.org{NEW}",
            "2:15 Write the path after `https://developer.mozilla.org`.",
        ),
    ],
)
def test_what_is_corrected(tmp_path: Path, target: str, expected: str) -> None:
    first = f"/en-US/docs/A\t{NEW}\n"
    right = f"{first}/en-US/docs/B\t{NEW}\n"
    assert problems(tmp_path, f"{first}/en-US/docs/B\t{target}\n") == ([expected], right)
    assert problems(tmp_path, right) == ([], right)

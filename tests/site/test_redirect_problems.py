"""The redirects of a locale."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdnkit.config import Config
from mdnkit.edits import apply_edits
from mdnkit.page.source import Source
from mdnkit.run import Request, run
from mdnkit.site.redirect_order import misplaced
from mdnkit.site.redirect_problems import redirect_problems
from mdnkit.site.redirects import Redirects
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
    found = list(redirect_problems(Redirects(text), Site(Roots(root, (root,))), locale))
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
    for locale in ("en-us", "de"):
        redirects = site.redirects(locale)
        assert redirects and list(redirect_problems(redirects, site, locale)) == []
    assert site.redirects("fr") is None


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
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


def test_a_page_whose_own_address_is_redirected_is_no_end(tmp_path: Path) -> None:
    text = f"/en-US/docs/A\t{NEW}\n{NEW}\t/en-US/docs/Web/API/Event\n"
    reported, mended = problems(tmp_path, text)
    assert [line.partition(" ")[0] for line in reported] == ["1:15", "2:1"]
    assert mended == text.replace(f"A\t{NEW}", "A\t/en-US/docs/Web/API/Event")


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


@pytest.mark.parametrize(
    ("lines", "expected", "right"),
    [
        (
            [f"/en-US/docs/A {NEW}"],
            ["1:1 The line has no tab; write the old URL, one tab, and the new URL."],
            [f"/en-US/docs/A\t{NEW}"],
        ),
        (
            [f" /en-US/docs/A page \t \t{NEW}#part "],
            ["1:1 The line has more than one tab; write the old URL, one tab, and the new URL."],
            [f"/en-US/docs/A page\t{NEW}#part"],
        ),
        (
            [f"/en-US/docs/A\t{NEW}", f"/en-US/docs/a\t{NEW}"],
            ["2:1 `/en-US/docs/a` is redirected in line 1 already; keep one of the two lines."],
            [f"/en-US/docs/A\t{NEW}"],
        ),
        (
            ["/en-US/docs/A\thttps://example.org/1", "/en-US/docs/A\thttps://example.org/2"],
            ["2:1 `/en-US/docs/A` is redirected in line 1 already; keep one of the two lines."],
            ["/en-US/docs/A\thttps://example.org/1", "/en-US/docs/A\thttps://example.org/2"],
        ),
        (
            [f"/en-US/docs/{name}\t{NEW}" for name in "ZABDC"],
            [
                "1:1 The lines are sorted by the old URL; `/en-US/docs/Z` belongs below `/en-US/docs/C`.",
                "4:1 The lines are sorted by the old URL; `/en-US/docs/D` belongs below `/en-US/docs/C`.",
            ],
            [f"/en-US/docs/{name}\t{NEW}" for name in "ABCDZ"],
        ),
        (
            [
                "# old and new",
                f"/en-US/docs/B\t{NEW}",
                f"/en-US/docs/C\t{NEW}",
                f"/en-US/docs/A\t{NEW}",
            ],
            ["4:1 The lines are sorted by the old URL; `/en-US/docs/A` belongs to the top."],
            [
                "# old and new",
                f"/en-US/docs/A\t{NEW}",
                f"/en-US/docs/B\t{NEW}",
                f"/en-US/docs/C\t{NEW}",
            ],
        ),
    ],
)
def test_lines_that_are_mended(
    tmp_path: Path, lines: list[str], expected: list[str], right: list[str]
) -> None:
    for newline in ("\n", "\r\n"):
        text, wanted = (newline.join([*some, ""]) for some in (lines, right))
        assert problems(tmp_path, text) == (expected, wanted)


@given(st.lists(st.sampled_from("abcdefgh"), unique=True), st.sampled_from(["", "\n"]))
def test_any_order_is_sorted_and_no_line_lost(names: list[str], end: str) -> None:
    lines = [f"/{name}\tx" for name in names]
    text = "\n".join(lines) + end
    found = list(misplaced(text, [(at, f"/{name}") for at, name in enumerate(names, 1)]))
    after = apply_edits(text, [line.edits for line in found])
    assert [line for line in after.split("\n") if line] == sorted(lines)


def test_fix_mends_the_file_in_rounds(tmp_path: Path) -> None:
    page = tmp_path / "en-us" / "web" / "new_name" / "index.md"
    page.parent.mkdir(parents=True)
    page.write_bytes((TREE / "content" / "en-us" / "web" / "new_name" / "index.md").read_bytes())
    file = tmp_path / "en-us" / "_redirects.txt"
    file.write_text(
        f"# FROM\tTO\n/en-US/docs/C  /en-US/docs/B\n/en-US/docs/B\t/en-US/docs/A\n/en-US/docs/A\t{NEW}\n"
        f"/en-US/docs/C\t{NEW}\n/en-US/docs/Lost\t/en-US/docs/Nowhere\n",
        "utf-8",
    )
    config = Config(content_root=tmp_path, select=("redirects",))
    result = run(Request([tmp_path], fix=True, write=True), config)
    assert file.read_text("utf-8") == (
        f"# FROM\tTO\n/en-US/docs/A\t{NEW}\n/en-US/docs/B\t{NEW}\n/en-US/docs/C\t{NEW}\n"
        "/en-US/docs/Lost\t/en-US/docs/Nowhere\n"
    )
    assert [(f.line, f.message) for f in result.report.findings] == [
        (5, "There is no page at `/en-US/docs/Nowhere`, in English neither.")
    ]

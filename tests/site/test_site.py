"""The trees of a run."""

import os
from pathlib import Path

import pytest
from trees import page, write

from mdnkit.page.page import Page
from mdnkit.site.site import Place, Roots, Site

CONTENT = {
    "files/en-us/web/api": page("Web/API"),
    "files/en-us/web/moved/here": page("Web/Moved/Here"),
    "files/en-us/_redirects.txt": "/en-US/docs/Web/Was_there\t/en-US/docs/Web/Moved/Here\n",
    "files/jsondata/index.md": "",
}
TRANSLATED = {
    "files/de/web/api": page("Web/API"),
    "files/de/web/was_there": page("Web/Was_there"),
    "files/de/orphaned/web/api": page("orphaned/Web/API"),
    "files/pt-br/web": page("Web"),
}


@pytest.fixture
def roots(tmp_path: Path) -> Roots:
    content = write(tmp_path / "content", CONTENT) / "files"
    return Roots(content, (write(tmp_path / "translated", TRANSLATED) / "files",))


def test_locales_are_the_folders_named_like_one(roots: Roots) -> None:
    assert Site(roots).locales() == ("de", "en-us", "pt-br")
    assert Site(Roots()).locales() == ()
    assert Site(Roots(Path("/nowhere/at/all"))).locales() == ()


def test_the_first_root_that_has_a_locale_answers_for_it(roots: Roots, tmp_path: Path) -> None:
    other = write(tmp_path / "other", {"de/glossary/x": page("Glossary/X"), "fr/web": page("Web")})
    site = Site(Roots(roots.content, (*roots.translated, other)))
    assert site.page_file("de", "Glossary/X") is None
    assert site.page_file("fr", "Web") == other / "fr/web/index.md"


def test_a_page_knows_its_place(roots: Roots) -> None:
    site, translated = Site(roots), roots.translated[0]
    path = translated / "de/web/api/index.md"
    assert site.locate(path) == Place(translated, "de", "web/api")
    assert site.locate(str(path)) == Place(translated, "de", "web/api")
    assert site.locate(translated / "de/../pt-br/web/index.md") == Place(translated, "pt-br", "web")


def test_a_path_relative_to_the_current_folder_is_located(
    roots: Roots, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(roots.translated[0] / "de")
    assert Site(roots).locate("web/api/index.md") == Place(roots.translated[0], "de", "web/api")


def test_a_path_through_a_link_is_located(roots: Roots, tmp_path: Path) -> None:
    os.symlink(roots.translated[0], tmp_path / "linked")
    place = Site(roots).locate(tmp_path / "linked/de/web/api/index.md")
    assert place == Place(roots.translated[0], "de", "web/api")


def test_what_is_no_page_has_no_place(roots: Roots, tmp_path: Path) -> None:
    site, translated = Site(roots), roots.translated[0]
    for path in (
        "de/web/api/notes.md",
        "de/_redirects.txt",
        "de/index.md",
        "jsondata/index.md",
        "de",
    ):
        assert site.locate(translated / path) is None
    assert site.locate(tmp_path / "index.md") is None
    assert site.locate(tmp_path / "translated-files/de/web/index.md") is None


def test_outside_the_roots_the_layout_of_mdn_tells_the_place(roots: Roots, tmp_path: Path) -> None:
    site = Site(Roots())
    path = tmp_path / "clone/files/de/web/files/index.md"
    assert site.locate(path) is None
    path = tmp_path / "clone/files/de/web/api/index.md"
    assert site.locate(path) == Place(tmp_path / "clone/files", "de", "web/api")


def test_the_file_of_a_page_is_found_in_any_case(roots: Roots) -> None:
    site, file = Site(roots), roots.translated[0] / "de/web/api/index.md"
    assert site.page_file("de", "Web/API") == site.page_file("de", "web/api") == file
    for locale, slug in [("de", "Web"), ("fr", "Web/API"), ("de", "../en-us/web/api"), ("..", "x")]:
        assert site.page_file(locale, slug) is None


def test_walking_changes_no_answer(roots: Roots) -> None:
    asked, walked = Site(roots), Site(roots)
    assert walked.pages("de") == ("orphaned/web/api", "web/api", "web/was_there")
    assert walked.pages("fr") == ()
    for slug in ("Web/API", "Web/Was_there", "Web", "Web/API/", "../de/web/api", ""):
        assert asked.page_file("de", slug) == walked.page_file("de", slug)
        assert asked.true_slug("de", slug) == walked.true_slug("de", slug)


def test_the_true_slug_is_that_of_the_page(roots: Roots) -> None:
    site = Site(roots)
    assert site.true_slug("de", "web/api") == "Web/API"
    assert site.true_slug("de", "nope") is None
    assert site.true_slug("fr", "Web/API") is None


def test_a_page_that_was_read_as_usual_need_not_be_read_for_its_slug(roots: Roots) -> None:
    site, file = Site(roots), roots.translated[0] / "de/web/api/index.md"
    site.learn_slug(
        Page.parse("---\ntitle: T\nslug: Web/API\n---\n", locale="de", folder="web/api")
    )
    site.learn_slug(Page.parse("---\nslug: Web/Nope\n---\n", locale="de", folder="web/nope"))
    site.learn_slug(Page.parse("no front matter\n", locale="de", folder="web/was_there"))
    file.write_text("---\nslug: Web/api\n---\n")
    assert site.true_slug("de", "web/api") == "Web/API"
    assert site.true_slug("de", "web/nope") is None
    assert site.true_slug("de", "web/was_there") == "Web/Was_there"


def test_redirects_belong_to_a_locale(roots: Roots) -> None:
    redirects = Site(roots).redirects("en-us")
    assert redirects is not None
    assert redirects.follow("/en-US/docs/web/was_there") == "/en-US/docs/Web/Moved/Here"
    assert Site(roots).redirects("fr") is None


def translated(folder: str, slug: str) -> Page:
    return Page.parse(page(slug), locale="de", folder=folder)


def test_the_original_is_in_the_same_folder(roots: Roots) -> None:
    original = Site(roots).original_file(translated("web/api", "Web/API"))
    assert original == roots.content / "en-us/web/api/index.md"  # type: ignore[operator] - set above


def test_the_original_of_a_page_that_moved_is_found_by_its_redirect(roots: Roots) -> None:
    original = Site(roots).original_file(translated("web/was_there", "Web/Was_there"))
    assert original == roots.content / "en-us/web/moved/here/index.md"  # type: ignore[operator] - set above


def test_some_pages_have_no_original(roots: Roots) -> None:
    site = Site(roots)
    assert site.original_file(translated("orphaned/web/api", "orphaned/Web/API")) is None
    assert site.original_file(translated("web/nope", "Web/Nope")) is None
    assert site.original_file(translated("web/nope", "")) is None
    assert Site(Roots()).original_file(translated("web/api", "Web/API")) is None

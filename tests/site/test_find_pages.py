"""The page files below the paths of a run."""

import os
from pathlib import Path

import pytest
from trees import page, write

from mdnkit.errors import UsageError
from mdnkit.site import fingerprint, listing
from mdnkit.site.find_pages import find_pages
from mdnkit.site.fingerprint import read_files
from mdnkit.site.listing import Listing
from mdnkit.site.outline import outline_of
from mdnkit.site.site import Roots, Site

PAGES = {
    name: page("X")
    for name in (
        "de/web/api", "de/web", "de/glossary/b", "de/glossary/a", "de/conflicting/web",
        "de/.git/hooks", "node_modules/x", ".mdnkit_cache/x", ".tox/x",
    )
}  # fmt: skip


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write(tmp_path, {**PAGES, "README.md": "", "de/web/notes.md": ""})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*paths: str, exclude: tuple[str, ...] = (), base: Path | None = None) -> list[str]:
    return [Path(path).as_posix() for path in find_pages(paths, exclude, base)]


ALL = [
    "de/conflicting/web/index.md",
    "de/glossary/a/index.md",
    "de/glossary/b/index.md",
    "de/web/api/index.md",
    "de/web/index.md",
]


def test_a_folder_gives_its_pages_sorted(here: Path) -> None:
    assert found("de") == ALL
    assert found(".") == ALL


def test_each_page_comes_once_as_it_was_named_first(here: Path) -> None:
    assert found("de/web", "./de/web/api/index.md", "de/web/api") == [
        "de/web/api/index.md",
        "de/web/index.md",
    ]


def test_files_are_taken_as_they_are_named(here: Path) -> None:
    assert found("README.md", "de/web/index.md", exclude=("**",)) == [
        "README.md",
        "de/web/index.md",
    ]


def test_nothing_is_found_in_nothing(here: Path) -> None:
    assert found() == []
    assert found("node_modules/x/..") == ["node_modules/x/../x/index.md"]


GLOBS = pytest.mark.parametrize(
    ("glob", "left"),
    [
        ("conflicting", ALL[1:]),
        ("conflicting/", ALL[1:]),
        ("de/conflicting", ALL[1:]),
        ("./de/conflicting", ALL[1:]),
        ("de/conflicting/**", ALL[1:]),
        ("**/conflicting/**", ALL[1:]),
        ("/de/conflicting", ALL[1:]),
        ("web", ALL[1:3]),
        ("de/*/a", [*ALL[:1], *ALL[2:]]),
        ("de/gl?ssary", [*ALL[:1], *ALL[3:]]),
        ("gloss", ALL),
        ("*/web/index.md", ALL[:4]),
        ("index.md", []),
        ("de/[x]", ALL),
    ],
)


@GLOBS
def test_globs_leave_pages_out(here: Path, glob: str, left: list[str]) -> None:
    assert found("de", exclude=(glob,)) == left
    assert found(str(here / "de"), exclude=(glob,)) == [
        f"{here.as_posix()}/{path}" for path in left
    ]


def test_globs_are_relative_to_a_base(here: Path) -> None:
    assert found("de", exclude=("/web",), base=here / "de") == ALL[:3]
    assert found("de", exclude=("../de/web",), base=here / "other") == ALL[:3]


def test_links_are_not_followed(here: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = write(tmp_path_factory.mktemp("outside"), {"x": page("X")})
    os.symlink(outside, "de/linked")
    os.symlink("..", "de/web/up")
    os.symlink(outside / "x/index.md", "de/glossary/index.md")
    assert found("de") == ALL
    assert found("de/linked") == ["de/linked/x/index.md"]


def test_a_path_that_does_not_exist_stops_the_run(here: Path) -> None:
    with pytest.raises(UsageError, match=r"^There is no file or folder `de/nope`\.$"):
        found("de", "de/nope")


@pytest.fixture
def seen(here: Path, monkeypatch: pytest.MonkeyPatch) -> Listing:
    """What an earlier run has seen of files that are all old."""
    monkeypatch.setattr(fingerprint, "_GRANULARITY", 0)
    monkeypatch.setattr(listing, "FEW", 0)
    outline = outline_of(read_files(Site(Roots(here)), {}))
    monkeypatch.setattr(os, "scandir", None)
    return Listing(lambda: outline)


@GLOBS
def test_what_is_as_it_was_is_not_listed_again(
    here: Path, seen: Listing, glob: str, left: list[str]
) -> None:
    assert list(find_pages(["de"], (glob,), listing=seen)) == left
    assert list(find_pages([here / "de"], (glob,), listing=seen)) == [
        f"{here.as_posix()}/{path}" for path in left
    ]


def test_folders_that_never_hold_pages_are_left_out_of_what_is_as_it_was(seen: Listing) -> None:
    assert list(find_pages(["."], listing=seen)) == [f"./{path}" for path in ALL]
    assert list(find_pages(["node_modules"], listing=seen)) == ["node_modules/x/index.md"]


def test_what_lies_elsewhere_is_listed(
    here: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.setattr(fingerprint, "_GRANULARITY", 0)
    monkeypatch.setattr(listing, "FEW", 0)
    outline = outline_of(read_files(Site(Roots(here / "de/web")), {}))
    elsewhere = write(tmp_path_factory.mktemp("elsewhere"), {"x/y": page("X")})
    found = find_pages(["de", elsewhere], listing=Listing(lambda: outline))
    assert list(found) == sorted([*ALL, f"{elsewhere}/x/y/index.md"], key=os.path.abspath)


def test_a_page_that_is_a_link_is_none_in_what_is_as_it_was(
    here: Path, request: pytest.FixtureRequest
) -> None:
    os.symlink(here / "de/web/index.md", here / "de/glossary/index.md")
    seen: Listing = request.getfixturevalue("seen")
    assert list(find_pages(["de"], listing=seen)) == ALL

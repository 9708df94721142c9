"""Roots that nothing names are those of the checkout in which a command runs."""

from pathlib import Path

import pytest

from mdnkit.config import LAYOUT, Config
from mdnkit.site.roots_by_layout import with_layout


@pytest.fixture
def clones(tmp_path: Path) -> Path:
    """Return a folder with a checkout of both of MDN's repositories, beside one that is none."""
    for folder in (
        "content/files/en-us",
        "translated-content/files/de",
        "translated-content/files/fr",
    ):
        (tmp_path / folder / "web" / "api").mkdir(parents=True)
    (tmp_path / "other" / "files" / "src" / "tests").mkdir(parents=True)
    return tmp_path


@pytest.mark.parametrize("folder", ["other", "other/files/src/tests", ""])
def test_elsewhere_no_root_is_guessed(clones: Path, folder: str) -> None:
    (clones / "content").rename(clones / "english")
    (clones / "translated-content").rename(clones / "translations")
    assert with_layout(Config(), clones / folder) == Config()


def test_a_root_that_is_named_stays_alone(clones: Path) -> None:
    named = Config(translated_roots=(clones / "other",))
    assert with_layout(named, clones / "content") == named


@pytest.mark.parametrize(
    "folder",
    [
        "",
        "content",
        "content/files",
        "content/files/en-us/web/api",
        "translated-content/files/de/web",
    ],
)
def test_clones_beside_each_other_are_found_from_anywhere_inside(clones: Path, folder: str) -> None:
    config = with_layout(Config(), clones / folder)
    assert config.content_root == clones / "content" / "files"
    assert config.translated_roots == (clones / "translated-content" / "files",)
    assert config.origins == {"content-root": LAYOUT, "translated-roots": LAYOUT}


def test_one_clone_alone_is_one_root(clones: Path) -> None:
    (clones / "content").rename(clones / "english")
    english = with_layout(Config(), clones / "english" / "files" / "en-us")
    assert english.content_root == clones / "english" / "files"
    assert english.origins == {"content-root": LAYOUT, "translated-roots": LAYOUT}
    (clones / "translated-content").rename(clones / "translations")
    english = with_layout(Config(), clones / "english" / "files" / "en-us")
    assert (english.translated_roots, english.origins) == ((), {"content-root": LAYOUT})
    german = with_layout(Config(), clones / "translations" / "files" / "de")
    assert german.content_root is None
    assert german.translated_roots == (clones / "translations" / "files",)


def test_a_run_without_paths_does_not_look_at_all_of_them(clones: Path) -> None:
    assert with_layout(Config(), clones / "content").roots == ()

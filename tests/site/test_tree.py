"""The pages of one locale on disk."""

import os
from pathlib import Path

import pytest
from trees import page, write

from mdnkit.site.tree import Tree

PAGES = {
    "de/web/api/event": page("Web/API/Event"),
    "de/web/css/_colon_hover": page("Web/CSS/:hover"),
    "de/web/api/event/notes.md": "No page.",
    "de/other/quoted": page('"Other/Quoted"'),
    "de/other/commented": page("Other/Commented # where it lies"),
    "de/other/mismatch": page("Somewhere/Else"),
    "de/other/bare": "No front matter.\n",
    "de/other/late": f"---\ntitle: {'T' * 5000}\nslug: Other/Late\n---\n",
    "de/other/body": "---\ntitle: T\n---\n\nslug: Other/Body\n",
    "fr/web/api/event": page("Web/API/Event"),
}
FOLDERS = [
    "other/bare", "other/body", "other/commented", "other/late", "other/mismatch", "other/quoted",
    "web/api/event", "web/css/_colon_hover",
]  # fmt: skip
NO_PAGES = [
    "", "web", "web/api", "web/api/event/", "/web/api/event", "web//api/event", "web/api/../api/event",
    "../fr/web/api/event", "web/api/event/notes.md", "missing", "a\0b", "\ud800", "x" * 5000, "a/" * 5000,
]  # fmt: skip


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return Tree(write(tmp_path, PAGES), "de")


def test_a_single_page_is_looked_up_on_disk(tree: Tree) -> None:
    assert all(tree.has_page(folder) for folder in FOLDERS)
    assert not any(tree.has_page(folder) for folder in NO_PAGES)


def test_a_walk_gives_the_same_answers(tree: Tree) -> None:
    assert list(tree.folders) == FOLDERS
    assert all(tree.has_page(folder) for folder in FOLDERS)
    assert not any(tree.has_page(folder) for folder in NO_PAGES)


def test_links_are_not_followed_on_disk_nor_in_a_walk(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside", {"web/secret": page("Web/Secret")})
    write(tmp_path / "files", PAGES)
    os.symlink(outside / "web", tmp_path / "files/de/linked")
    os.symlink(outside / "web/secret/index.md", tmp_path / "files/de/other/index.md")
    os.symlink(tmp_path / "files/de", tmp_path / "files/de/loop")
    looked_up, walked = (Tree(tmp_path / "files", "de") for _ in range(2))
    assert list(walked.folders) == FOLDERS
    for folder in ("linked/secret", "other", "loop/web/api/event"):
        assert not looked_up.has_page(folder)
        assert not walked.has_page(folder)
        assert looked_up.true_slug(folder) is None


def test_a_locale_may_be_a_link_itself(tmp_path: Path) -> None:
    write(tmp_path / "elsewhere", PAGES)
    (tmp_path / "files").mkdir()
    os.symlink(tmp_path / "elsewhere/de", tmp_path / "files/de")
    tree = Tree(tmp_path / "files", "de")
    assert tree.has_page("web/api/event")
    assert list(tree.folders) == FOLDERS


@pytest.mark.parametrize(
    ("folder", "slug"),
    [
        ("web/api/event", "Web/API/Event"),
        ("web/css/_colon_hover", "Web/CSS/:hover"),
        ("other/quoted", "Other/Quoted"),
        ("other/commented", "Other/Commented"),
        ("other/late", "Other/Late"),
        ("other/mismatch", None),
        ("other/bare", None),
        ("other/body", None),
        ("missing", None),
    ],
)
def test_the_front_matter_spells_the_slug(tree: Tree, folder: str, slug: str | None) -> None:
    assert tree.true_slug(folder) == slug


def test_redirects_may_be_absent(tree: Tree, tmp_path: Path) -> None:
    assert tree.redirects.entries == ()
    write(tmp_path, {"fr/_redirects.txt": "/fr/docs/A\t/fr/docs/B\n"})
    assert Tree(tmp_path, "fr").redirects.lookup("/fr/docs/a") == "/fr/docs/B"


def test_a_tree_that_is_not_there_has_no_pages(tmp_path: Path) -> None:
    tree = Tree(tmp_path, "ja")
    assert not tree.has_page("web")
    assert tree.folders == ()

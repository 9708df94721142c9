"""Finding out that nothing has changed without listing a folder or reading a file."""

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from trees import page, write

from mdnkit.site import fingerprint
from mdnkit.site.fingerprint import read_files
from mdnkit.site.outline import Outline, outline_of
from mdnkit.site.site import Roots, Site

PAGES = {
    "en-us/web/a": page("Web/A"),
    "en-us/web/a/deep/er": page("Web/A/Deep/Er"),
    "en-us/web/b": page("Web/B"),
    "en-us/web/b/image.svg": "<svg/>",
    ".git/refs/x": "",
}


@pytest.fixture(autouse=True)
def _all_is_old(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fingerprint, "_GRANULARITY", 0)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    root = write(tmp_path / "files", PAGES)
    (root / "en-us/web/empty").mkdir()
    os.symlink("../b", root / "en-us/web/link")
    return root


def outline(root: Path) -> Outline:
    """Return an outline that no later change can share its times with."""
    found = outline_of(read_files(Site(Roots(root)), {}))
    time.sleep(0.02)
    return found


def nothing(web: Path) -> None:
    """Change nothing."""


def read(web: Path) -> None:
    (web / "a/index.md").read_bytes()
    list((web / "a").iterdir())


def change_in_git(web: Path) -> None:
    (web.parent.parent / ".git/HEAD").write_text("ref: refs/heads/main")


def write_and_set_back(web: Path) -> None:
    file = web / "a/index.md"
    before = file.stat()
    file.write_text(file.read_text().replace("A", "Z"))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def add_and_set_back(web: Path) -> None:
    before = (web / "empty").stat()
    (web / "empty/index.md").write_text("Text.")
    os.utime(web / "empty", ns=(before.st_atime_ns, before.st_mtime_ns))


def add_far_below(web: Path) -> None:
    (web / "a/deep/er/notes.md").write_text("Text.")


def add_folder(web: Path) -> None:
    (web / "c").mkdir()


def remove(web: Path) -> None:
    (web / "b/image.svg").unlink()


def remove_folder(web: Path) -> None:
    shutil.rmtree(web / "a")


def rename(web: Path) -> None:
    (web / "b/image.svg").rename(web / "b/picture.svg")


def rename_folder(web: Path) -> None:
    (web / "a/deep").rename(web / "a/shallow")


def replace_folder(web: Path) -> None:
    shutil.copytree(web / "a", web.parent / "copy")
    shutil.rmtree(web / "a")
    (web.parent / "copy").rename(web / "a")


def replace_by_link(web: Path) -> None:
    (web / "b").rename(web.parent.parent / "elsewhere")
    (web / "b").symlink_to("../../elsewhere")


def lead_elsewhere(web: Path) -> None:
    (web / "link").unlink()
    (web / "link").symlink_to("../a")


def forbid(web: Path) -> None:
    (web / "a").chmod(0o700)


@pytest.mark.parametrize("change", [nothing, read, change_in_git])
def test_what_is_as_it_was(files: Path, change: Callable[[Path], None]) -> None:
    before = outline(files)
    change(files / "en-us/web")
    assert before.is_unchanged()


@pytest.mark.parametrize(
    "change",
    [
        write_and_set_back, add_and_set_back, add_far_below, add_folder, remove, remove_folder, rename,
        rename_folder, replace_folder, replace_by_link, lead_elsewhere, forbid,
    ],
)  # fmt: skip
def test_what_is_not(files: Path, change: Callable[[Path], None]) -> None:
    before = outline(files)
    change(files / "en-us/web")
    assert not before.is_unchanged()


def test_a_root_that_is_a_link_counts_as_the_folder_it_leads_to(
    files: Path, tmp_path: Path
) -> None:
    root = tmp_path / "root"
    root.symlink_to(files)
    before = outline(root)
    assert before.is_unchanged()
    (files / "de").mkdir()
    assert not before.is_unchanged()


def test_what_was_changed_just_now_may_change_again_unseen(
    files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fingerprint, "_GRANULARITY", 2_000_000_000)
    assert not outline(files).is_unchanged()


def test_a_root_that_is_missing_may_appear_unseen(files: Path, tmp_path: Path) -> None:
    found = outline_of(read_files(Site(Roots(files, (tmp_path / "later",))), {}))
    assert not found.is_unchanged()


def test_a_folder_that_cannot_be_read_may_hold_anything(
    files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scandir = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("deep"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert not outline(files).is_unchanged()


def test_links_and_special_files_are_not_known_by_their_content(files: Path) -> None:
    os.mkfifo(files / "en-us/web/pipe")
    web = files / "en-us/web"
    found = outline(files)
    assert found.irregular == [str(web / "link"), str(web / "pipe")]
    assert found.is_unchanged()

"""Finding out beside the checks of a run what there is, and afterwards that it was all the time what it is."""

import os
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from trees import page, write

from mdnkit.site import fingerprint
from mdnkit.site.fingerprint import content_hash, read_files
from mdnkit.site.first_look import FirstLook
from mdnkit.site.listing import Listing
from mdnkit.site.site import Roots, Site

PAGES = {
    "en-us/web/a": page("Web/A"),
    "en-us/web/b": page("Web/B"),
    "en-us/web/b/image.svg": "<svg/>",
}


@pytest.fixture
def files(tmp_path: Path) -> Path:
    root = write(tmp_path / "files", PAGES)
    os.symlink("../b", root / "en-us/web/link")
    return root


@pytest.fixture(params=[fingerprint._GRANULARITY, 0], ids=["all-new", "all-old"], autouse=True)
def _age(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fingerprint, "_GRANULARITY", request.param)


def checked(root: Path, *names: str) -> Mapping[str, str]:
    """Return the contents of pages as their outcomes tell them."""
    paths = [root / "en-us/web" / name / "index.md" for name in names]
    return {str(path): content_hash(path.read_bytes()) for path in paths}


def look(root: Path, contents: Mapping[str, str]) -> FirstLook:
    """Return a look that has read all but the pages whose `contents` are told later."""
    site = Site(Roots(root))
    found = FirstLook(site, Listing())
    found.read(contents.keys())
    # The clock of the file system goes in steps.
    time.sleep(0.02)
    return found


def nothing(web: Path) -> None:
    """Change nothing."""


def read(web: Path) -> None:
    (web / "a/index.md").read_bytes()


def touch(web: Path) -> None:
    (web / "a/index.md").touch()


def write_the_same(web: Path) -> None:
    file = web / "b/image.svg"
    file.write_bytes(file.read_bytes())


@pytest.mark.parametrize("change", [nothing, read, touch, write_the_same])
def test_all_is_told_where_nothing_has_become_another(
    files: Path, change: Callable[[Path], None]
) -> None:
    contents = checked(files, "a", "b")
    found = look(files, contents)
    change(files / "en-us/web")
    told = found.finish(contents)
    assert told is not None
    known = {path: stamp.digest for path, stamp in told.stamps.items()}
    now = read_files(Site(Roots(files)), {})
    assert known == {path: stamp.digest for path, stamp in now.stamps.items()}
    assert told.folders == now.folders


def change_a_page(web: Path) -> None:
    (web / "a/index.md").write_text("Changed.\n")


def change_another_file(web: Path) -> None:
    (web / "b/image.svg").write_text("<svg></svg>")


def add_a_file(web: Path) -> None:
    (web / "b/other.svg").write_text("<svg/>")


def add_a_page(web: Path) -> None:
    write(web, {"c": page("Web/C")})


def remove_a_page(web: Path) -> None:
    (web / "b/index.md").unlink()


def lead_elsewhere(web: Path) -> None:
    (web / "link").unlink()
    os.symlink("../a", web / "link")


@pytest.mark.parametrize(
    "change",
    [
        change_a_page, change_another_file, add_a_file, add_a_page, remove_a_page,
        pytest.param(lead_elsewhere, marks=pytest.mark.skipif(os.name == "nt", reason="links")),
    ],
)  # fmt: skip
def test_nothing_is_told_where_something_has(files: Path, change: Callable[[Path], None]) -> None:
    contents = checked(files, "a", "b")
    found = look(files, contents)
    change(files / "en-us/web")
    assert found.finish(contents) is None


def test_a_page_that_was_another_one_when_it_was_checked_is_not_told(files: Path) -> None:
    contents = {**checked(files, "a", "b")}
    found = look(files, contents)
    (files / "en-us/web/a/index.md").touch()
    contents[str(files / "en-us/web/a/index.md")] = content_hash(b"Another.\n")
    assert found.finish(contents) is None


def test_a_page_that_no_outcome_tells_of_is_read(files: Path) -> None:
    found = look(files, checked(files, "a", "b"))
    told = found.finish(checked(files, "a"))
    assert told is not None
    assert told.stamps[str(files / "en-us/web/b/index.md")].digest == content_hash(
        (files / "en-us/web/b/index.md").read_bytes()
    )

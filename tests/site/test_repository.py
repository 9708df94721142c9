"""The repository of the English history."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from repositories import English, git, page

from mdnkit.errors import HistoryError
from mdnkit.site.repository import (
    Repository,
    cache_folder,
    fetch_blobs,
    find_repository,
    is_url,
    open_source,
    output,
)

Open = Callable[[object], Repository]


@pytest.fixture
def english(tmp_path: Path) -> English:
    english = English(tmp_path / "english")
    english.commit(web=page("Web"))
    english.commit(web=page("Web", "More.\n"))
    return english


@pytest.fixture
def announced() -> list[str]:
    return []


@pytest.fixture
def open_(tmp_path: Path, announced: list[str]) -> Open:
    return lambda source: open_source(str(source), tmp_path / "cache", announced.append)


def test_the_repository_around_the_content_root(english: English) -> None:
    assert find_repository(english.root) == Repository(
        str(english.folder / ".git"), english.head(), "files/en-us"
    )


@pytest.mark.parametrize("layout", ["en-us", "docs/mdn/en-us"])
def test_other_layouts_are_known_by_the_content_root(tmp_path: Path, layout: str) -> None:
    english = English(tmp_path / "english", layout)
    english.commit(web=page("Web"))
    assert find_repository(english.root).english == layout


def test_a_calling_git_does_not_name_the_repository(
    english: English, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = English(tmp_path / "other")
    monkeypatch.setenv("GIT_DIR", str(other.folder / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.folder))
    assert find_repository(english.root).head == english.head()


def test_a_checkout_or_a_folder_in_it_can_be_named(english: English, open_: Open) -> None:
    assert open_(english.folder) == open_(english.root) == find_repository(english.root)


def test_a_bare_repository_can_be_named(english: English, open_: Open, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--bare", str(english.folder), "bare.git")
    bare = Repository(str(tmp_path / "bare.git"), english.head(), "files/en-us")
    assert open_(tmp_path / "bare.git") == bare


def test_a_bare_repository_is_read_where_git_wants_it_named(
    english: English, open_: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "clone", "--quiet", "--bare", str(english.folder), "bare.git")
    (tmp_path / "gitconfig").write_text("[safe]\n\tbareRepository = explicit\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    assert open_(tmp_path / "bare.git").head == english.head()


def test_a_bundle_is_cloned_once(
    english: English, open_: Open, tmp_path: Path, announced: list[str]
) -> None:
    bundle = tmp_path / "x.bundle"
    git(english.folder, "bundle", "create", "--quiet", str(bundle), "main")
    first = open_(bundle)
    assert (first.head, first.english) == (english.head(), "files/en-us")
    assert announced == [f"Reading the English history from {bundle} (once)"]
    assert open_(bundle) == first
    shutil.move(bundle, tmp_path / "y.bundle")
    assert open_(tmp_path / "y.bundle") == first
    assert len(announced) == 1
    assert {file.name for file in tmp_path.iterdir()} == {"cache", "english", "y.bundle"}
    assert [file.name for file in (tmp_path / "cache/history").iterdir()] == [
        Path(first.folder).name
    ]


def test_a_bundle_with_other_content_is_another_clone(
    english: English, open_: Open, tmp_path: Path
) -> None:
    bundle = tmp_path / "x.bundle"
    git(english.folder, "bundle", "create", "--quiet", str(bundle), "main")
    first = open_(bundle)
    english.commit(web=page("Web", "Even more.\n"))
    git(english.folder, "bundle", "create", "--quiet", str(bundle), "main")
    second = open_(bundle)
    assert first.folder != second.folder
    assert second.head == english.head()


def test_a_url_is_cloned_without_texts(
    english: English, open_: Open, tmp_path: Path, announced: list[str]
) -> None:
    git(english.folder, "config", "uploadpack.allowFilter", "true")
    url = english.folder.as_uri()
    first = open_(url)
    assert first.partial and first.promisor == "origin"
    assert first.head == english.head()
    assert announced == [f"Fetching the English history from {url} (once)"]
    assert b"?" in output(first, "rev-list", "--objects", "--all", "--missing=print")
    assert open_(url) == first


def test_a_url_is_fetched_again_after_a_while(english: English, open_: Open) -> None:
    url = english.folder.as_uri()
    first = open_(url)
    head = english.commit(web=page("Web", "Even more.\n"))
    assert open_(url) == first
    os.utime(Path(first.folder) / "HEAD", (0, 0))
    assert open_(url).head == head
    # What was fetched stays good when the network does not.
    shutil.move(english.folder, english.folder.with_name("gone"))
    os.utime(Path(first.folder) / "HEAD", (0, 0))
    os.utime(Path(first.folder) / "FETCH_HEAD", (0, 0))
    assert open_(url).head == head


def test_texts_of_a_partial_clone_are_fetched_in_one_go(english: English, open_: Open) -> None:
    git(english.folder, "config", "uploadpack.allowFilter", "true")
    git(english.folder, "config", "uploadpack.allowAnySHA1InWant", "true")
    repository = open_(english.folder.as_uri())
    blobs = [
        git(english.folder, "rev-parse", f"{rev}:files/en-us/web/index.md")
        for rev in ("HEAD", "HEAD~1")
    ]
    fetch_blobs(repository, blobs)
    shutil.move(english.folder, english.folder.with_name("gone"))
    fetch_blobs(repository, blobs)
    assert output(repository, "cat-file", "blob", blobs[1]).decode() == page("Web")
    with pytest.raises(HistoryError, match=r"^1 English texts cannot be fetched \("):
        fetch_blobs(repository, [*blobs, "1" * 40])


def test_a_shallow_clone_is_known(english: English, open_: Open, tmp_path: Path) -> None:
    url = english.folder.as_uri()
    git(tmp_path, "clone", "--quiet", "--depth=1", url, "shallow")
    assert open_(tmp_path / "shallow").shallow
    assert not open_(english.folder).shallow


def test_without_head_the_main_or_the_only_branch_counts(
    english: English, open_: Open, tmp_path: Path
) -> None:
    git(english.folder, "branch", "--move", "main", "trunk")
    git(tmp_path, "clone", "--quiet", "--bare", str(english.folder), "bare.git")
    (tmp_path / "bare.git/HEAD").write_text("ref: refs/heads/nope\n")
    assert open_(tmp_path / "bare.git").head == english.head()


def failure(opening: Callable[[], object]) -> str:
    with pytest.raises(HistoryError) as caught:
        opening()
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_what_is_no_repository_is_told_in_one_line(
    english: English, open_: Open, tmp_path: Path
) -> None:
    plain = tmp_path / "plain"
    (plain / "en-us").mkdir(parents=True)
    assert failure(lambda: find_repository(plain)) == (
        f"{plain} is not in a git repository; name one with `source-history`."
    )
    assert failure(lambda: open_(tmp_path / "nope")) == (
        f"The English history {tmp_path}/nope is no folder, bundle or URL; mend `source-history`."
    )
    text = tmp_path / "text"
    text.write_text("no bundle")
    assert failure(lambda: open_(text)) == (
        f"{text} is neither a folder nor a git bundle; mend `source-history`."
    )


def test_a_repository_without_commits_or_english_is_told(tmp_path: Path, open_: Open) -> None:
    empty = English(tmp_path / "empty")
    assert failure(lambda: open_(empty.folder)) == (
        f"The repository {empty.folder} has no commits; commit or fetch the English pages."
    )
    german = English(tmp_path / "german", "files/de")
    german.commit(web=page("Web"))
    assert failure(lambda: open_(german.folder)) == (
        f"The newest commit around {german.folder} has no folder `en-us`; "
        "name the history of the English pages with `source-history`."
    )


def test_pages_beside_the_history_of_others_have_none(english: English) -> None:
    copied = english.folder / "copied"
    (copied / "en-us/web").mkdir(parents=True)
    assert failure(lambda: find_repository(copied)).startswith("The newest commit around ")


def test_a_corrupt_repository_is_told(english: English, open_: Open) -> None:
    tree = git(english.folder, "rev-parse", "HEAD^{tree}")
    (english.folder / ".git/objects" / tree[:2] / tree[2:]).unlink()
    assert failure(lambda: open_(english.folder)) == (
        f"git cannot read the repository {english.folder} (not a tree object);"
        " fetch it anew, or name another with `source-history`."
    )


def test_a_missing_git_is_told(english: English, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert failure(lambda: find_repository(english.root)) == (
        "git is not installed; the English history cannot be read without it."
    )


def test_a_repository_of_another_user_is_told(
    english: English, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    assert failure(lambda: find_repository(english.root)) == (
        f"git does not trust {english.root}, which belongs to another user; "
        f"run `git config --global --add safe.directory '{english.folder}'`."
    )


def test_a_url_or_bundle_that_cannot_be_cloned_leaves_nothing_behind(
    open_: Open, tmp_path: Path
) -> None:
    url = (tmp_path / "nope").as_uri()
    assert failure(lambda: open_(url)).startswith(f"The English history {url} cannot be fetched (")
    broken = tmp_path / "broken.bundle"
    broken.write_bytes(b"# v2 git bundle\n" + b"0" * 40 + b" refs/heads/main\n\nPACK")
    assert failure(lambda: open_(broken)).startswith(f"The English history {broken} cannot be")
    assert list((tmp_path / "cache/history").iterdir()) == []


def test_a_cache_that_cannot_be_written_is_told(english: English, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    opening = lambda: open_source(english.folder.as_uri(), tmp_path / "file", lambda line: None)  # noqa: E731 - short
    assert (
        failure(opening)
        == f"The cache folder {tmp_path}/file/history cannot be written: Not a directory"
    )


@pytest.mark.parametrize(
    "source",
    ["https://github.com/mdn/content", "git@github.com:mdn/content.git", "file:///x", "ssh://a/b"],
)
def test_urls_are_known(source: str) -> None:
    assert is_url(source)


@pytest.mark.parametrize(
    "source",
    ["", "content", "/srv/content", "C:\\content", "../a:b", "-oProxyCommand=x", "ext::sh -c x"],
)
def test_paths_and_dangerous_addresses_are_no_urls(source: str) -> None:
    assert not is_url(source)


def test_the_cache_is_where_the_user_wants_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert cache_folder() == Path("/somewhere/mdnkit")

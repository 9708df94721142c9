"""The English pages as they were at any commit."""

import os
import pickle
from pathlib import Path
from typing import NamedTuple

import pytest
from repositories import English, git, page

from mdnkit.errors import HistoryError
from mdnkit.site.history import Absence, History, is_commit

UNKNOWN = "0123456789abcdef0123456789abcdef01234567"


class Story(NamedTuple):
    """Commits of a history, oldest first."""

    english: English
    first: str
    """`a` and `b`, and `gone`, which no longer exists."""
    changed: str
    """`a` changed."""
    side: str
    """On a branch that was not merged: `a` changed in another way."""
    moved: str
    """`b` moved to `c/d` with a new slug; `gone` removed."""
    last: str
    """`c/d` changed, `new` added."""
    ahead: str
    """On a branch that is newer: `a` changed once more."""


LONG = "".join(
    f"Line {number} of a text that is long enough to be known again.\n" for number in range(20)
)
TEXTS = {
    "a": [page("A"), page("A", "Changed.\n")],
    "b": [page("B", LONG), page("B", LONG, slug="C/D"), page("B", LONG + "More.\n", slug="C/D")],
}


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    english = English(tmp_path_factory.mktemp("english"))
    first = english.commit(a=TEXTS["a"][0], b=TEXTS["b"][0], gone=page("Gone", "Gone.\n"))
    changed = english.commit(a=TEXTS["a"][1])
    git(english.folder, "checkout", "--quiet", "-b", "side")
    side = english.commit(a=page("A", "Aside.\n"))
    git(english.folder, "checkout", "--quiet", "main")
    english.move("b", "c/d")
    (english.pages / "gone/index.md").unlink()
    moved = english.commit(c__d=TEXTS["b"][1])
    last = english.commit(c__d=TEXTS["b"][2], new=page("New"))
    git(english.folder, "checkout", "--quiet", "-b", "ahead")
    ahead = english.commit(a=page("A", "Ahead.\n"))
    git(english.folder, "checkout", "--quiet", "main")
    return Story(english, first, changed, side, moved, last, ahead)


@pytest.fixture
def history(story: Story) -> History:
    return History.open(None, story.english.root)


def test_a_text_is_that_of_the_commit(story: Story, history: History) -> None:
    requests = [(story.first, "a"), (story.changed, "a"), (story.last, "c/d"), (story.side, "a")]
    texts = history.texts(requests)
    assert list(texts) == requests
    assert list(texts.values()) == [
        TEXTS["a"][0].encode(),
        TEXTS["a"][1].encode(),
        TEXTS["b"][2].encode(),
        page("A", "Aside.\n").encode(),
    ]


def test_a_page_that_has_moved_is_found_where_it_was(story: Story, history: History) -> None:
    assert history.texts([(story.first, "c/d")]) == {(story.first, "c/d"): TEXTS["b"][0].encode()}
    assert history.folder_at(story.first, "c/d") == history.folder_at(story.side, "c/d") == "b"
    assert history.folder_at(story.moved, "c/d") == history.folder_at(story.last, "c/d") == "c/d"
    assert history.folder_at(UNKNOWN, "c/d") == history.folder_at("HEAD", "c/d") == "c/d"
    assert history.blobs([(story.first, "c/d")]) == {(story.first, "c/d"): Absence.NO_PAGE}


def test_a_missing_commit_is_not_a_missing_page(story: Story, history: History) -> None:
    requests = {
        (story.first, "new"): Absence.NO_PAGE,
        (story.last, "gone"): Absence.NO_PAGE,
        (story.last, "c"): Absence.NO_PAGE,
        (UNKNOWN, "a"): Absence.NO_COMMIT,
        ("", "a"): Absence.NO_COMMIT,
    }
    assert history.texts(requests) == requests


@pytest.mark.parametrize(
    "commit",
    [
        "--output=/tmp/x",
        "-h",
        "HEAD",
        "main",
        "@{-1}",
        ":/A",
        "a" * 39,
        "a" * 41,
        "A" * 40,
        f"{UNKNOWN}\n",
        "ä" * 40,
    ],
)
def test_only_full_commit_ids_are_passed_on(history: History, commit: str) -> None:
    assert not is_commit(commit)
    assert history.texts([(commit, "a")]) == {(commit, "a"): Absence.NO_COMMIT}
    assert history.commits_since([(commit, "a")]) == {(commit, "a"): 0}


@pytest.mark.parametrize("folder", ["", "../../x", "a/", "/a", "a\nb", "a\0b", "a\\b", "./a"])
def test_only_folders_of_pages_are_passed_on(story: Story, history: History, folder: str) -> None:
    assert history.texts([(story.last, folder)])[story.last, folder] in tuple(Absence)


def test_an_object_that_is_no_commit_has_no_pages(story: Story, history: History) -> None:
    tree = git(story.english.folder, "rev-parse", "HEAD:files/en-us/a")
    assert history.blobs([(tree, "a")]) == {(tree, "a"): Absence.NO_COMMIT}


def test_a_link_in_place_of_a_page_is_no_page(tmp_path: Path) -> None:
    english = English(tmp_path)
    english.write("a", page("A"))
    (english.pages / "b").mkdir()
    os.symlink("../a/index.md", english.pages / "b/index.md")
    commit = english.commit_all()
    history = History.open(None, english.root)
    assert history.blobs([(commit, "b")]) == {(commit, "b"): Absence.NO_PAGE}


def test_the_newest_pages_are_listed(story: Story, history: History) -> None:
    folders = ["a", "c/d", "new"]
    assert list(history.blobs_now) == folders
    assert history.head == story.last
    assert list(history.blobs((story.last, folder) for folder in folders).values()) == list(
        history.blobs_now.values()
    )


def test_commits_that_touched_a_page_are_counted(story: Story, history: History) -> None:
    expected = {
        (story.first, "a"): 1,
        (story.changed, "a"): 0,
        (story.last, "a"): 0,
        (story.moved, "c/d"): 1,
        (story.last, "c/d"): 0,
        (story.side, "a"): 0,
        (story.ahead, "a"): 0,
        (UNKNOWN, "a"): 0,
    }
    assert history.commits_since(expected) == expected


def test_commits_before_a_move_are_counted(story: Story, history: History) -> None:
    expected = {(story.first, "c/d"): 2, (story.moved, "c/d"): 1, (story.first, "a"): 1}
    assert history.commits_since(expected) == expected


def test_counting_one_page_or_very_many_gives_the_same(tmp_path: Path) -> None:
    english = English(tmp_path)
    names = [f"p{number}" for number in range(60)]
    commits = [english.commit(**{name: page(name) for name in names})]
    commits += [
        english.commit(**{name: page(name, f"{i}\n") for name in names[i:]})
        for i in range(0, 60, 20)
    ]
    history = History.open(None, english.root)
    requests = [(commit, name) for commit in commits for name in names]
    counts = history.commits_since(requests)
    assert [counts[commits[0], name] for name in ("p0", "p19", "p20", "p40")] == [1, 1, 2, 3]
    assert counts == {r: count for r in requests for count in history.commits_since([r]).values()}


def test_a_merge_counts_once(tmp_path: Path) -> None:
    english = English(tmp_path)
    first = english.commit(a=page("A"))
    git(tmp_path, "checkout", "--quiet", "-b", "side")
    side = english.commit(a=page("A", "1\n"))
    english.commit(a=page("A", "2\n"))
    git(tmp_path, "checkout", "--quiet", "main")
    english.commit(b=page("B"))
    git(tmp_path, "merge", "--quiet", "--no-ff", "--no-edit", "side")
    history = History.open(None, english.root)
    assert history.commits_since([(first, "a"), (side, "a")]) == {(first, "a"): 1, (side, "a"): 1}


def test_nothing_runs_before_the_first_question(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    history = History.open("/no/such/place", None)
    history.close()
    with pytest.raises(HistoryError, match=r"^The English history /no/such/place is no folder"):
        history.repository  # noqa: B018 - asking is what fails


def test_without_a_history_nothing_is_known(tmp_path: Path) -> None:
    for history in (History.open(None, None), History.open(None, tmp_path)):
        assert history.missing_reason
        assert history.repository is history.head is None
        assert not history.shallow
        assert history.blobs_now == {}
        assert history.texts([(UNKNOWN, "a")]) == {(UNKNOWN, "a"): Absence.NO_COMMIT}
        assert history.commits_since([(UNKNOWN, "a")]) == {(UNKNOWN, "a"): 0}
        assert history.folder_at(UNKNOWN, "a") == "a"


def test_the_reason_is_one_line(
    tmp_path: Path, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert History.open(None, None).missing_reason == (
        "There is no English history: name it with `source-history`."
    )
    assert History.open(None, tmp_path).missing_reason == (
        f"{tmp_path} is not in a git repository; name one with `source-history`."
    )
    assert History.open(None, story.english.root).missing_reason is None
    monkeypatch.setenv("PATH", "")
    assert History.open(None, story.english.root).missing_reason == (
        "git is not installed; the English history cannot be read without it."
    )


def test_a_shallow_history_knows_what_it_has(story: Story, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth=2", story.english.folder.as_uri(), "shallow")
    history = History.open(None, tmp_path / "shallow/files")
    assert history.shallow
    expected = {(story.first, "a"): Absence.NO_COMMIT, (story.moved, "new"): Absence.NO_PAGE}
    assert history.texts(expected) == expected
    assert history.commits_since([(story.moved, "c/d")]) == {(story.moved, "c/d"): 1}


def test_a_partial_history_fetches_texts(story: Story, tmp_path: Path) -> None:
    for key in ("allowFilter", "allowAnySHA1InWant"):
        git(story.english.folder, "config", f"uploadpack.{key}", "true")
    history = History.open(story.english.folder.as_uri(), None, tmp_path)
    assert history.repository is not None and history.repository.partial
    requests = [
        (story.first, "a"),
        (story.changed, "a"),
        (story.first, "b"),
        (story.last, "c/d"),
        (UNKNOWN, "a"),
    ]
    full = History.open(None, story.english.root)
    assert history.blobs(requests) == full.blobs(requests)
    assert history.texts(requests) == full.texts(requests)
    assert history.commits_since(requests[:2]) == full.commits_since(requests[:2])


def test_a_text_that_cannot_be_fetched_stops_the_run(tmp_path: Path) -> None:
    english = English(tmp_path / "english")
    commit = english.commit(a=page("A"))
    git(english.folder, "config", "uploadpack.allowFilter", "true")
    history = History.open(english.folder.as_uri(), None, tmp_path / "cache")
    assert history.repository is not None and history.repository.partial
    english.folder.rename(tmp_path / "gone")
    with pytest.raises(HistoryError, match=r"^git stopped while the English history was read;"):
        history.texts([(commit, "a")])


def test_a_history_serves_other_processes(story: Story, history: History) -> None:
    requests = [(story.first, "a"), (story.first, "c/d")]
    expected = history.texts(requests)
    copy = pickle.loads(pickle.dumps(history))
    assert copy.texts(requests) == expected
    copy.close()
    with history:
        assert history.texts(requests) == expected
    assert history.texts(requests) == expected
    history.close()


def test_reading_leaves_the_checkout_alone(story: Story) -> None:
    def state() -> list[tuple[str, float]]:
        files = sorted(story.english.folder.rglob("*"))
        return [(str(file), file.stat().st_mtime) for file in files]

    before = state()
    history = History.open(None, story.english.root)
    history.texts([(story.first, "c/d"), (story.first, "a")])
    history.commits_since([(story.first, "a")])
    history.close()
    assert state() == before

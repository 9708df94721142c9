"""Whether translations are up to date."""

from pathlib import Path

import pytest
from repositories import English, git, page

from mdnkit.l10n.state import Standing, State, find_states, remarks
from mdnkit.site.history import History
from mdnkit.site.site import Roots, Site

UNKNOWN = "0123456789abcdef0123456789abcdef01234567"


@pytest.fixture
def english(tmp_path: Path) -> English:
    return English(tmp_path / "english")


def site_of(english: English) -> Site:
    return Site(Roots(english.root), History.open(None, english.root))


def state(site: Site, folder: str, commit: str) -> Standing:
    return find_states(site, {folder: commit})[folder]


def test_a_page_is_current_while_its_english_is_the_same(english: English) -> None:
    first = english.commit(a=page("A"), b=page("B"))
    english.commit(b=page("B", "Changed.\n"))
    english.commit(b=page("B"))
    site = site_of(english)
    assert state(site, "a", first) == Standing(State.CURRENT)
    # A change that was taken back leaves nothing to do.
    assert state(site, "b", first) == Standing(State.CURRENT)
    assert state(site, "a", first.upper()) == Standing(State.CURRENT)


def test_a_page_is_behind_by_the_commits_that_touched_it(english: English) -> None:
    first = english.commit(a=page("A"), b=page("B"))
    for number in range(3):
        english.commit(a=page("A", f"{number}\n"))
    assert state(site_of(english), "a", first) == Standing(State.BEHIND, 3)


def test_renames_are_followed(english: English) -> None:
    text = "A sentence that stays.\n" * 9
    first = english.commit(a=page("A", text), b=page("B", text + "B.\n"))
    english.move("a", "c/a")
    english.move("b", "c/b")
    english.commit(c__b=page("C/B", text + "B.\n"))
    site = site_of(english)
    assert state(site, "c/a", first) == Standing(State.CURRENT)
    assert state(site, "c/b", first) == Standing(State.BEHIND, 1)


def test_a_page_that_is_younger_than_the_commit(english: English) -> None:
    first = english.commit(a=page("A"))
    english.commit(b=page("B"))
    assert state(site_of(english), "b", first) == Standing(State.NOT_AT_COMMIT)


def test_a_commit_that_is_not_in_the_history_is_no_error(english: English) -> None:
    english.commit(a=page("A"))
    assert state(site_of(english), "a", UNKNOWN) == Standing(State.UNKNOWN_COMMIT)


def test_a_commit_that_is_newer_than_the_english_at_hand_is_unknown(english: English) -> None:
    english.commit(a=page("A"))
    git(english.folder, "checkout", "--quiet", "-b", "newer")
    newer = english.commit(a=page("A", "Newer.\n"))
    git(english.folder, "checkout", "--quiet", "main")
    assert state(site_of(english), "a", newer) == Standing(State.UNKNOWN_COMMIT)


@pytest.mark.parametrize(
    ("commit", "expected"),
    [
        ("", State.NO_HASH),
        ("abc", State.MALFORMED_HASH),
        ("g" * 40, State.MALFORMED_HASH),
        ("0" * 41, State.MALFORMED_HASH),
        ("HEAD", State.MALFORMED_HASH),
        ("--all", State.MALFORMED_HASH),
    ],
)
def test_what_is_no_commit(english: English, commit: str, expected: State) -> None:
    english.commit(a=page("A"))
    assert state(site_of(english), "a", commit) == Standing(expected)


@pytest.mark.parametrize("folder", ["nope", "orphaned/a", "conflicting/a", "../a", "a/"])
def test_a_page_without_english_has_no_source(english: English, folder: str) -> None:
    commit = english.commit(a=page("A"))
    assert state(site_of(english), folder, commit) == Standing(State.NO_SOURCE)


def test_without_a_tree_the_history_knows_the_english_pages(english: English) -> None:
    commit = english.commit(a=page("A"))
    site = Site(Roots(), History.open(str(english.folder), None))
    assert state(site, "a", commit) == Standing(State.CURRENT)
    assert state(site, "b", commit) == Standing(State.NO_SOURCE)


def test_without_a_history_only_the_hash_is_looked_at(tmp_path: Path) -> None:
    for site in (Site(Roots()), Site(Roots(), History.open(None, tmp_path))):
        assert state(site, "a", UNKNOWN) == Standing(State.UNKNOWN_COMMIT)
        assert state(site, "a", "x") == Standing(State.MALFORMED_HASH)
        assert state(site, "a", "") == Standing(State.NO_HASH)


def test_many_pages_give_the_same_as_each_alone(english: English) -> None:
    names = [f"p{number}" for number in range(250)]
    first = english.commit(**{name: page(name) for name in names})
    second = english.commit(**{name: page(name, "x\n") for name in names[::3]})
    english.commit(**{name: page(name, "y\n") for name in names[::7]})
    site = site_of(english)
    commits = {name: (first, second, UNKNOWN, "")[index % 4] for index, name in enumerate(names)}
    together = find_states(site, commits)
    assert list(together) == names
    for name in names[:40]:
        assert together[name] == state(site, name, commits[name])


def test_nothing_is_remarked_when_all_is_known(english: English) -> None:
    english.commit(a=page("A"))
    assert remarks(History.open(None, english.root), 0) == ()


def test_a_missing_history_is_remarked(tmp_path: Path) -> None:
    assert remarks(None, 0) == (
        "Nothing is known of changes in English. There is no English history.",
    )
    assert remarks(History.open(None, tmp_path), 3) == (
        "Nothing is known of changes in English. "
        f"{tmp_path} is not in a git repository; name one with `source-history`.",
    )


def test_unknown_commits_are_remarked_with_what_helps(english: English, tmp_path: Path) -> None:
    english.commit(a=page("A"))
    english.commit(a=page("A", "x\n"))
    said = (
        "The English history at hand does not have the commits that 3 pages name: "
        "they may be newer, older or of another branch. "
    )
    one = remarks(History.open(None, english.root), 1)
    assert "the commit that 1 page names: it may be newer," in one[0]
    assert remarks(History.open(None, english.root), 3) == (
        f"{said}Run `git --git-dir={english.folder}/.git fetch` and update the English pages.",
    )
    git(tmp_path, "clone", "--quiet", "--depth=1", english.folder.as_uri(), "shallow")
    assert remarks(History.open(None, tmp_path / "shallow/files"), 3) == (
        f"{said}It was fetched without old commits; run `git --git-dir={tmp_path}/shallow/.git fetch --unshallow`.",
    )
    git(english.folder, "bundle", "create", "--quiet", str(tmp_path / "x.bundle"), "main")
    assert remarks(History.open(str(tmp_path / "x.bundle"), None, tmp_path / "cache"), 3) == (
        f"{said}Make a newer bundle, or name another history with `source-history`.",
    )

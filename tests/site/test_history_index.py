"""The index of a history: it says what git says, and a file that is not right does no harm."""

import json
from pathlib import Path

import pytest
from repositories import English, git, page

from mdnkit.site.history import History
from mdnkit.site.history_index import HistoryIndex, Version, index_file, open_index
from mdnkit.site.repository import find_repository

LONG = "A sentence that stays.\n" * 9


class World:
    """Pages that were changed, moved, removed and made again."""

    def __init__(self, folder: Path) -> None:
        self.english = English(folder / "english")
        self.cache = folder / "cache"
        self.first = self.english.commit(a=page("A"), b=page("B", LONG), c=page("C"))
        self.changed = self.english.commit(a=page("A", "Changed.\n"))
        self.english.move("b", "d/b")
        self.moved = self.english.commit_all()
        (self.english.pages / "c/index.md").unlink()
        self.removed = self.english.commit_all()
        self.again = self.english.commit(b=page("B", "Another page.\n"), c=page("C"))

    def index(self) -> HistoryIndex:
        return open_index(find_repository(self.english.root), self.cache)

    @property
    def file(self) -> Path:
        return index_file(find_repository(self.english.root), self.cache)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def blob(world: World, commit: str, folder: str) -> str:
    return git(world.english.folder, "rev-parse", f"{commit}:files/en-us/{folder}/index.md")


def test_pages_are_what_they_were_at_each_commit(world: World) -> None:
    index = world.index()
    assert index.commits == [world.first, world.changed, world.moved, world.removed, world.again]
    assert [index.blob_at("a", number) for number in (1, 2, 5)] == [
        blob(world, world.first, "a"), blob(world, world.changed, "a"), blob(world, world.changed, "a"),
    ]  # fmt: skip
    assert [bool(index.blob_at("b", number)) for number in range(6)] == [
        False, True, True, False, False, True,
    ]  # fmt: skip
    assert [bool(index.blob_at("c", number)) for number in range(6)] == [
        False, True, True, True, False, True,
    ]  # fmt: skip
    assert index.blob_at("d/b", 2) == index.blob_at("nope", 5) == ""


def test_renames_are_followed_and_namesakes_are_not(world: World) -> None:
    index = world.index()
    assert [(e.number, e.status, e.folder) for e in index.events("d/b")] == [
        (3, "R", "d/b"),
        (1, "A", "b"),
    ]
    assert [e.number for e in index.events("b")] == [5]
    assert [e.number for e in index.events("c")] == [5]
    assert (index.folder_at("d/b", 1), index.folder_at("d/b", 3), index.folder_at("a", 1)) == (
        "b",
        "d/b",
        "a",
    )
    assert (index.count_since("d/b", 1), index.count_since("a", 1), index.count_since("a", 2)) == (
        1,
        1,
        0,
    )


def test_versions_are_those_of_the_page_wherever_it_stood(world: World) -> None:
    history = History.open(None, world.english.root, world.cache)
    assert history.versions("d/b") == (Version(world.moved, "d/b"), Version(world.first, "b"))
    assert history.versions("nope") == ()


def test_revisions_are_named_in_gits_words(world: World) -> None:
    history = History.open(None, world.english.root, world.cache)
    assert history.resolve("HEAD~1") == history.resolve(world.removed[:12]) == world.removed
    assert (
        history.resolve("nope") is history.resolve("--all") is history.resolve("HEAD:files") is None
    )


def test_only_what_is_new_is_added(world: World) -> None:
    world.index()
    world.english.commit(a=page("A", "Newest.\n"), e=page("E"))
    world.english.move("c", "e/c")
    world.english.commit_all()
    extended = world.index()
    world.file.unlink()
    anew = world.index()
    for folder in ("a", "b", "c", "d/b", "e", "e/c"):
        assert extended.events(folder) == anew.events(folder)


def test_an_older_commit_is_answered_from_the_same_file(world: World) -> None:
    world.index()
    before = world.file.read_bytes()
    git(world.english.folder, "checkout", "--quiet", world.changed)
    index = world.index()
    assert len(index.commits) == 2
    assert [event.number for event in index.events("b")] == [1]
    assert world.file.read_bytes() == before


@pytest.mark.parametrize("damage", ["", "{}", "\n", "x" * 64 + '\n{"format": 1}', "[" * 100_000])
def test_a_damaged_file_is_made_anew(world: World, damage: str) -> None:
    good = world.index().events("a")
    before = world.file.read_bytes()
    world.file.write_text(damage)
    assert world.index().events("a") == good
    assert world.file.read_bytes() == before


@pytest.mark.parametrize(
    "change",
    [
        {"format": 0},
        {"commits": ["x"]},
        {"commits": "a" * 40},
        {"pages": []},
        {"pages": {"a": "1 A x \t"}},
        {"pages": {"../a": f"1 A {'0' * 40} \t"}},
        {"pages": {"a": f"1 A {'0' * 40} \n\t"}},
    ],
)
def test_a_foreign_file_is_made_anew(world: World, change: dict[str, object]) -> None:
    from hashlib import sha256

    good = world.index().events("a")
    data = json.loads(world.file.read_bytes().split(b"\n", 1)[1]) | change
    content = json.dumps(data).encode()
    world.file.write_bytes(sha256(content).hexdigest().encode() + b"\n" + content)
    assert world.index().events("a") == good


def test_another_history_in_the_same_place_is_read_anew(world: World) -> None:
    world.index()
    git(world.english.folder, "checkout", "--quiet", "--orphan", "other")
    commit = world.english.commit(z=page("Z"))
    index = world.index()
    assert index.commits == [commit]
    assert len(index.events("z")) == 1


def test_without_a_place_to_keep_it_the_index_is_still_good(world: World, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where a folder should be")
    assert len(world.index().events("a")) == 2

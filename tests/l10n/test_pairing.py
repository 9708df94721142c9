"""The English of translations: the same states as `mdnkit l10n status` gives."""

from pathlib import Path

import pytest
from repositories import English, git, page

from mdnkit.errors import HistoryError
from mdnkit.l10n.pairing import pair_up
from mdnkit.l10n.state import find_states
from mdnkit.page.page import Page
from mdnkit.site.history import History
from mdnkit.site.site import Roots, Site

UNKNOWN = "0123456789abcdef0123456789abcdef01234567"


class World:
    """A page with a history, on which a newer commit stands that is not at hand."""

    def __init__(self, folder: Path) -> None:
        self.english = English(folder)
        self.first = self.english.commit(a=page("A"))
        self.second = self.english.commit(a=page("A", "Changed.\n"), b=page("B"))
        git(folder, "checkout", "--quiet", "-b", "ahead")
        self.newer = self.english.commit(a=page("A", "Newer.\n"))
        git(folder, "checkout", "--quiet", "main")
        (self.english.pages / "_redirects.txt").write_text("/en-US/docs/Old\t/en-US/docs/A\n")
        self.site = Site(Roots(self.english.root), History.open(None, self.english.root))


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return World(tmp_path_factory.mktemp("english"))


def german(folder: str, commit: str, slug: str = "") -> Page:
    stamp = f"l10n:\n  sourceCommit: {commit}\n" if commit else ""
    text = f"---\ntitle: T\nslug: {slug or folder}\n{stamp}---\n\nText.\n"
    return Page.parse(text, f"de/{folder}/index.md", "de", folder)


def test_pages_without_english_have_no_pair(world: World) -> None:
    assert pair_up([german("orphaned/a", world.first)], world.site).pairs == {}
    assert pair_up([Page.parse("Text.")], world.site).pairs == {}


@pytest.mark.parametrize(
    ("folder", "which", "state", "english"),
    [
        ("a", "second", "current", "Changed."),
        ("a", "first", "behind", "Text."),
        ("a", "newer", "unknown-commit", "Newer."),
        ("a", UNKNOWN, "unknown-commit", None),
        ("b", "first", "not-at-commit", None),
        ("a", "", "no-hash", None),
        ("a", "abc", "malformed-hash", None),
        ("c", "first", "no-source", None),
    ],
)
def test_states_are_those_of_status(
    world: World, folder: str, which: str, state: str, english: str | None
) -> None:
    commit = getattr(world, which) if which in ("first", "second", "newer") else which
    pair = pair_up([german(folder, commit)], world.site).pairs[f"de/{folder}/index.md"]
    assert pair.state == state == find_states(world.site, {folder: commit})[folder].state
    text = pair.original.text if pair.original else None
    assert (text and text.rpartition("---\n")[2].strip()) == english


def test_a_tree_is_no_commit(world: World) -> None:
    tree = git(world.english.folder, "rev-parse", f"{world.second}^{{tree}}")
    pair = pair_up([german("a", tree)], world.site).pairs["de/a/index.md"]
    assert (pair.state, pair.original) == ("unknown-commit", None)
    assert find_states(world.site, {"a": tree})["a"].state == "unknown-commit"


def test_the_slug_leads_to_english_that_was_moved(world: World) -> None:
    pair = pair_up([german("old", world.second, "Old")], world.site).pairs["de/old/index.md"]
    assert pair.state == "current"
    assert pair.original is not None and pair.original.folder == "a"


def test_only_what_was_not_compared_is_remarked_on(world: World) -> None:
    assert pair_up([german("a", world.newer)], world.site).remarks == ()
    remarks = pair_up([german("a", UNKNOWN)], world.site).remarks
    assert len(remarks) == 1 and remarks[0].startswith(
        "Some translations were not compared with their English. The English"
    )


def test_a_named_history_that_cannot_be_read_stops_the_run(world: World, tmp_path: Path) -> None:
    """Without one that is named, nobody promised that pages are compared."""
    named = Site(world.site.roots, History.open(str(tmp_path), None))
    with pytest.raises(HistoryError) as stopped:
        pair_up([german("a", world.first)], named)
    reason = f"{tmp_path} is not in a git repository; name one with `source-history`."
    without = "Or check without the English: `--ignore='translation-*'`."
    assert str(stopped.value) == f"{reason} {without}"
    pairing = pair_up([german("a", world.first)], named, required=False)
    assert [pair.state for pair in pairing.pairs.values()] == ["unknown-commit"]
    assert pairing.remarks == (reason,)

"""The state of a locale: the function, and `mdnkit l10n status`."""

import functools
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from repositories import English, page
from trees import write

from mdnkit.cli.l10n.status import command
from mdnkit.errors import UsageError
from mdnkit.l10n.change import Change, Detail, Kind
from mdnkit.l10n.state import State
from mdnkit.l10n.status import PageStatus, status
from mdnkit.site.history import History
from mdnkit.site.repository import cache_folder
from mdnkit.site.site import Roots, Site

UNKNOWN = "0123456789abcdef0123456789abcdef01234567"


def translated(slug: str, commit: str) -> str:
    stamp = f"l10n:\n  sourceCommit: {commit}\n" if commit else ""
    return f"---\ntitle: T\nslug: {slug}\n{stamp}---\n\nText.\n"


class World:
    """English pages with a history, and German ones in every state."""

    def __init__(self, folder: Path) -> None:
        self.english = English(folder / "english")
        names = ["current", "little", "much", "gone", "hashless", "malformed", "unknown", "missing"]
        self.first = self.english.commit(**{name: page(name.title()) for name in names})
        self.english.commit(little=page("Little", "Changed.\n"))
        self.english.commit(
            little=page("Little", "Changed again.\n"),
            much=page("Much", "Changed.\n\n## New\n\n```js\nx;\n```\n"),
            young=page("Young"),
        )
        (self.english.pages / "gone/index.md").unlink()
        self.english.commit_all()
        stamps = {"hashless": "", "malformed": "abc", "unknown": UNKNOWN}
        self.german = write(
            folder / "german",
            {
                f"de/{name}": translated(name.title(), stamps.get(name, self.first))
                for name in [*names[:-1], "young"]
            },
        )
        self.site = Site(
            Roots(self.english.root, (self.german,)), History.open(None, self.english.root)
        )

    def run(self, *arguments: str) -> Result:
        roots = ("--content-root", str(self.english.root), "--translated-root", str(self.german))
        return CliRunner().invoke(command, [*roots, *arguments])


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return World(tmp_path_factory.mktemp("world"))


@pytest.fixture(autouse=True)
def nothing_is_configured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CONTENT_ROOT", raising=False)
    monkeypatch.delenv("CONTENT_TRANSLATED_ROOT", raising=False)


def test_a_locale_that_is_current_leaves_nothing_to_do(tmp_path: Path) -> None:
    english = English(tmp_path / "english")
    commit = english.commit(a=page("A"))
    german = write(tmp_path / "german", {"de/a": translated("A", commit)})
    site = Site(Roots(english.root, (german,)), History.open(None, english.root))
    found = status(lambda: site, "de")
    path = str(german / "de/a/index.md")
    assert found.pages == (PageStatus(path, "a", "A", State.CURRENT, commit),)
    assert found.remarks == ()
    assert [count for count in found.summary().values() if count] == [1]


def test_every_page_is_in_one_state_and_in_the_order_of_the_queue(world: World) -> None:
    found = status(lambda: world.site, "DE")
    assert found.locale == "de"
    assert [(page.slug, str(page.state)) for page in found.pages] == [
        ("Young", "not-at-commit"),
        ("Malformed", "malformed-hash"),
        ("Hashless", "no-hash"),
        ("Gone", "no-source"),
        ("Much", "behind"),
        ("Little", "behind"),
        ("Unknown", "unknown-commit"),
        ("Missing", "missing"),
        ("Current", "current"),
    ]
    assert found.summary() == {
        State.CURRENT: 1, State.BEHIND: 2, State.UNKNOWN_COMMIT: 1, State.NOT_AT_COMMIT: 1,
        State.NO_HASH: 1, State.MALFORMED_HASH: 1, State.NO_SOURCE: 1, State.MISSING: 1,
    }  # fmt: skip


def test_pages_that_are_behind_say_how_much_has_changed(world: World) -> None:
    pages = {page.folder: page for page in status(lambda: world.site, "de").pages}
    little, much = pages["little"], pages["much"]
    assert (little.commits_behind, little.change) == (
        2, Change((Kind.PROSE,), 1, ((Detail.PROSE, 1),)),
    )  # fmt: skip
    details = (
        (Detail.SECTION_ADDED, 1),
        (Detail.STRUCTURE, 1),
        (Detail.PROSE, 2),
        (Detail.CODE, 1),
    )
    assert (much.commits_behind, much.change) == (
        1, Change((Kind.STRUCTURE, Kind.PROSE, Kind.CODE), 3, details),
    )  # fmt: skip
    assert pages["current"].change is None
    assert pages["missing"].path == str(world.german / "de/missing/index.md")


def test_many_changes_are_found_in_several_processes(tmp_path: Path) -> None:
    english = English(tmp_path / "english")
    names = [f"p{number}" for number in range(600)]
    first = english.commit(**{name: page(name) for name in names})
    english.commit(**{name: page(name, "Changed.\n") for name in names})
    german = write(tmp_path / "german", {f"de/{name}": translated(name, first) for name in names})
    roots = Roots(english.root, (german,))
    opening = functools.partial(_open, roots)
    alone = status(opening, "de", 1)
    (cache_folder() / "l10n/changes.json").unlink()
    assert status(opening, "de", 2) == alone
    # The third time nothing is compared.
    assert status(opening, "de", 1) == alone
    assert [page.change for page in alone.pages] == [
        Change((Kind.PROSE,), 1, ((Detail.PROSE, 1),))
    ] * 600


@functools.cache
def _open(roots: Roots) -> Site:
    return Site(roots, History.open(None, roots.content))


@pytest.mark.parametrize("locale", ["fr", "en-us", "en-US", "..", ""])
def test_a_locale_without_a_tree_is_refused(world: World, locale: str) -> None:
    with pytest.raises(UsageError, match=r"the roots have: de\.$"):
        status(lambda: world.site, locale)


def test_front_matter_is_read_however_long_it_is(tmp_path: Path) -> None:
    english = English(tmp_path / "english")
    commit = english.commit(a=page("A"))
    text = translated("A", commit).replace("title: T", f"title: {'T' * 9000}")
    german = write(tmp_path / "german", {"de/a": text, "de/b": "No front matter.\n" * 999})
    site = Site(Roots(english.root, (german,)), History.open(None, english.root))
    assert [(page.slug, page.state) for page in status(lambda: site, "de").pages] == [
        ("b", State.NO_SOURCE),
        ("A", State.CURRENT),
    ]


def test_the_table_shows_what_there_is_to_do(world: World) -> None:
    result = world.run()
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "current              1",
        "behind               2",
        "unknown-commit       1",
        "not-at-commit        1",
        "no-hash              1",
        "malformed-hash       1",
        "no-source            1",
        "missing              1",
        "",
        "Page       State           Since       Commits  Segments  Changed",
        "Young      not-at-commit",
        "Malformed  malformed-hash",
        "Hashless   no-hash",
        "Gone       no-source",
        "Much       behind          2026-01-02  1        3         section added, structure, prose of 2 segments, code",
        "Little     behind          2026-01-02  2        1         prose",
    ]
    assert result.stderr.startswith("The English history at hand does not have the commit that 1 ")
    assert result.stderr.count("\n") == 1


def test_the_table_can_show_less_or_other_pages(world: World) -> None:
    assert world.run("--only", "behind", "--limit", "1").stdout.splitlines()[9:] == [
        "Page  State   Since       Commits  Segments  Changed",
        "Much  behind  2026-01-02  1        3         section added, structure, prose of 2 segments, code",
        "1 more; --limit shows more of them.",
    ]
    assert world.run("--only", "current", "--only", "missing").stdout.splitlines()[10:] == [
        "Missing  missing",
        "Current  current",
    ]
    assert "Page" not in world.run("--limit", "0").stdout


def test_json_is_for_programs(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(world.german)
    data = json.loads(world.run("--format", "json").stdout)
    assert list(data) == ["version", "locale", "summary", "pages", "remarks"]
    assert (data["version"], data["locale"]) == (1, "de")
    assert data["summary"]["behind"] == 2
    assert len(data["pages"]) == 9
    assert data["pages"][4] == {
        "path": "de/much/index.md",
        "slug": "Much",
        "state": "behind",
        "sourceCommit": world.first,
        "commitsBehind": 1,
        "changes": ["structure", "prose", "code"],
        "segmentsChanged": 3,
        "details": {"section-added": 1, "structure": 1, "prose": 2, "code": 1},
        "since": "2026-01-02",
    }
    assert data["pages"][7]["sourceCommit"] is None
    only = json.loads(world.run("--format", "json", "--only", "behind", "--limit", "1").stdout)
    assert [page["slug"] for page in only["pages"]] == ["Much"]
    assert only["summary"] == data["summary"]


def test_the_locale_must_be_named_when_there_are_several(world: World, tmp_path: Path) -> None:
    more = write(tmp_path, {"pt-br/a": translated("A", ""), "fr/a": translated("A", "")})
    result = world.run("--translated-root", str(more))
    assert str(result.exception) == "Choose one of the locales with --locale: de, fr, pt-BR."
    named = world.run("--translated-root", str(more), "--locale", "pt-BR", "--format", "json")
    assert json.loads(named.stdout)["locale"] == "pt-BR"
    none = CliRunner().invoke(command, ["--content-root", str(world.english.root)])
    assert str(none.exception) == (
        "There are no translations: name their folder with --translated-root."
    )


def test_pages_can_be_chosen_by_their_folder(world: World) -> None:
    result = world.run("--format", "csv", "--path", "m*", "--path", "young")
    assert [line.split(",")[1] for line in result.stdout.splitlines()] == [
        "slug", "Young", "Malformed", "Much", "Missing",
    ]  # fmt: skip


def test_what_is_read_most_comes_first(world: World, tmp_path: Path) -> None:
    views = tmp_path / "popularities.json"
    views.write_text(json.dumps({"/en-US/docs/Little": 0.5, "Missing": 1}))
    result = world.run("--only", "behind", "--popularities", str(views), "--format", "json")
    pages = json.loads(result.stdout)["pages"]
    assert [(page["slug"], page["popularity"]) for page in pages] == [
        ("Little", 0.5),
        ("Much", 0.0),
    ]


def test_csv_is_for_spreadsheets(world: World) -> None:
    lines = world.run("--format", "csv", "--only", "behind", "--limit", "1").stdout.splitlines()
    assert lines == [
        "path,slug,state,sourceCommit,since,commitsBehind,segmentsChanged,changes,details,popularity",
        f"{world.german}/de/much/index.md,Much,behind,{world.first},2026-01-02,1,3,structure prose code,"
        "section-added:1 structure:1 prose:2 code:1,",
    ]


def test_markdown_is_a_list_of_tasks(world: World) -> None:
    text = world.run("--format", "markdown", "--only", "behind", "--limit", "1").stdout
    assert text == (
        "## State of the translations into de\n\n"
        "1 current, 2 behind, 1 unknown-commit, 1 not-at-commit, 1 no-hash, 1 malformed-hash, 1 no-source, "
        "1 missing.\n\n"
        "- [ ] [Much](<https://developer.mozilla.org/de/docs/Much>): 1 commit since 2026-01-02: "
        "section added, structure, prose of 2 segments, code (`mdnkit l10n diff`)\n"
    )


def test_the_states_can_go_to_a_file(world: World, tmp_path: Path) -> None:
    file = tmp_path / "queue.json"
    result = world.run("--format", "json", "--output", str(file))
    assert result.stdout == ""
    assert len(json.loads(file.read_text("utf-8"))["pages"]) == 9


def test_html_has_a_row_for_each_page(world: World) -> None:
    text = world.run("--format", "html").stdout
    assert text.count("<tr data-kind=") == 9
    assert '<a href="https://developer.mozilla.org/de/docs/Much">Much</a>' in text
    assert '<td data-label="Commits" class="number">2</td>' in text
    # What is not translated yet is only there in English.
    assert '<a href="https://developer.mozilla.org/en-US/docs/Missing">Missing</a>' in text

"""Outcomes of earlier runs: findings are the same with and without them, whatever happened in between."""

import json
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from repositories import English, git

from mdnkit import cache, run
from mdnkit.check import check_given
from mdnkit.config import Config
from mdnkit.finding import Finding, Severity
from mdnkit.outcome import Outcome
from mdnkit.run import Request
from mdnkit.site import fingerprint, listing, open_site
from mdnkit.site.cache_folder import FOLDER
from mdnkit.site.fingerprint import content_hash

NAMES = ("a", "b", "c")
TEXTS = (
    "Text.\n",
    "> [!note]\n> Text.\n",
    "[x](/en-US/docs/Web/A) [y](/en-US/docs/Web/B)\n",
    "[x](/en-US/docs/web/c)\n\n```nolang\n```\n",
    "<!-- mdnkit-disable-file link-broken -- reason -->\n\n[y](/en-US/docs/Web/B)\n",
)
RULES = (
    "callout-marker", "fence-info", "link-broken", "link-case", "link-redirected", "slug-path", "suppression-*",
    "translation-behind",
)  # fmt: skip


@pytest.fixture(autouse=True, params=[fingerprint._GRANULARITY, 0], ids=["all-new", "all-old"])
def _for_few_pages(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Use outcomes for any number of pages; somebody may be working on the program while its tests run.

    A change of files that are all old shows in what the disk says of them, and nothing is listed or read to find it.
    """
    monkeypatch.setattr(run, "CACHE_FROM", 1)
    monkeypatch.setattr(listing, "FEW", 1)
    monkeypatch.setattr(fingerprint, "_GRANULARITY", request.param)
    monkeypatch.setattr(cache, "_program", lambda: "this one")


def configuration(folder: Path, **values: object) -> Config:
    """Return a configuration file's values for the pages in `folder`."""
    root = folder / "files"
    return Config(root, select=RULES, base=folder, file=folder / "mdnkit.toml", **values)  # type: ignore[arg-type] - each test gives what fits


def write(folder: Path, name: str, text: str, slug: str = "") -> Path:
    """Write the page Web/A and so on."""
    file = folder / "files" / "en-us" / "web" / name / "index.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        f"---\ntitle: {name}\nslug: {slug or f'Web/{name.upper()}'}\npage-type: guide\n---\n\n{text}"
    )
    return file


def findings(folder: Path, config: Config, use: bool = True) -> tuple[Finding, ...]:
    """Return the findings of a run that has not read anything yet."""
    open_site._open.cache_clear()
    request = Request([folder / "files"], examples=False, cache=use)
    return run.run(request, config).report.findings


class Counted:
    """Counts the pages that are checked anew."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.pages = 0
        monkeypatch.setattr(run, "check_given", self._check)

    def _check(self, given: list[Any], *rest: Any, **named: Any) -> list[Outcome]:
        self.pages += len(given)
        return check_given(given, *rest, **named)

    def new(self) -> int:
        """Return how many there were since the last call."""
        count, self.pages = self.pages, 0
        return count


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Three pages that lie there for longer than a moment."""
    for name, text in zip(NAMES, TEXTS[1:], strict=False):
        settle(write(tmp_path, name, text))
    return tmp_path


def settle(file: Path) -> None:
    """Make a file look old, as far as that can be done: the time of its last change of status is not ours to set."""
    os.utime(file, (1, 1))


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counted:
    return Counted(monkeypatch)


def test_nothing_is_checked_twice(tree: Path, counted: Counted) -> None:
    config = configuration(tree)
    first = findings(tree, config)
    assert (counted.new(), len(first)) == (3, 3)
    assert findings(tree, config) == first
    assert counted.new() == 0


def test_how_many_processes_share_the_work_makes_no_difference(
    tree: Path, counted: Counted
) -> None:
    first = findings(tree, configuration(tree, jobs=1, origins={"jobs": "--jobs"}))
    assert counted.new() == 3
    assert findings(tree, configuration(tree, jobs=2)) == first
    assert counted.new() == 0


def test_the_folder_says_what_it_is(tree: Path) -> None:
    findings(tree, configuration(tree))
    assert (tree / FOLDER / ".gitignore").read_text() == "*\n"
    assert (
        (tree / FOLDER / "CACHEDIR.TAG")
        .read_text()
        .startswith("Signature: 8a477f597d28d172789f06886806bc55\n")
    )


def test_without_a_configuration_file_nothing_is_written_among_the_pages(
    tree: Path, counted: Counted, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "user"))
    config = Config(tree / "files", select=RULES, base=tree)
    findings(tree, config)
    findings(tree, config)
    assert counted.new() == 3
    assert not (tree / FOLDER).exists()


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"severity": {"link-case": Severity.ERROR}}, "error"),
        ({"per_path": {"files/en-us/web/c": {"severity": {"link-case": Severity.NOTE}}}}, "note"),
    ],
)
def test_another_configuration_is_another_situation(
    tree: Path, counted: Counted, change: dict[str, object], found: str
) -> None:
    before = findings(tree, configuration(tree))
    after = findings(tree, configuration(tree, **change))
    assert counted.new() == 6
    assert ["warning", found] == [
        f.severity for found_ in (before, after) for f in found_ if f.rule == "link-case"
    ]


def test_the_same_size_and_time_do_not_hide_a_change(tree: Path) -> None:
    config = configuration(tree)
    file = write(tree, "a", "[x](/en-US/docs/Web/B)\n")
    settle(file)
    assert "link-broken" not in {f.rule for f in findings(tree, config)}
    write(tree, "a", "[x](/en-US/docs/Web/D)\n")
    settle(file)
    assert "link-broken" in {f.rule for f in findings(tree, config)}


def test_a_page_that_another_one_leads_to_counts(tree: Path) -> None:
    config = configuration(tree)
    findings(tree, config)
    (tree / "files/en-us/web/a/index.md").unlink()
    assert findings(tree, config) == findings(tree, config, use=False)
    (tree / "files/en-us/_redirects.txt").write_text("/en-US/docs/Web/A\t/en-US/docs/Web/C\n")
    assert "link-redirected" in {f.rule for f in findings(tree, config)}


def test_another_program_is_another_situation(
    tree: Path, counted: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    findings(tree, configuration(tree))
    monkeypatch.setattr(cache, "_program", lambda: "another")
    findings(tree, configuration(tree))
    assert counted.new() == 6


OPERATIONS = st.one_of(
    st.tuples(st.just("write"), st.sampled_from(NAMES), st.sampled_from(TEXTS)),
    st.tuples(st.just("slug"), st.sampled_from(NAMES), st.sampled_from(("Web/a", "Web/Z"))),
    st.tuples(st.just("remove"), st.sampled_from(NAMES), st.just("")),
    st.tuples(st.just("touch"), st.sampled_from(NAMES), st.just("")),
    st.tuples(st.just("redirect"), st.sampled_from(("B", "Q")), st.just("")),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(OPERATIONS, min_size=1, max_size=6))
def test_findings_are_the_same_with_and_without(operations: list[tuple[str, str, str]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, "b", TEXTS[2])
        write(folder, "stays", TEXTS[0])
        for operation, page, text in operations:
            perform(folder, operation, page, text)
            config = configuration(folder)
            for _again in range(2):
                assert findings(folder, config) == findings(folder, config, use=False)


def perform(folder: Path, operation: str, name: str, text: str) -> None:
    """Change the tree."""
    file = folder / "files" / "en-us" / "web" / name / "index.md"
    if operation == "write":
        settle(write(folder, name, text))
    elif operation == "slug":
        write(folder, name, "Text.\n", text)
    elif operation == "remove":
        file.unlink(missing_ok=True)
    elif operation == "touch" and file.exists():
        os.utime(file)
    elif operation == "redirect":
        (folder / "files/en-us/_redirects.txt").write_text(
            f"/en-US/docs/Web/{name}\t/en-US/docs/Web/A\n"
        )


def outcomes_file(folder: Path) -> Path:
    (path,) = (folder / FOLDER).glob("outcomes-*.json")
    return path


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"\x80\x04K\x01.", b"0" * 32 + b"\n{}", b"[" * 100_000, b"\xff\n\xff"]
)
def test_what_is_no_cache_is_thrown_away(tree: Path, counted: Counted, data: bytes) -> None:
    config = configuration(tree)
    first = findings(tree, config)
    for path in (tree / FOLDER).glob("*.json"):
        path.write_bytes(data)
    assert findings(tree, config) == first
    assert counted.new() == 6
    assert findings(tree, config) == first
    assert counted.new() == 0


def test_half_a_file_is_thrown_away(tree: Path, counted: Counted) -> None:
    findings(tree, configuration(tree))
    path = outcomes_file(tree)
    path.write_bytes(path.read_bytes()[:-20])
    findings(tree, configuration(tree))
    assert counted.new() == 6


@pytest.mark.parametrize(
    "plain", [None, 1, [], ["a"], ["p", [], True, [], [[1]]], ["p", [], True, [], [[0] * 14]]]
)
def test_an_entry_that_is_none_is_checked_again(
    tree: Path, counted: Counted, plain: object
) -> None:
    first = findings(tree, configuration(tree))
    path = outcomes_file(tree)
    values = json.loads(path.read_bytes().partition(b"\n")[2])
    data = json.dumps(dict.fromkeys(values, plain)).encode()
    path.write_bytes(content_hash(data).encode() + b"\n" + data)
    assert findings(tree, configuration(tree)) == first
    assert counted.new() == 6


def test_a_folder_that_cannot_be_written_is_no_problem(tree: Path, counted: Counted) -> None:
    (tree / FOLDER).write_text("a file")
    first = findings(tree, configuration(tree))
    assert findings(tree, configuration(tree)) == first
    assert counted.new() == 6
    assert (tree / FOLDER).read_text() == "a file"


def test_a_link_to_another_folder_is_not_followed(
    tree: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (tree / FOLDER).symlink_to(elsewhere)
    findings(tree, configuration(tree))
    assert list(elsewhere.iterdir()) == []


def test_a_page_that_changes_during_the_run_is_not_kept(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def check_and_change(*arguments: Any, **named: Any) -> list[Outcome]:
        outcomes = check_given(*arguments, **named)
        write(tree, "c", "Changed.\n")
        return outcomes

    monkeypatch.setattr(run, "check_given", check_and_change)
    findings(tree, configuration(tree))
    assert not (tree / FOLDER).exists()


@pytest.mark.parametrize("is_first", [True, False])
def test_a_page_that_was_another_one_while_it_was_checked_is_not_kept(
    tree: Path, monkeypatch: pytest.MonkeyPatch, is_first: bool
) -> None:
    def check_another(*arguments: Any, **named: Any) -> list[Outcome]:
        file = tree / "files/en-us/web/c/index.md"
        text = file.read_text()
        settle(write(tree, "c", "Changed.\n"))
        outcomes = check_given(*arguments, **named)
        file.write_text(text)
        settle(file)
        return outcomes

    config = configuration(tree)
    findings(tree, config)
    if is_first:
        shutil.rmtree(tree / FOLDER)
    else:
        write(tree, "a", "Also changed.\n")
    expected = findings(tree, config, use=False)
    with monkeypatch.context() as patch:
        patch.setattr(run, "check_given", check_another)
        assert findings(tree, config) != expected
    assert findings(tree, config) == expected


def test_pages_of_a_first_run_are_not_read_only_to_know_what_they_hold(
    tree: Path, counted: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fingerprint, "_GRANULARITY", 0)
    (tree / "files/en-us/web/a/image.svg").write_text("<svg/>")
    read: list[str] = []

    def note(path: str) -> str:
        read.append(os.path.basename(path))
        return content(path)

    content = fingerprint._content
    monkeypatch.setattr(fingerprint, "_content", note)
    first = findings(tree, configuration(tree))
    assert (counted.new(), read) == (3, ["image.svg"])
    assert findings(tree, configuration(tree)) == first
    assert counted.new() == 0
    (tree / "files/en-us/web/a/image.svg").write_text("<svg></svg>")
    findings(tree, configuration(tree))
    assert (counted.new(), read) == (3, ["image.svg", "image.svg"])


def test_what_pages_of_a_first_run_hold_is_what_a_later_run_reads(
    tree: Path, counted: Counted
) -> None:
    (tree / "files/en-us/web/a/index.md").write_bytes(b"\xef\xbb\xbf---\r\ntitle: \xff\r---\n\0\n")
    first = findings(tree, configuration(tree))
    assert counted.new() == 3
    (stamps,) = (tree / FOLDER).glob("files-*.json")
    stamps.unlink()
    for file in tree.glob("files/**/*.md"):
        os.utime(file)
    assert findings(tree, configuration(tree)) == first
    assert counted.new() == 0


def test_a_file_that_cannot_be_read_does_not_hinder(
    tree: Path, counted: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    image = tree / "files/en-us/web/a/image.svg"
    image.write_text("<svg/>")
    content = fingerprint._content
    monkeypatch.setattr(
        fingerprint,
        "_content",
        lambda path: f"{fingerprint.UNREADABLE}13" if path == str(image) else content(path),
    )
    first = findings(tree, configuration(tree))
    assert findings(tree, configuration(tree)) == first
    assert counted.new() == 3


def test_a_page_that_is_a_link_is_always_checked(tree: Path, counted: Counted) -> None:
    link = tree / "files/en-us/web/d/index.md"
    link.parent.mkdir()
    link.symlink_to("../a/index.md")
    config = configuration(tree)
    for _again in range(2):
        open_site._open.cache_clear()
        run.run(Request([tree / "files", link], examples=False), config)
    assert counted.new() == 4 + 1


def test_a_history_that_changes_during_the_run_is_another_situation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    english = English(tmp_path / "content")
    english.commit(web__a="Text.\n")
    german = tmp_path / "translated" / "de" / "web" / "a" / "index.md"
    german.parent.mkdir(parents=True)
    german.write_text("Text.\n")

    def check_and_commit(*arguments: Any, **named: Any) -> list[Outcome]:
        outcomes = check_given(*arguments, **named)
        git(english.folder, "commit", "--allow-empty", "--quiet", "--message", "empty")
        return outcomes

    monkeypatch.setattr(run, "check_given", check_and_commit)
    config = Config(
        english.root,
        (tmp_path / "translated",),
        select=RULES,
        base=tmp_path,
        file=tmp_path / "mdnkit.toml",
    )
    open_site._open.cache_clear()
    run.run(Request([german], examples=False), config)
    assert not (tmp_path / FOLDER).exists()


def test_the_history_counts(tmp_path: Path, counted: Counted) -> None:
    english = English(tmp_path / "content")
    commit = english.commit(web__a="---\ntitle: A\nslug: Web/A\npage-type: guide\n---\n\nText.\n")
    german = tmp_path / "translated" / "de" / "web" / "a" / "index.md"
    german.parent.mkdir(parents=True)
    german.write_text(
        f"---\ntitle: A\nslug: Web/A\nl10n:\n  sourceCommit: {commit}\n---\n\nText.\n"
    )
    config = Config(
        english.root,
        (tmp_path / "translated",),
        select=RULES,
        base=tmp_path,
        file=tmp_path / "mdnkit.toml",
    )

    def found() -> list[str]:
        open_site._open.cache_clear()
        request = Request([german], examples=False)
        return [finding.rule for finding in run.run(request, config).report.findings]

    assert found() == found() == []
    assert counted.new() == 1
    english.commit(web__a="---\ntitle: A\nslug: Web/A\npage-type: guide\n---\n\nMore text.\n")
    assert found() == found() == ["translation-behind"]
    assert counted.new() == 1


def test_the_program_is_known_by_its_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    first = cache._program()
    assert first.startswith(sys.version)
    monkeypatch.setattr(cache, "_PACKAGES", ())
    assert cache._program() != first


def test_redirects_are_kept_like_pages(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    redirects = tree / "files" / "en-us" / "_redirects.txt"
    redirects.parent.mkdir(parents=True, exist_ok=True)
    redirects.write_text("/en-US/docs/Old\t/en-US/docs/Nowhere\n", "utf-8")
    settle(redirects)
    config = configuration(tree)._replace(select=("redirects",))
    first = findings(tree, config)
    assert [f.rule for f in first if f.path.endswith("_redirects.txt")] == ["redirects"]
    monkeypatch.setattr(run, "check_redirects", lambda pages, config: [] if not pages else 1 / 0)
    assert findings(tree, config) == first

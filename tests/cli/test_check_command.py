"""`mdnkit check` as people call it: exit codes, fixing, changed pages, known findings."""

import errno
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from repositories import git

from mdnkit import spread
from mdnkit.cli import main

FRONT_MATTER = "---\ntitle: A\nslug: Web/A\npage-type: guide\n---\n\n"
CLEAN = FRONT_MATTER + "Text.\n"
WRONG = FRONT_MATTER + "> [!note]\n> Text.\n"
MENDED = FRONT_MATTER + "> [!NOTE]\n> Text.\n"
HOPELESS = FRONT_MATTER + "```nolang\n```\n"
RULES = "--select=callout-marker,fence-info"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Run in an empty folder that has a configuration."""
    for name in [
        name for name in os.environ if name.startswith(("GIT_", "CONTENT_", "PRE_COMMIT"))
    ]:
        monkeypatch.delenv(name)
    (tmp_path / "mdnkit.toml").write_text("")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def check(capfdbinary: pytest.CaptureFixture[bytes]) -> "Check":
    return Check(capfdbinary)


class Check:
    """Calls the command and keeps what it wrote."""

    def __init__(self, capture: pytest.CaptureFixture[bytes]) -> None:
        self._capture = capture
        self.out = self.err = b""

    def __call__(self, *arguments: str) -> int:
        self._capture.readouterr()
        status = main(["check", RULES, "--color=never", *arguments])
        self.out, self.err = self._capture.readouterr()
        return status

    def found(self, *arguments: str) -> list[tuple[str, str]]:
        """Return page and rule of each finding."""
        self(*arguments, "--format=json")
        return [(f["path"], f["rule"]) for f in json.loads(self.out)["findings"]]


def write(path: str, text: str | bytes) -> Path:
    """Write a page."""
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file


def test_clean_pages_end_with_0(check: Check) -> None:
    write("a/index.md", CLEAN)
    assert check("a") == 0
    assert check("a", "--quiet") == 0
    assert check.out == b""


def test_a_history_that_was_named_and_cannot_be_read_ends_with_2(
    check: Check, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    english = write("files/en-us/a/index.md", CLEAN)
    german = write("files/de/a/index.md", CLEAN)
    (folder / "nothing").mkdir()
    for history in ("file:///nope", "nothing", "mdnkit.toml"):
        arguments = ("--content-root=files", f"--source-history={history}", "--format=json")
        assert check(str(german), *arguments, "--select=translation-*") == 2
        assert check.out == b""
        assert check.err.startswith(b"mdnkit: ") and check.err.count(b"\n") == 1
        assert b" Or check without the English: `--ignore='translation-*'`." in check.err
        assert check(str(german), *arguments) == 0
        assert check(str(english), *arguments, "--select=translation-*") == 0


def test_findings_end_with_1(check: Check) -> None:
    write("a/index.md", WRONG)
    assert check("a") == 1


def test_what_cannot_be_run_ends_with_2_and_one_line(check: Check) -> None:
    assert check("nowhere") == 2
    assert check.err == b"mdnkit: There is no file or folder `nowhere`.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--staged", "--since=HEAD"],
        ["--stdin-filename=b/index.md"],
        ["-", "--staged"],
        ["--diff", "--update-baseline", "--baseline=b.json"],
        ["--update-baseline"],
        ["--ignore=nothing-like-this"],
        ["--baseline=nowhere.json"],
        ["--since=HEAD"],
    ],
)
def test_options_that_make_no_sense(check: Check, arguments: list[str]) -> None:
    write("a/index.md", CLEAN)
    assert check(*arguments, *([] if "-" in arguments else ["a"])) == 2
    assert check.err.count(b"\n") == 1


@pytest.mark.parametrize("option", ["--config", "--output", "--baseline", "--stdin-filename"])
def test_an_empty_path_is_not_the_current_folder(check: Check, option: str) -> None:
    file = write("a/index.md", WRONG)
    for arguments in (["--fix", ""], ["--fix", "a", ""], ["--fix", "a", option, ""]):
        assert check(*arguments) == 2
        assert check.err == b"mdnkit: A path is empty; give `.` for the current folder.\n"
    assert file.read_text() == WRONG


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("--content-root", "--content-root: '' is not what it takes: a path."),
        ("--translated-root", "--translated-root: ('',) is not what it takes: a list of paths."),
        ("--source-history", "--source-history: '' is not what it takes: a path."),
    ],
)
def test_an_empty_root_is_not_the_current_folder(check: Check, option: str, said: str) -> None:
    write("a/index.md", WRONG)
    assert check("a", option, "") == 2
    assert check.err.decode() == f"mdnkit: {said}\n"


def test_a_page_that_cannot_be_read_is_a_finding_also_where_it_is_named(
    check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("a/index.md", CLEAN)
    write("b/index.md", WRONG)
    refuse(monkeypatch, "a/index.md")
    expected = [("a/index.md", "source-readable"), ("b/index.md", "callout-marker")]
    assert check.found("a/index.md", "b/index.md", "--select=source-readable") == expected
    assert check.found(".", "--select=source-readable") == expected


def refuse(monkeypatch: pytest.MonkeyPatch, unreadable: str) -> None:
    """Let nobody read a file, whoever runs the tests."""

    def may_access(path: str, mode: int) -> bool:
        return not str(path).endswith(unreadable)

    def read(path: str) -> bytes:
        if not may_access(path, os.R_OK):
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return Path(path).read_bytes()

    monkeypatch.setattr(os, "access", may_access)
    monkeypatch.setattr("mdnkit.given.file_bytes", read)


def test_standard_input_is_checked_alone(check: Check) -> None:
    write("a/index.md", CLEAN)
    assert check("-", "a") == 2
    assert check.err == b"mdnkit: Standard input (`-`) is checked alone; leave out `-`, or a.\n"
    assert check("-", "-", "--stdin-filename=a/index.md") == 2


def test_a_folder_without_pages_is_not_a_clean_one(check: Check, folder: Path) -> None:
    write("a/notes.md", CLEAN)
    write("b/index.md", CLEAN)
    Path("mdnkit.toml").write_text('exclude = ["b"]\n')
    for arguments in ([], ["a"], ["--fix"], ["--baseline=known.json", "--update-baseline"]):
        assert check(*arguments) == 2
        where = folder / "a" if "a" in arguments else folder
        assert check.err.startswith(f"mdnkit: There is no page in {where}: pages are".encode())
        assert check.err.count(b"\n") == 1
    assert check("b/index.md") == 0


def test_fix_rewrites_nothing_that_only_the_environment_names(
    check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write("files/en-us/a/index.md", WRONG)
    monkeypatch.setenv("CONTENT_ROOT", "files")
    assert check("--fix") == 2
    assert b"would rewrite pages below " in check.err and check.err.count(b"\n") == 1
    assert file.read_text() == WRONG
    assert check("--diff") == 1
    assert check("--fix", "files") == 0
    assert file.read_text() == MENDED
    file.write_text(WRONG)
    Path("mdnkit.toml").write_text('content-root = "files"\n')
    monkeypatch.delenv("CONTENT_ROOT")
    assert check("--fix") == 0
    assert file.read_text() == MENDED


def test_fix_changes_nothing_but_what_an_edit_names(check: Check) -> None:
    before = b"\xef\xbb\xbf" + WRONG.replace("\n", "\r\n").encode() + b"\xff\x00 \x0b end"
    file = write("a/index.md", before)
    file.chmod(0o640)
    assert check("a", "--fix") == 0
    assert file.read_bytes() == before.replace(b"!note", b"!NOTE")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [path.name for path in file.parent.iterdir()] == ["index.md"]


def test_fix_reports_what_remains(check: Check) -> None:
    file = write("a/index.md", WRONG + HOPELESS.removeprefix(FRONT_MATTER))
    assert check("a", "--fix") == 1
    assert b"fence-info" in check.out and b"callout-marker" not in check.out
    assert "[!NOTE]" in file.read_text()


def test_a_clean_file_is_not_written(check: Check) -> None:
    file = write("a/index.md", HOPELESS)
    before = file.stat()
    check("a", "--fix")
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_read_only_file_stays(check: Check) -> None:
    file = write("a/index.md", WRONG)
    file.chmod(0o444)
    assert check("a", "--fix") == 2
    assert file.read_text() == WRONG
    assert check.err == b"mdnkit: a/index.md was not changed: it is read-only.\n"
    assert b"callout-marker" in check.out


def test_a_symbolic_link_stays_one(check: Check) -> None:
    file = write("a/real.md", WRONG)
    Path("a/index.md").symlink_to("real.md")
    assert check("a/index.md", "--fix") == 0
    assert Path("a/index.md").is_symlink()
    assert file.read_text() == MENDED


def test_many_processes_mend_as_one(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spread, "POOL_FROM", 2)
    monkeypatch.setattr(spread, "CHUNK", 1)
    files = [write(f"{name}/index.md", WRONG) for name in "abc"]
    assert check("--fix", "--jobs=2") == 0
    assert [file.read_text() for file in files] == [MENDED] * 3


def test_suppressed_findings_are_not_mended(check: Check) -> None:
    text = WRONG + "\n<!-- mdnkit-disable-file callout-marker -- wanted -->\n"
    file = write("a/index.md", text)
    assert check("a", "--fix") == 0
    assert file.read_text() == text


def test_a_page_with_a_conflict_is_not_mended(check: Check) -> None:
    """Whether or not the rule about conflicts is asked."""
    conflict = "<<<<<<< HEAD\nOne.\n=======\nAnother.\n>>>>>>> branch\n"
    for text in (WRONG + "\n" + conflict, (WRONG + "\n" + conflict).replace("\n", "\r\n")):
        file = write("a/index.md", text)
        assert check("a", "--fix") == 1
        assert b"callout-marker" in check.out and b"conflict-marker" not in check.out
        assert file.read_bytes() == text.encode()
        found = check.found("a", "--select=conflict-marker")
        assert [rule for _path, rule in found] == ["callout-marker"] + ["conflict-marker"] * 3


def test_diff_shows_what_fix_would_do(check: Check, folder: Path) -> None:
    text = (WRONG + "last line").encode() + b" \xff"
    file = write("a/index.md", text)
    assert check("--diff", "a") == 1
    assert file.read_bytes() == text
    Path("patch").write_bytes(check.out)
    git(folder, "init", "--quiet")
    git(folder, "apply", "patch")
    applied = file.read_bytes()
    write("a/index.md", text)
    assert check("--fix", "a") == 0
    assert file.read_bytes() == applied


def test_diff_of_clean_pages_is_empty(check: Check) -> None:
    write("a/index.md", CLEAN)
    assert check("--diff", "a") == 0
    assert check.out == b""


def test_diff_ends_with_1_when_findings_remain(check: Check) -> None:
    write("a/index.md", HOPELESS)
    assert check("--diff", "a") == 1
    assert check.out == b""
    assert b"fence-info" in check.err


def call(text: bytes, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    """Run the command with standard input."""
    command = [sys.executable, "-m", "mdnkit", "check", RULES, "-", *arguments]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    return subprocess.run(command, input=text, capture_output=True, env=environment)


def test_fix_of_standard_input_writes_the_page() -> None:
    done = call(WRONG.encode() + b"\xff\r\n", "--fix")
    assert (done.returncode, done.stdout) == (0, MENDED.encode() + b"\xff\r\n")
    assert done.stderr.startswith(b"note: Links, macros that link,")
    assert b"\nChecked 1 page" in done.stderr


def test_fix_of_standard_input_gives_a_clean_page_back() -> None:
    assert call(CLEAN.encode(), "--fix").stdout == CLEAN.encode()


def test_diff_of_standard_input() -> None:
    done = call(WRONG.encode(), "--diff", "--stdin-filename", "de/a/index.md")
    assert done.returncode == 1
    assert done.stdout.startswith(b"--- a/de/a/index.md\n+++ b/de/a/index.md\n")


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "pages")


@pytest.fixture
def repository(folder: Path) -> Path:
    """Three pages with findings, committed."""
    git(folder, "init", "--quiet")
    for name in "abc":
        write(f"{name}/index.md", WRONG)
    commit(folder)
    return folder


def test_since_takes_changed_and_new_pages(check: Check, repository: Path) -> None:
    write("a/index.md", WRONG + "More.\n")
    write("d ü/index.md", WRONG)
    write("d ü/notes.md", WRONG)
    os.unlink("c/index.md")
    assert check.found("--since=HEAD") == [
        ("a/index.md", "callout-marker"),
        ("d ü/index.md", "callout-marker"),
    ]
    assert check.found("--since=HEAD", "a", "b") == [("a/index.md", "callout-marker")]
    commit(repository)
    assert check.found("--since=HEAD") == []
    assert check.found("--since=HEAD~1", "a") == [("a/index.md", "callout-marker")]


def test_since_leaves_out_what_others_did_on_their_branch(check: Check, repository: Path) -> None:
    git(repository, "checkout", "--quiet", "-b", "mine")
    write("a/index.md", WRONG + "Mine.\n")
    commit(repository)
    git(repository, "checkout", "--quiet", "main")
    write("b/index.md", WRONG + "Theirs.\n")
    commit(repository)
    git(repository, "checkout", "--quiet", "mine")
    assert check.found("--since=main") == [("a/index.md", "callout-marker")]


def test_since_leaves_out_excluded_folders(check: Check, repository: Path) -> None:
    Path("mdnkit.toml").write_text('exclude = ["a"]\n')
    write("a/index.md", WRONG + "More.\n")
    write("b/index.md", WRONG + "More.\n")
    assert check.found("--since=HEAD") == [("b/index.md", "callout-marker")]
    assert len(check.found("--since=HEAD", "a/index.md", "b")) == 2


def test_a_revision_that_there_is_not(check: Check, repository: Path) -> None:
    assert check("--since=nothing") == 2
    assert b"There is no revision `nothing`" in check.err
    assert check("--since=--output=x") == 2


def test_staged_checks_what_is_staged(check: Check, repository: Path) -> None:
    write("a/index.md", HOPELESS)
    write("b/index.md", CLEAN)
    git(repository, "add", "--all")
    write("a/index.md", CLEAN)
    write("c/index.md", HOPELESS)
    assert check.found("--staged") == [("a/index.md", "fence-info")]
    os.unlink("a/index.md")
    assert check.found("--staged", "a") == [("a/index.md", "fence-info")]
    check("--staged")
    assert b"as they are staged, while their files have other text: 1." in check.out


def test_staged_as_a_hook_sees_it(
    check: Check, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = repository / ".git" / "next-index-1.lock"
    write("a/index.md", HOPELESS)
    monkeypatch.setenv("GIT_INDEX_FILE", str(index))
    subprocess.run(["git", "read-tree", "HEAD"], check=True)
    subprocess.run(["git", "add", "a/index.md"], check=True)
    assert check.found("--staged") == [("a/index.md", "fence-info")]
    monkeypatch.setenv("GIT_INDEX_FILE", str(repository.parent / "elsewhere"))
    assert check.found("--staged") == []


def staged(path: str) -> str:
    """Return the text that a page has in the index."""
    return subprocess.run(
        ["git", "show", f":{path}"], capture_output=True, check=True
    ).stdout.decode()


def test_fix_of_what_is_staged(check: Check, repository: Path) -> None:
    file = write("a/index.md", WRONG + "More.\n")
    git(repository, "add", "--all")
    unchanged = write("c/index.md", WRONG + "Not staged.\n")
    assert check("--staged", "--fix") == 0
    assert staged("a/index.md") == file.read_text() == MENDED + "More.\n"
    assert staged("c/index.md") == WRONG
    assert unchanged.read_text() == WRONG + "Not staged.\n"
    assert git(repository, "diff", "--cached", "--name-only") == "a/index.md"


def test_fix_leaves_alone_what_is_staged_in_part(check: Check, repository: Path) -> None:
    file = write("a/index.md", WRONG + "More.\n")
    git(repository, "add", "--all")
    file.write_text(WRONG + "More.\n\nLater.\n")
    assert check("--staged", "--fix") == 1
    assert b"callout-marker" in check.out
    assert b"not mended, as their files have text that is not staged: 1." in check.out
    assert staged("a/index.md") == WRONG + "More.\n"
    assert file.read_text() == WRONG + "More.\n\nLater.\n"
    assert check("--staged", "--fix", "--diff") == 1
    assert b"+> [!NOTE]" in check.out


def test_fix_under_pre_commit_stages_nothing(
    check: Check, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """pre-commit has put aside what is not staged, as a patch that must apply to what is staged now."""
    file = write("a/index.md", WRONG + "More.\n")
    git(repository, "add", "--all")
    monkeypatch.setenv("PRE_COMMIT", "1")
    assert check("--staged", "--fix") == 0
    assert b"mended, but not staged, as pre-commit runs this: 1. Stage them" in check.out
    assert file.read_text() == MENDED + "More.\n"
    assert staged("a/index.md") == WRONG + "More.\n"


@pytest.mark.parametrize("arguments", [["--all"], []])
def test_fix_in_a_hook_is_what_is_committed(repository: Path, arguments: list[str]) -> None:
    hook(repository)
    write("a/index.md", WRONG + "More.\n")
    if not arguments:
        git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message=more", *arguments)
    assert git(repository, "show", "HEAD:a/index.md") == (MENDED + "More.").strip()
    assert git(repository, "status", "--porcelain", "--untracked-files=no") == ""


def test_fix_in_a_hook_of_a_commit_of_named_files(repository: Path) -> None:
    hook(repository)
    file = write("a/index.md", WRONG + "More.\n")
    with pytest.raises(subprocess.CalledProcessError) as refused:
        git(repository, "commit", "--quiet", "--message=more", "--", "a/index.md")
    assert refused.value.stderr.startswith(b"mdnkit: git commits named files only here")
    assert file.read_text() == WRONG + "More.\n"


def hook(repository: Path) -> None:
    """Let each commit mend what is staged."""
    file = repository / ".git" / "hooks" / "pre-commit"
    file.parent.mkdir(exist_ok=True)
    source = Path(__file__).parents[2]
    command = f"{sys.executable} -m mdnkit check {RULES} --staged --fix"
    file.write_text(f"#!/bin/sh\nPYTHONPATH={source} MDNKIT_LANG=en exec {command}\n")
    file.chmod(0o755)


def baseline() -> list[dict[str, object]]:
    """Return the entries of the baseline."""
    entries: list[dict[str, object]] = json.loads(Path("known.json").read_text())["findings"]
    return entries


def test_known_findings_are_not_reported(check: Check) -> None:
    file = write("a/index.md", WRONG + HOPELESS.removeprefix(FRONT_MATTER))
    assert check("a", "--baseline=known.json", "--update-baseline") == 0
    assert [(e["path"], e["rule"], e["count"]) for e in baseline()] == [
        ("a/index.md", "callout-marker", 1),
        ("a/index.md", "fence-info", 1),
    ]
    file.write_text(FRONT_MATTER + "More.\n\n" + file.read_text().removeprefix(FRONT_MATTER))
    assert check("a", "--baseline=known.json") == 0
    assert b"callout-marker" not in check.out


def test_one_more_of_a_known_finding_is_reported(check: Check) -> None:
    file = write("a/index.md", HOPELESS)
    check("a", "--baseline=known.json", "--update-baseline")
    file.write_text(HOPELESS + HOPELESS.removeprefix(FRONT_MATTER))
    assert check.found("a", "--baseline=known.json") == [("a/index.md", "fence-info")]


def test_known_findings_are_not_mended(check: Check) -> None:
    file = write("a/index.md", WRONG)
    check("a", "--baseline=known.json", "--update-baseline")
    assert check("a", "--baseline=known.json", "--fix") == 0
    assert file.read_text() == WRONG


def test_a_finding_that_is_gone_is_a_remark(check: Check) -> None:
    write("a/index.md", WRONG)
    write("b/index.md", WRONG)
    check("--baseline=known.json", "--update-baseline")
    write("a/index.md", CLEAN)
    assert check("--baseline=known.json") == 0
    assert b"note: Findings of known.json that are gone: 1;" in check.out
    check("b", "--baseline=known.json")
    assert b"that are gone" not in check.out
    check("--baseline=known.json", "--ignore=callout-marker")
    assert b"that are gone" not in check.out
    os.unlink("b/index.md")
    check("a", "--baseline=known.json", "--update-baseline")
    assert baseline() == []


def test_a_baseline_of_some_pages_keeps_the_others(check: Check) -> None:
    write("a/index.md", WRONG)
    write("b/index.md", HOPELESS)
    check("--baseline=known.json", "--update-baseline")
    before = Path("known.json").read_bytes()
    check("a", "--baseline=known.json", "--update-baseline")
    check("--baseline=known.json", "--update-baseline", "--ignore=fence-info")
    assert Path("known.json").read_bytes() == before


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"version": 1}',
        '{"version": 1, "findings": [{"path": 1}]}',
        "\x00",
        "[" * 100_000,
    ],
)
def test_what_is_no_baseline(check: Check, text: str) -> None:
    write("a/index.md", CLEAN)
    write("known.json", text)
    assert check("a", "--baseline=known.json") == 2
    assert check.err.startswith(b"mdnkit: known.json ")
    assert check.err.endswith(b"remove the file, and `--update-baseline` writes it anew.\n")
    assert check.err.count(b"\n") == 1
    assert check("a", "--baseline=known.json", "--update-baseline") == 2
    assert Path("known.json").read_text() == text
    os.unlink("known.json")
    assert check("a", "--baseline=known.json", "--update-baseline") == 0
    assert check("a", "--baseline=known.json") == 0


def test_a_baseline_that_is_not_there_or_not_readable(check: Check) -> None:
    write("a/index.md", CLEAN)
    check("a", "--baseline=known.json")
    assert (
        check.err == b"mdnkit: There is no baseline known.json; `--update-baseline` writes one.\n"
    )
    check("a", "--baseline=a")
    assert (
        check.err == b"mdnkit: The baseline a cannot be read: Is a directory; name another file.\n"
    )


def test_a_single_page_imports_only_what_it_needs() -> None:
    write("a/index.md", CLEAN)
    program = (
        "import sys; from mdnkit.cli import main; main(['check', 'a/index.md', '--quiet', '--no-examples']);"
        "print(' '.join(sorted(sys.modules)))"
    )
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, env=environment, text=True
    )
    unwanted = {
        "asyncio", "babel", "concurrent.futures", "importlib.metadata", "mdnkit.baseline",
        "mdnkit.cache", "mdnkit.changed_files", "mdnkit.diff", "mdnkit.fix", "mdnkit.l10n.alignment", "mdnkit.suppression",
        "multiprocessing", "py_mini_racer", "quickjs", "rich", "ruamel.yaml", "sqlite3",
    }  # fmt: skip
    assert sorted(unwanted & set(done.stdout.split())) == []

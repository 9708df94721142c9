"""The samples: clean pages, pages with one mistake each, and the history of their English.

What is found in `samples/broken` stands in `samples_snapshot.txt`. After a change that is meant,

    MDNKIT_UPDATE_SNAPSHOTS=1 python -m pytest tests/test_samples.py

writes it anew; read the difference before you commit it.
"""

import functools
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mdnkit.check import check
from mdnkit.cli import main
from mdnkit.config import load_config
from mdnkit.finding import Finding, Report
from mdnkit.given import read_page
from mdnkit.macros.targets import target
from mdnkit.rules.catalogue import all_rules
from mdnkit.site.find_pages import find_pages
from mdnkit.site.open_site import open_site

PROJECT = Path(__file__).parent.parent
SAMPLES = Path("samples")
BROKEN = SAMPLES / "broken"
SNAPSHOT = Path(__file__).parent / "samples_snapshot.txt"

BEHIND = "Web/API/ServiceWorkerGlobalScope/backgroundfetchclick_event"
WITHOUT_SAMPLE = {"source-readable": "git keeps no file that its owner may not read"}


@pytest.fixture(autouse=True)
def _run_in_the_project(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Run where the documentation says, with the roots of the samples and a cache of our own."""
    monkeypatch.chdir(PROJECT)
    for name in ("CONTENT_ROOT", "CONTENT_TRANSLATED_ROOT"):
        monkeypatch.delenv(name, raising=False)
    cache = tmp_path_factory.getbasetemp() / "cache"
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(cache))


@functools.cache
def run(folder: Path) -> Report:
    """Return the report about a folder; several tests look at the same one."""
    return check([folder], load_config([folder], environment={}), examples=True)


def test_the_samples_are_clean_but_for_a_translation_that_is_behind() -> None:
    report = run(SAMPLES)
    found = [(str(f.severity), f.rule, f.locale, f.slug) for f in report.findings]
    assert found == [("note", "translation-behind", "de", BEHIND)]
    assert report.remarks == ()
    assert (report.pages, report.translations) == (49, 12)


def test_check_ends_with_0_and_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "samples", "--format", "json"]) == 0
    summary = json.loads(capsys.readouterr().out)["summary"]
    assert [summary[key] for key in ("pages", "errors", "warnings", "notes")] == [49, 0, 0, 1]


def test_the_state_of_the_translations(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["l10n", "status", "--config", "samples/mdnkit.toml", "--format", "json"]
    assert main([*arguments, "--only", "behind"]) == 0
    status = json.loads(capsys.readouterr().out)
    states = {state: count for state, count in status["summary"].items() if count}
    assert states == {"current": 11, "behind": 1, "missing": 25}
    assert [(page["slug"], page["commitsBehind"]) for page in status["pages"]] == [(BEHIND, 1)]


def test_every_link_macro_leads_to_a_page_of_the_samples() -> None:
    config = load_config([SAMPLES], environment={})
    site = open_site(config)
    lost = []
    for path in find_pages([SAMPLES], config.exclude, config.base):
        page = read_page(path, site)
        for call in page.macro_calls:
            found = target(call)
            if found and not any(site.true_slug("en-us", slug) for slug in found.candidates):
                lost.append((path, call.text(0)))
    assert lost == []


def test_what_is_found_in_the_broken_samples() -> None:
    found = "".join(f"{line(finding)}\n" for finding in run(BROKEN).findings)
    if os.environ.get("MDNKIT_UPDATE_SNAPSHOTS"):
        SNAPSHOT.write_text(found, "utf-8")
    assert found == SNAPSHOT.read_text("utf-8")


def line(finding: Finding) -> str:
    place = f"{finding.path}:{finding.line}:{finding.column}"
    return f"{place} {finding.severity} {finding.rule} {finding.message}"


def test_no_rule_fails_on_a_broken_sample() -> None:
    failed = [line(f) for f in run(BROKEN).findings if "mistake in mdnkit" in f.message]
    assert failed == []


def test_every_rule_has_a_broken_sample() -> None:
    shown = {finding.rule for finding in run(BROKEN).findings}
    assert {rule.id for rule in all_rules()} - shown == set(WITHOUT_SAMPLE)


def test_every_broken_page_shows_the_rule_it_is_named_after() -> None:
    shown = {(Path(finding.path).parent.name, finding.rule) for finding in run(BROKEN).findings}
    ids = {rule.id for rule in all_rules()}
    folders = {
        Path(path).parent.name for path in find_pages([BROKEN / "content", BROKEN / "translated"])
    }
    assert {name for name in folders & ids if (name, name) not in shown} == set()


def make_history(samples: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(samples / "make_history.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_history_agrees_with_the_pages() -> None:
    done = make_history(SAMPLES, "--check")
    assert (done.stderr, done.returncode) == ("", 0)


def test_a_change_of_an_english_page_needs_a_new_history(tmp_path: Path) -> None:
    samples = tmp_path / "samples"
    shutil.copytree(SAMPLES, samples)
    page = samples / "content/files/en-us/web/api/push_api/index.md"
    page.write_bytes(page.read_bytes() + b"\nOne more sentence.\n")

    done = make_history(samples, "--check")
    assert done.returncode == 1
    said = done.stderr.splitlines()
    assert said[0] == "history.bundle: does not hold the history of the pages"
    assert len(said) == 1 + 12

    assert make_history(samples).returncode == 0
    assert make_history(samples, "--check").returncode == 0


def test_a_translation_with_another_commit_is_told_and_only_its_commit_is_written(
    tmp_path: Path,
) -> None:
    samples = tmp_path / "samples"
    shutil.copytree(SAMPLES, samples)
    page = samples / "translated/files/de/glossary/service_worker/index.md"
    text = page.read_bytes()
    start = text.index(b"sourceCommit: ") + len(b"sourceCommit: ")
    page.write_bytes(text[:start] + b"0" * 40 + text[start + 40 :])

    done = make_history(samples, "--check")
    told = "translated/files/de/glossary/service_worker/index.md: names another sourceCommit\n"
    assert (done.stderr, done.returncode) == (told, 1)
    assert make_history(samples).returncode == 0
    assert page.read_bytes() == text

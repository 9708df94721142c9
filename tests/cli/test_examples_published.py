"""`mdnkit examples --published`: a saved page is told, compared and run."""

import json
import os
from pathlib import Path

import pytest
from published.pages import BARE, COMMIT, HTML, SOURCE

from mdnkit.cli import main

SEEDS = os.environ.get("MDNKIT_SEEDS", "")
"""A folder with five documents: two source pages of one event, a translation of its interface, and two saved pages."""

TRANSLATION = SOURCE.replace(
    "page-type: web-api-interface", f"l10n:\n  sourceCommit: {COMMIT}"
).replace("## Examples", "## Beispiele")


def put(root: Path, locale: str, folder: str, text: str) -> None:
    file = root / locale / folder / "index.md"
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with roots for English and translated pages, which are configured."""
    monkeypatch.chdir(tmp_path)
    for name, folder in (("CONTENT_ROOT", "content"), ("CONTENT_TRANSLATED_ROOT", "translated")):
        (tmp_path / folder).mkdir()
        monkeypatch.setenv(name, str(tmp_path / folder))
    return tmp_path


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    assert main(["examples", "--format", "json", *arguments]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert isinstance(answer, dict)
    return answer


def test_a_page_its_translation_and_what_they_do(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tree / "content", "en-us", "web/api/bell", SOURCE)
    put(tree / "translated", "de", "web/api/bell", TRANSLATION)
    (tree / "saved.html").write_text(HTML, "utf-8")
    answer = told(capsys, "--published", "saved.html")
    published = answer["published"]
    assert isinstance(published, dict)
    assert published["commit"] == COMMIT
    assert [(page["locale"], page["commitState"]) for page in published["pages"]] == [
        ("en-us", None),
        ("de", "equal"),
    ]
    assert published["pages"][1]["examples"] == [
        {"state": "equal", "line": 12, "sourceLine": 10},
        {"state": "equal", "line": 18, "sourceLine": 20},
        {"state": "equal", "line": 24, "sourceLine": 28},
    ]
    examples = answer["examples"]
    assert isinstance(examples, list)
    assert [(row["path"], row["line"], row["class"]) for row in examples] == [
        ("saved.html", 12, "signature"),
        ("saved.html", 18, "runs"),
        ("saved.html", 24, "throws-as-documented"),
    ]


def test_in_words(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(tree / "content", "en-us", "web/api/bell", SOURCE)
    (tree / "saved.html").write_text(HTML.replace("Ding", "Dong"), "utf-8")
    assert main(["examples", "--published", "saved.html"]) == 0
    assert capsys.readouterr().out.splitlines()[:9] == [
        "saved.html: Bell - Web APIs | MDN",
        "  address: https://developer.mozilla.org/en-US/docs/Web/API/Bell",
        "  locale: en-US",
        f"  last commit: {COMMIT} (files/en-us/web/api/bell/index.md)",
        "  last modified: 2026-02-03T04:05:06.000Z",
        "  content/en-us/web/api/bell/index.md",
        "    The example in line 12 is the one in line 9.",
        "    The example in line 18 is another form of the one in line 19.",
        "    The example in line 24 is the one in line 27.",
    ]


def test_a_page_that_has_moved_in_the_tree(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(tree / "content", "en-us", "web/api/gong", SOURCE.replace("Web/API/Bell", "Web/API/Gong"))
    redirects = "/en-US/docs/Web/API/Bell\t/en-US/docs/Web/API/Gong\n"
    (tree / "content/en-us/_redirects.txt").write_text(redirects, "utf-8")
    (tree / "saved.html").write_text(HTML, "utf-8")
    published = told(capsys, "--published", "saved.html")["published"]
    assert isinstance(published, dict)
    assert [page["path"] for page in published["pages"]] == ["content/en-us/web/api/gong/index.md"]


def test_without_a_tree_marked_code_is_run(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tree / "saved.html").write_text(HTML, "utf-8")
    answer = told(capsys, "--published", "saved.html")
    assert answer["summary"] == {
        "examples": 3,
        "runs": 1,
        "withoutAssumptions": 1,
        "classes": {"runs": 1, "signature": 1, "throws-as-documented": 1},
    }


def test_what_cannot_be_read_ends_with_2_and_one_line(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tree / "saved.html").write_text("<html>", "utf-8")
    assert main(["examples", "--published", "saved.html"]) == 2
    message = capsys.readouterr().err
    assert "name its source page as PATH" in message
    assert message.count("\n") == 1


def test_text_without_an_address_beside_a_named_page(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tree / "content", "en-us", "web/api/bell", SOURCE)
    copied = BARE[BARE.index("Bell - ") :]
    (tree / "copied.txt").write_text(copied, "utf-8")
    answer = told(capsys, "--published", "copied.txt", "content/en-us/web/api/bell/index.md")
    published, examples = answer["published"], answer["examples"]
    assert isinstance(published, dict) and isinstance(examples, list)
    assert published["address"] is None
    assert [row["state"] for row in published["pages"][0]["examples"]] == ["equal"] * 3
    assert [row["line"] for row in examples] == [3, 5, 9]


@pytest.mark.skipif(not SEEDS, reason="MDNKIT_SEEDS names no folder")
@pytest.mark.parametrize(("name", "state"), [("002", "equal"), ("004", "unknown")])
def test_saved_pages_of_the_interface_that_a_translation_is_about(
    tree: Path, capsys: pytest.CaptureFixture[str], name: str, state: str
) -> None:
    seeds = {file.name[:3]: file for file in Path(SEEDS).iterdir()}
    put(tree / "translated", "de", "web/api/backgroundfetchevent", seeds["003"].read_text("utf-8"))
    answer = told(capsys, "--published", str(seeds[name]))
    published, (example,) = answer["published"], answer["examples"]  # type: ignore[misc] - one example is what this looks for
    assert isinstance(published, dict)
    assert (
        published["address"]
        == "https://developer.mozilla.org/en-US/docs/Web/API/BackgroundFetchEvent"
    )
    (page,) = published["pages"]
    assert (page["locale"], page["commitState"]) == ("de", state)
    assert [row["state"] for row in page["examples"]] == ["equal"]
    calls = [row["trace"][-1]["args"] for row in example["outcomes"]]
    assert calls == [["/download-progress"], ["/latest-podcasts"], ["/download-progress"]]

"""What a published page shows is compared with its source, and run."""

from pathlib import Path

import pytest
from published.pages import BARE, HTML, MARKDOWN, SOURCE

from mdnkit.examples.extract import extract_examples
from mdnkit.examples.published import compare, published_codes, source_of
from mdnkit.page.page import Page
from mdnkit.published.page import PublishedPage, read_published


def saved(folder: Path, text: str) -> PublishedPage:
    file = folder / "saved"
    file.write_text(text, "utf-8")
    return read_published(file)


def states(
    folder: Path, text: str, source: str = SOURCE
) -> list[tuple[str, int | None, int | None]]:
    """Return state, line in the published page and line in its source."""
    found = compare(saved(folder, text), extract_examples(Page.parse(source)))
    return [
        (one.state, one.code and one.code.line, one.example and one.example.line) for one in found
    ]


@pytest.mark.parametrize(
    ("text", "lines"), [(HTML, [12, 18, 24]), (MARKDOWN, [7, 21, 31]), (BARE, [10, 12, 16])]
)
def test_equal_examples(tmp_path: Path, text: str, lines: list[int]) -> None:
    wanted = [("equal", line, source) for line, source in zip(lines, [9, 19, 27], strict=True)]
    assert states(tmp_path, text) == wanted


@pytest.mark.parametrize(
    ("text", "line"), [(HTML, 18), (MARKDOWN, 21), (BARE, 12)], ids=["html", "markdown", "text"]
)
def test_a_changed_example(tmp_path: Path, text: str, line: int) -> None:
    changed = text.replace('textContent = "Ding"', 'textContent = "Dong"')
    assert states(tmp_path, changed)[1] == ("changed", line, 19)


def test_white_space_counts_in_html_only(tmp_path: Path) -> None:
    assert states(tmp_path, HTML.replace("  sign.text", "    sign.text"))[1][0] == "changed"
    assert states(tmp_path, MARKDOWN.replace("  sign.text", "    sign.text"))[1][0] == "equal"


@pytest.mark.parametrize("text", [HTML, MARKDOWN, BARE], ids=["html", "markdown", "text"])
def test_a_missing_example(tmp_path: Path, text: str) -> None:
    more = SOURCE + '\n```js\nconst other = fetch("/gong").then(strike);\n```\n'
    assert states(tmp_path, text, more)[3] == ("missing", None, 31)


def test_what_is_hidden_on_purpose_is_not_missing(tmp_path: Path) -> None:
    more = SOURCE + "\n```js hidden\nconst setUp = 1;\n```\n"
    assert states(tmp_path, MARKDOWN, more)[3] == ("not-shown", None, 31)


def test_what_was_saved_without_its_code_is_not_missing(tmp_path: Path) -> None:
    start, end = HTML.index("<pre", HTML.index("brush: html")), HTML.rindex("</pre></div>")
    lost = HTML[:start] + "<mdn-code-example></mdn-code-example>" + HTML[end + 6 :]
    assert [state for state, _, _ in states(tmp_path, lost)] == ["equal", "not-shown", "not-shown"]


@pytest.mark.parametrize(("text", "line"), [(HTML, 24), (MARKDOWN, 31)], ids=["html", "markdown"])
def test_an_added_example(tmp_path: Path, text: str, line: int) -> None:
    less = SOURCE[: SOURCE.index("```js example-bad")]
    assert states(tmp_path, text, less)[2] == ("added", line, None)


def test_code_without_a_language_is_compared_but_never_called_added(tmp_path: Path) -> None:
    unlabelled = MARKDOWN.replace("\njs\n", "\n")
    assert [state for state, _, _ in states(tmp_path, unlabelled)] == ["equal"] * 3


@pytest.mark.parametrize("text", [HTML, MARKDOWN], ids=["html", "markdown"])
def test_what_is_published_can_be_run_like_its_source(tmp_path: Path, text: str) -> None:
    published = saved(tmp_path, text)
    ours = extract_examples(Page.parse(SOURCE))
    source = source_of(published, published_codes(published, compare(published, ours)))
    theirs = extract_examples(source.page)
    assert [(one.code, one.info, one.section, one.html) for one in theirs] == [
        (one.code, one.info, one.section, one.html) for one in ours
    ]
    assert source.page.slug == "Web/API/Bell"
    assert list(source.lines.values()) == [code.line for code in published.codes]


def test_braces_back_ticks_and_backslashes_survive(tmp_path: Path) -> None:
    code = "const text = `\\{${'```'}`; // {{Compat}} \\{\n"
    page = HTML.replace('sign.ring("{{never}}");\n', code)
    published = saved(tmp_path, page)
    source = source_of(published, published_codes(published, ()))
    assert extract_examples(source.page)[-1].code == code

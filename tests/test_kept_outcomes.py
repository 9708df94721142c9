"""Outcomes as JSON can hold them, and back again."""

import json

import pytest

from mdnkit.finding import Edit, Finding, Related, Replacement, Severity
from mdnkit.kept_outcomes import from_plain, to_plain
from mdnkit.outcome import Outcome
from mdnkit.span import Span

FOUND = Finding(
    "de/a/index.md", 1, 2, "a-rule", 1, 3, "What is wrong.", Severity.ERROR, "de", "A",
    edits=(Edit(Span(1, 2), "x"),),
    related=(Related("de/b/index.md", 4, "the other one"),),
    context="ab",
    replacements=(Replacement(1, 2, 1, 3, "x"),),
)  # fmt: skip


@pytest.mark.parametrize(
    ("file", "outcome"),
    [
        ("/pages/de/a/index.md", Outcome("de/a/index.md", (FOUND,))),
        ("/pages/de/a/index.md", Outcome("/pages/de/a/index.md", silent=("site", "example"))),
        ("C:\\pages\\de\\a\\index.md", Outcome("de/a/index.md", compared=True, examples=2)),
        ("/pages/de/_redirects.txt", Outcome("de/_redirects.txt", is_page=False)),
        ("/pages/de/a/index.md", Outcome("de/a/index.md", remarks=("Said.", ""))),
    ],
    ids=["below-the-folder", "elsewhere", "other-separators", "redirects", "remarks"],
)
def test_an_outcome_comes_back_as_it_was(file: str, outcome: Outcome) -> None:
    plain = json.loads(json.dumps(to_plain({file: outcome, f"{file}x": outcome})))
    assert from_plain(plain) == {file: outcome, f"{file}x": outcome}


def test_the_content_is_not_kept_as_the_files_tell_it() -> None:
    plain = to_plain({"/a/index.md": Outcome("index.md", content="0" * 32)})
    assert from_plain(plain) == {"/a/index.md": Outcome("index.md")}


@pytest.mark.parametrize("plain", [{}, {"alike": 1}, {"alike": [], "paths": {}, "findings": []}])
def test_what_is_no_answer_is_nothing(plain: dict[str, object]) -> None:
    assert from_plain(plain) == {}

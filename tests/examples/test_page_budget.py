"""The examples of a page share its time, and none that was not run looks as if it were fine."""

import os
from pathlib import Path

import pytest

from mdnkit.check import check_text
from mdnkit.config import Config
from mdnkit.examples import page_budget
from mdnkit.examples.page_budget import PageBudget
from mdnkit.examples.run import ExampleRun, run_examples
from mdnkit.examples.task import Run, Task
from mdnkit.finding import Report
from mdnkit.page.page import Page
from mdnkit.page.source import Source

TREE = Path(__file__).parent.parent / "tree"
CONFIG = Config(TREE / "content", (TREE / "translated",), jobs=1)
PAGE = TREE / "content" / "en-us" / "web" / "test" / "index.md"

ENDLESS = "for (;;);"
WRONG = 'document.getElementByID("box");'
NOT_RUN = "It was not run: the examples before it took the 1.5 s that a page has."


def page(*codes: str, before_last: str = "") -> str:
    fences = [f"```js\n{code}\n```\n\n" for code in codes]
    return (
        "---\ntitle: T\nslug: Web/Test\npage-type: guide\n---\n\n"
        + "".join(fences[:-1])
        + before_last
        + fences[-1]
    )


def ran(*codes: str, jobs: int = 1) -> list[ExampleRun]:
    given = Page(Source.decode(page(*codes).encode()), "x/index.md", "en-US")
    return list(run_examples([given], jobs=jobs)["x/index.md"])


def checked(text: str) -> Report:
    return check_text(text.encode(), PAGE, CONFIG)


@pytest.fixture
def little_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give a page the time of two examples that never end."""
    monkeypatch.setattr(page_budget, "PAGE_SECONDS", 1.5)
    monkeypatch.setattr("mdnkit.examples.run.PAGE_SECONDS", 1.5)


def test_examples_that_end_are_not_counted_against_each_other() -> None:
    found = ran(*["console.log(1);"] * 60)
    assert {(str(one.class_), one.was_run) for one in found} == {("runs", True)}


@pytest.mark.usefixtures("little_time")
@pytest.mark.parametrize("jobs", [1, 4])
def test_examples_beyond_the_time_of_their_page_are_not_run(jobs: int) -> None:
    stopped = "It was stopped: the limit of time was reached."
    found = ran(ENDLESS, ENDLESS, WRONG, "console.log(1);", jobs=jobs)
    assert [(str(one.class_), one.was_run, one.message) for one in found] == [
        ("budget", True, stopped),
        ("budget", True, stopped),
        ("budget", False, NOT_RUN),
        ("budget", False, NOT_RUN),
    ]


@pytest.mark.usefixtures("little_time")
def test_pages_do_not_share_their_time() -> None:
    text = page(ENDLESS, ENDLESS, "console.log(1);")
    pages = [Page(Source.decode(text.encode()), path, "en-US") for path in ("a", "b")]
    found = run_examples(pages, jobs=2)
    assert {path: [one.was_run for one in runs] for path, runs in found.items()} == {
        "a": [True, True, False],
        "b": [True, True, False],
    }


@pytest.mark.usefixtures("little_time")
def test_a_check_says_how_many_were_not_run() -> None:
    report = checked(page(ENDLESS, ENDLESS, WRONG, WRONG))
    said = f"{os.path.relpath(PAGE)}: examples that were not run, as those before them took too long: 2."
    assert said in report.remarks
    assert report.examples == 2
    assert [one for one in report.findings if one.rule.startswith("example-")] == []


@pytest.mark.usefixtures("little_time")
def test_a_suppression_for_an_example_that_was_not_run_is_not_idle() -> None:
    comment = "<!-- mdnkit-disable-next-line example-model -- it is told below -->\n\n"
    rules = [
        {one.rule for one in checked(page(*codes, before_last=comment)).findings}
        for codes in ((ENDLESS, ENDLESS, "console.log(1);"), ("console.log(1);",))
    ]
    assert ["suppression-unused" in found for found in rules] == [False, True]


def test_what_counts_are_the_examples_before() -> None:
    budget = PageBudget()
    for number, seconds in enumerate((6.0, 4.0, 0.0)):
        budget.counting(number, lambda task, used=seconds: Run(seconds=used))(Task(("",)))  # type: ignore[misc]
    assert [budget.is_used_up(number) for number in range(4)] == [False, False, True, True]
    assert [budget.is_long(number) for number in range(3)] == [True, True, False]

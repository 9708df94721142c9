"""The code that MDN puts into live samples."""

from mdnkit.page.live_sample import live_samples
from mdnkit.page.page import Page


def picked(text: str) -> list[tuple[str, str, list[str]]]:
    """Return id, way and code of each sample."""
    return [
        (sample.id, sample.how, [fence.text.strip() for fence in sample.fences])
        for sample in live_samples(Page.parse(text))
    ]


def fence(language: str, code: str) -> str:
    return f"```{language}\n{code}\n```\n\n"


def call(id_: str) -> str:
    return f'{{{{EmbedLiveSample("{id_}")}}}}\n\n'


def test_marked_fences_come_first_wherever_they_stand() -> None:
    text = (
        "## Demo\n\n" + fence("html", "no") + call("Demo") + fence("css live-sample___demo", "p {}")
    )
    assert picked(text) == [("demo", "fences", ["p {}"])]


def test_a_heading_gathers_up_to_the_next_one_of_its_level() -> None:
    text = (
        "## Demo\n\n### HTML\n\n"
        + fence("html", "a")
        + "### JS\n\n"
        + fence("js", "b")
        + call("Demo")
    )
    assert picked(text + "## Next\n\n" + fence("js", "c")) == [("demo", "heading", ["a", "b"])]


def test_other_languages_are_left_out() -> None:
    text = "## Demo\n\n" + fence("html-nolint", "a") + fence("bash", "ls") + fence("js hidden", "b")
    assert picked(text + call("Demo")) == [("demo", "heading", ["a", "b"])]


def test_without_the_id_the_closest_heading_above_counts() -> None:
    text = "## Demo\n\n### HTML\n\n" + fence("html", "a") + "### JS\n\n" + fence("js", "b")
    assert picked(text + call("Other")) == [("other", "above", ["b"])]


def test_a_heading_without_code_hands_over_to_the_one_above_it() -> None:
    text = "## Demo\n\n" + fence("html", "a") + "### Result\n\n" + call("Result")
    assert picked(text) == [("result", "above", ["a"])]


def test_headings_below_level_three_are_passed_over() -> None:
    text = "### Demo\n\n" + fence("html", "a") + "#### Small\n\n" + fence("js", "b") + call("Other")
    assert picked(text) == [("other", "above", ["a", "b"])]


def test_a_repeated_id_is_that_of_the_next_heading() -> None:
    one = "## Demo\n\n" + fence("html", "a") + call("Demo")
    two = "## Demo\n\n" + fence("html", "b") + call("Demo")
    assert picked(one + two) == [("demo", "heading", ["a"]), ("demo_2", "heading", ["b"])]


def test_a_call_inside_a_list_looks_upward() -> None:
    text = "## Demo\n\n" + fence("html", "a") + '1. One\n\n   {{EmbedLiveSample("Other")}}\n'
    assert picked(text) == [("other", "above", ["a"])]


def test_nothing_to_show() -> None:
    assert picked(call("Demo")) == [("demo", "nothing", [])]
    assert picked("## Demo\n\n" + call("Demo") + "## Next\n\n" + fence("js", "c")) == [
        ("demo", "nothing", [])
    ]


def test_what_raw_html_holds_is_not_known() -> None:
    assert picked('<div id="demo">\n\n' + fence("html", "a") + "</div>\n\n" + call("Demo")) == [
        ("demo", "html", [])
    ]

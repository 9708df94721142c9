"""What is known of a page without asking rules, and that they have nothing to say then."""

import os
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mdnkit.page import page_facts as facts_of
from mdnkit.page.page import Page
from mdnkit.page.page_facts import (
    DISTINCT_HEADINGS,
    MATCHING_KEYS,
    PLAIN_CALLS,
    PLAIN_PIECES,
    PLAIN_TEXT,
    USUAL_SECTIONS,
    page_facts,
)
from mdnkit.page.source import Source
from mdnkit.rules.catalogue import all_rules
from mdnkit.rules.rule import PageRule
from mdnkit.site.find_pages import find_pages

FRONT = "---\ntitle: T\nslug: Web/API/Lamp\npage-type: web-api-interface\n{keys}---\n\n"
COMPAT = "browser-compat: api.Lamp\n"
BODY = (
    '{{APIRef("Lamp")}}\n\nText.\n\n## Examples\n\nMore.\n\n## Specifications\n\n{{Specifications}}\n\n'
    "## Browser compatibility\n\n{{Compat}}\n"
)
ALL = frozenset(
    (DISTINCT_HEADINGS, MATCHING_KEYS, PLAIN_CALLS, PLAIN_PIECES, PLAIN_TEXT, USUAL_SECTIONS)
)


def english(body: str = BODY, keys: str = COMPAT) -> Page:
    return Page.parse(FRONT.format(keys=keys) + body, folder="web/api/lamp")


def test_all_is_known_of_a_usual_page() -> None:
    assert page_facts(english()) == ALL


@pytest.mark.parametrize(
    ("title", "page", "unknown"),
    [
        ("a lost bracket", english(BODY.replace("Lamp", '{{Compat"}}')), [PLAIN_CALLS, MATCHING_KEYS]),
        ("angle brackets", english(BODY + "\n<<Glossary('A')>>\n"), [PLAIN_CALLS, MATCHING_KEYS]),
        ("no macro", english(BODY + "\n{{Lamp}}\n"), [PLAIN_CALLS, MATCHING_KEYS]),
        ("an old macro", english(BODY + "\n{{ExperimentalBadge}}\n"), [PLAIN_CALLS, MATCHING_KEYS]),
        ("a banner", english("{{Deprecated_Header}}\n" + BODY), [MATCHING_KEYS]),
        ("a status", english(keys=f"status:\n  - deprecated\n{COMPAT}"), [MATCHING_KEYS]),
        ("no key for the table", english(keys=""), [MATCHING_KEYS]),
        ("no table for the key", english(BODY.replace("{{Compat}}", "-")), [MATCHING_KEYS]),
        ("no sidebar", english(BODY.replace('{{APIRef("Lamp")}}', "-")), [MATCHING_KEYS]),
        ("another name", english(BODY.replace("Examples", "Exampels")), [USUAL_SECTIONS]),
        ("another order", english(BODY + "\n## Examples2\n\n## Constructor\n"), [USUAL_SECTIONS]),
        ("no specifications", english(BODY.replace("## Spec", "### Spec")), [USUAL_SECTIONS]),
        ("one title twice", english(BODY + "\n### Examples\n"), [DISTINCT_HEADINGS]),
        ("a macro in a heading", english(BODY + "\n### {{jsxref('A')}}\n"), [DISTINCT_HEADINGS]),
        ("no line end", english(BODY.rstrip()), [PLAIN_TEXT]),
        ("a NUL", english(BODY + "\0\n"), [PLAIN_TEXT]),
    ],
)  # fmt: skip
def test_what_is_not_known(title: str, page: Page, unknown: list[str]) -> None:
    assert page_facts(page) == ALL.difference(unknown)


def test_a_slug_that_the_page_type_does_not_allow() -> None:
    text = english().text.replace("Web/API/Lamp", "Web/CSS/Lamp")
    assert page_facts(Page.parse(text, folder="web/css/lamp")) == ALL - {MATCHING_KEYS}


def test_bytes_that_are_not_utf_8() -> None:
    data = english().text.encode() + b"\xfc\n"
    assert page_facts(Page(Source.decode(data), folder="web/api/lamp")) == ALL - {PLAIN_TEXT}


def test_a_translation_has_the_keys_and_sections_of_its_english_page() -> None:
    page = Page.parse(english(keys="").text.replace("Examples", "Exampels"), locale="de")
    assert page_facts(page) == ALL


def silenced(page: Page) -> list[PageRule]:
    """Return the rules that are not asked about a page."""
    asked = [rule for _, rules in all_rules().asked_of(("page",), page) for rule in rules]
    return [rule for rule in all_rules().of("page") if rule not in asked]


def test_every_fact_silences_a_rule() -> None:
    assert {rule.unless for rule in silenced(english())} >= ALL


KEYS = [
    "sidebar: cssref\n", "status:\n  - experimental\n", "spec-urls: https://example.org/\n", COMPAT,
    "page-type: guide\n", "sidebar:\n", "browser-compat:\n", "status: []\n",
]  # fmt: skip
PARTS = [
    "{{APIRef}}", "{{SeeCompatTable}}", "{{Compat}}", "{{Specifications}}", "{{CSSRef}}", "{{Compat",
    "{{domxref('A')}}", "{{Lamp}}", "<<Compat>>", "{{ExperimentalBadge}}", "\\{{Compat}}", "{{compat}}",
    "## Examples", "## Example", "## Specifications", "## Browser compatibility", "## See also",
    "## `See` also", "### A {{Compat}}", "## A", "## A", "- ## B", "A\n---", "text", "```\n## C\n```",
    "\0", "\udcff", "", "", "## Browser Compatibility", "## Speciffications", "> ## Examples",
]  # fmt: skip


@given(
    st.lists(st.sampled_from(KEYS), max_size=4, unique=True),
    st.lists(st.sampled_from(PARTS), max_size=9),
    st.sampled_from(["\n", "\n\n"]),
    st.sampled_from(["en-us", "de"]),
    st.sampled_from(["", "\n"]),
)
@example([], ["{{Compat}}"], "\n", "en-us", "")
def test_the_rules_have_nothing_to_say_of_it(
    keys: list[str], parts: list[str], between: str, locale: str, end: str
) -> None:
    text = FRONT.format(keys="".join(keys)) + between.join(parts) + end
    page = Page(
        Source.decode(text.encode("utf-8", "surrogateescape")), "index.md", locale, "web/api/lamp"
    )
    assert [problem for rule in silenced(page) for problem in rule.check(page)] == []


def test_a_page_of_which_nothing_can_be_known_is_looked_at_by_every_rule(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(page: Page) -> frozenset[str]:
        raise ValueError("no facts")

    page = english()
    before = {rule.id for _folder, rules in all_rules().asked_of(("page",), page) for rule in rules}
    monkeypatch.setattr("mdnkit.rules.questions.page_facts", fail)
    after = {rule.id for _folder, rules in all_rules().asked_of(("page",), page) for rule in rules}
    assert after - before == {rule.id for rule in all_rules().of("page") if rule.unless in ALL}
    assert facts_of.page_facts(page) == ALL


@pytest.mark.skipif("CONTENT_ROOT" not in os.environ, reason="needs CONTENT_ROOT")
def test_the_rules_have_nothing_to_say_of_it_on_real_pages() -> None:
    root = Path(os.environ["CONTENT_ROOT"])
    for file in find_pages([root])[::25]:
        folder = str(Path(file).parent.relative_to(root / "en-us").as_posix())
        page = Page(Source.decode(Path(file).read_bytes()), file, folder=folder)
        assert [problem for rule in silenced(page) for problem in rule.check(page)] == [], file

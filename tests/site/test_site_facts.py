"""What is known of a page whose links are looked up, and that rules have nothing to say then."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from trees import page, write

from mdnkit.page.page import Page
from mdnkit.rules.catalogue import all_rules
from mdnkit.rules.rule import SiteRule
from mdnkit.site.site import Roots, Site
from mdnkit.site.site_facts import PLAIN_LINKS, SETTLED_CALLS, SHORT_CALLS, site_facts

ALL = frozenset((PLAIN_LINKS, SETTLED_CALLS, SHORT_CALLS))
PAGES = {
    "en-us/web/api/lamp": page("Web/API/Lamp"),
    "en-us/web/api/lamp/on": page("Web/API/Lamp/on"),
    "en-us/web/css/_colon_lit": page("Web/CSS/:lit"),
    "de/web/api/lamp": page("Web/API/Lamp"),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    root = tmp_path_factory.mktemp("files")
    write(root, PAGES)
    redirects = root / "en-us" / "_redirects.txt"
    redirects.write_text("/en-US/docs/Web/API/Old\t/en-US/docs/Web/API/Lamp\n", "utf-8")
    return Site(Roots(root, (root,)))


def lamp(body: str, locale: str = "en-us", slug: str = "Web/API/Lamp") -> Page:
    text = f"---\ntitle: Lamp\nslug: {slug}\n---\n\n{body}\n"
    return Page.parse(text, "index.md", locale, "web/api/lamp")


@pytest.mark.parametrize(
    "body",
    [
        "Text.",
        "[A](/en-US/docs/Web/API/Lamp/on), [b](/en-US/docs/Web/CSS/:lit#examples), [c](#examples)",
        "[A](https://example.org/docs/A), <https://example.org>",
        '{{domxref("Lamp")}}, {{domxref("Lamp.on()", "on")}}, {{EmbedLiveSample("a", 1, 2)}}, {{Compat}}, {{RFC(9110)}}',
    ],
)
def test_all_is_known_of_usual_links(site: Site, body: str) -> None:
    assert site_facts(lamp(body), site) == ALL


@pytest.mark.parametrize(
    ("title", "page", "unknown"),
    [
        ("no page", lamp("[A](/en-US/docs/Web/API/Lmp)"), [PLAIN_LINKS]),
        ("a redirect", lamp("[A](/en-US/docs/Web/API/Old)"), [PLAIN_LINKS]),
        ("other capitals", lamp("[A](/en-US/docs/Web/API/Lamp/On)"), [PLAIN_LINKS]),
        ("another locale", lamp("[A](/de/docs/Web/API/Lamp)"), [PLAIN_LINKS]),
        ("no locale", lamp("[A](/docs/Web/API/Lamp/on)"), [PLAIN_LINKS]),
        ("no documentation", lamp("[A](/en-US/Web/API/Lamp/on)"), [PLAIN_LINKS]),
        ("with the host", lamp("<https://developer.mozilla.org/en-US/docs/Web/API/Lamp/on>"), [PLAIN_LINKS]),
        ("the page itself", lamp("[A](/en-US/docs/Web/API/Lamp#examples)"), [PLAIN_LINKS]),
        ("with a slash", lamp("[A](/en-US/docs/Web/API/Lamp/on/)"), [PLAIN_LINKS]),
        ("a path", lamp("[A](on)"), [PLAIN_LINKS]),
        ("English in German", lamp("[A](/en-US/docs/Web/API/Lamp/on)", "de"), [PLAIN_LINKS]),
        ("a macro without a page", lamp('{{domxref("Lmp")}}'), [SETTLED_CALLS]),
        ("a redirected macro", lamp('{{domxref("Old")}}'), [SETTLED_CALLS]),
        ("a macro in other capitals", lamp('{{domxref("LAMP")}}'), [SETTLED_CALLS]),
        ("a macro with a fragment", lamp('{{DOMxRef("Lamp", "", "on")}}'), [SHORT_CALLS]),
    ],
)  # fmt: skip
def test_what_is_not_known(site: Site, title: str, page: Page, unknown: list[str]) -> None:
    assert site_facts(page, site) == ALL.difference(unknown)


def test_the_page_itself_is_known_by_its_folder_whatever_slug_it_names(site: Site) -> None:
    page = lamp("[A](/en-US/docs/Web/API/Lamp)", slug="Web/API/Lantern")
    assert site_facts(page, site) == ALL - {PLAIN_LINKS}


def test_without_pages_no_link_is_known_but_to_other_sites(tmp_path: Path) -> None:
    nowhere = Site(Roots())
    assert site_facts(lamp("[A](/en-US/docs/Web/API/Lamp/on)"), nowhere) == ALL - {PLAIN_LINKS}
    assert site_facts(lamp("[A](https://example.org)"), nowhere) == ALL


def silenced(page: Page, site: Site) -> list[SiteRule]:
    """Return the rules that are not asked about a page."""
    asked = {rule.id for _, rules in all_rules().asked_of(("site",), page, site) for rule in rules}
    return [rule for rule in all_rules().of("site") if rule.id not in asked]


def test_every_fact_silences_a_rule(site: Site) -> None:
    assert {rule.unless for rule in silenced(lamp("Text."), site)} == {"", *ALL}


def test_rules_are_asked_where_nothing_can_be_known(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(page: Page, site: Site) -> frozenset[str]:
        raise ValueError("no facts")

    monkeypatch.setattr("mdnkit.rules.questions.site_facts", fail)
    assert {rule.unless for rule in silenced(lamp("Text."), site)} == {""}


TARGETS = [
    "/en-US/docs/Web/API/Lamp", "/en-US/docs/Web/API/Lamp#a", "/en-US/docs/Web/API/Lamp/on", "#examples", "on", "",
    "/de/docs/Web/API/Lamp", "/docs/Web/API/Lamp", "/en-US/docs/Web/API/Old", "/en-US/Web/API/Lamp", "../lamp",
    "/en-US/docs/web/api/lamp", "https://example.org/en-US/docs/A", "http://developer.mozilla.org/en-US/docs/Web/API/Lamp",
    "https://developer.mozilla.org/de/docs/Web/API/Lamp", "/en-US/docs/Web/CSS/:lit", "/en-US/docs/Web/CSS/%3Alit?a#b",
    "/en-us/docs/Web/API/Lamp/on", "https:", "/en-US/docs/", "//developer.mozilla.org/de/docs/Web/API/Lamp",
]  # fmt: skip
FORMS = [
    "[A]({})", "<{}>", "<a href='{}'>A</a>", "[A][b]\n\n[b]: {}", "![A]({})", "<img src='{}'>", "{}", "`{}`",
    "<source srcset='{}'>", "![A][c]\n\n[c]: {}",
]  # fmt: skip
CALLS = [
    '{{domxref("Lamp")}}', '{{domxref("lamp")}}', '{{domxref("Lmp")}}', '{{domxref("Old")}}', "{{Compat}}",
    '{{domxref("Lamp.on", "", "a")}}', '{{PreviousNext("Web/API/Lamp", "Web/API/Old")}}', '{{domxref("Lamp.on")}}', "{{domxref}}", '{{domxref("Lamp"}}',
]  # fmt: skip


@given(
    st.lists(st.tuples(st.sampled_from(FORMS), st.sampled_from(TARGETS)), max_size=4),
    st.lists(st.sampled_from(CALLS), max_size=3),
    st.sampled_from(["en-us", "de"]),
)
@example([("![A]({})", "/de/docs/Web/API/Lamp")], [], "en-us")
@example([("<source srcset='{}'>", "/de/docs/Web/API/Lamp")], [], "en-us")
def test_rules_that_are_not_asked_have_nothing_to_say(
    site: Site, links: list[tuple[str, str]], calls: list[str], locale: str
) -> None:
    written = [form.format(target) for form, target in links]
    page = lamp("\n\n".join([*written, *calls]), locale)
    assert [problem for rule in silenced(page, site) for problem in rule.check(page, site)] == []

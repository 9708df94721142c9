"""Where link macros lead."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trees import page, write

from mdnkit.page.page import Page
from mdnkit.site.site import Roots, Site

PAGES = {
    "en-us/web/api/event": page("Web/API/Event"),
    "en-us/web/api/window/fetch": page("Web/API/Window/fetch"),
    "de/web/api/event": page("Web/API/Event"),
}


@pytest.mark.parametrize(
    ("call", "locale", "kind", "slug"),
    [
        ('{{domxref("Event")}}', "en-us", "page", "Web/API/Event"),
        ('{{domxref("fetch")}}', "en-us", "page", "Web/API/Window/fetch"),
        ('{{domxref("EVENT")}}', "en-us", "case", "Web/API/Event"),
        ('{{domxref("Old")}}', "en-us", "redirect", "Web/API/Event"),
        ('{{domxref("Evnt")}}', "en-us", "missing", "Web/API/Evnt"),
        ('{{domxref("Event")}}', "de", "page", "Web/API/Event"),
        ('{{domxref("fetch")}}', "de", "page", "Web/API/Window/fetch"),
        ('{{domxref("Event")}}', "fr", "page", "Web/API/Event"),
    ],
)
def test_a_macro_leads_to_the_first_page_there_is(
    tmp_path: Path, call: str, locale: str, kind: str, slug: str
) -> None:
    write(tmp_path, PAGES)
    redirects = tmp_path / "en-us" / "_redirects.txt"
    redirects.write_text("/en-US/docs/Web/API/Old\t/en-US/docs/Web/API/Event\n", "utf-8")
    site = Site(Roots(tmp_path, (tmp_path,)))
    (parsed,) = Page.parse(call).macro_calls
    link = site.macro_links.find(parsed, locale)
    assert link is not None
    assert (link.answer.kind, link.answer.slug) == (kind, slug)
    assert site.macro_links.find(parsed, locale) is link


@pytest.mark.parametrize("call", ["{{Compat}}", "{{RFC(9110)}}", "{{domxref}}", '{{domxref("")}}'])
def test_other_macros_lead_to_no_page(tmp_path: Path, call: str) -> None:
    (parsed,) = Page.parse(call).macro_calls
    assert Site(Roots(tmp_path)).macro_links.find(parsed, "en-us") is None


NAMES = st.lists(
    st.sampled_from(
        [
            "Event",
            "event",
            "fetch",
            "Window",
            "Old",
            "Odd",
            ".",
            "/",
            "()",
            "#",
            "?",
            "%",
            " ",
            "..",
        ]
    ),
    max_size=4,
).map("".join)
CALLS = st.builds(
    '{{{{{}("{}", "{}")}}}}'.format, st.sampled_from(["domxref", "PreviousNext"]), NAMES, NAMES
)


@pytest.fixture(scope="module")
def odd_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    odd = {"en-us/web/api/odd": page("Web/API/Elsewhere"), "de/event": page("Event")}
    root = write(tmp_path_factory.mktemp("files"), PAGES | odd)
    redirects = root / "en-us" / "_redirects.txt"
    redirects.write_text("/en-US/docs/Web/API/Old\t/en-US/docs/Web/API/Event\n", "utf-8")
    return Site(Roots(root, (root,)))


@given(st.lists(CALLS, max_size=4), st.sampled_from(("de", "en-us", "fr")))
def test_the_calls_of_a_page_are_answered_like_each_of_them(
    odd_site: Site, calls: list[str], locale: str
) -> None:
    calling = Page.parse("".join(calls), locale=locale)
    links = [
        (call, link)
        for call in calling.macro_calls
        for link in odd_site.macro_links.links(call, locale)
    ]
    for kind in ("redirect", "case", "missing", "unknown"):
        expected = [(call, link) for call, link in links if link.answer.kind == kind]
        assert list(odd_site.macro_links.of_page(calling, kind)) == expected


@given(NAMES, st.sampled_from(("de", "en-us", "fr")))
def test_what_leads_straight_to_a_page_needs_no_other_answer(
    odd_site: Site, name: str, locale: str
) -> None:
    tree = odd_site.tree(locale)
    for slug in (name, f"Web/API/{name}"):
        if tree is not None and tree.leads_straight(slug):
            answer = odd_site.resolve(f"/{locale}/docs/{slug}", locale)
            assert answer is not None and (answer.locale, answer.slug) == (locale, slug)

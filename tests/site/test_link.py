"""Where links to pages of MDN lead."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from trees import page, write

from mdnkit.page.page import Page
from mdnkit.site.link import Resolution
from mdnkit.site.site import Roots, Site
from mdnkit.site.slug import parse_url

ENGLISH = {
    "en-us/web": page("Web"),
    "en-us/web/api": page("Web/API"),
    "en-us/web/api/event": page("Web/API/Event"),
    "en-us/web/css/_colon_hover": page("Web/CSS/:hover"),
    "en-us/glossary/only": page("Glossary/Only"),
    "en-us/_redirects.txt": (
        "/en-US/docs/Old\t/en-US/docs/Web/API\n"
        "/en-US/docs/Moved_only\t/en-US/docs/Glossary/Only\n"
        "/en-US/docs/Part\t/en-US/docs/Web/API#part\n"
        "/en-US/docs/Away\thttps://example.org/away\n"
        "/en-US/docs/Dead\t/en-US/docs/Nowhere\n"
        "/en-US/docs/Why?\t/en-US/docs/Web\n"
        "/en-US/docs/Round\t/en-US/docs/Round\n"
    ),
}
GERMAN = {
    "de/web": page("Web"),
    "de/web/api": page("Web/API"),
    "de/_redirects.txt": "/de/docs/Alt\t/de/docs/Web/API\n/de/docs/Nur\t/de/docs/Glossary/Only\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    content = write(tmp_path_factory.mktemp("content"), ENGLISH)
    return Site(Roots(content, (write(tmp_path_factory.mktemp("translated"), GERMAN),)))


@pytest.mark.parametrize(
    ("url", "locale", "slug"),
    [
        ("/en-US/docs/Web/API", "en-us", "Web/API"),
        ("/en-US/docs/Web/API?a=1#b", "en-us", "Web/API"),
        ("/en-US/docs/Web/CSS/:hover", "en-us", "Web/CSS/:hover"),
        ("/en-US/docs/Web/CSS/%3Ahover", "en-us", "Web/CSS/:hover"),
        ("/docs/Web/API#x", "de", "Web/API"),
        ("/de/docs/Web", "de", "Web"),
        # The locale has no page, English stands in.
        ("/de/docs/Web/API/Event", "en-us", "Web/API/Event"),
        # A locale whose tree is not at hand.
        ("/fr/docs/Web/API", "en-us", "Web/API"),
        ("/fr/docs/Old", "en-us", "Web/API"),
    ],
)
def test_a_page_answers_and_the_url_stays(site: Site, url: str, locale: str, slug: str) -> None:
    assert site.resolve(url, "de") == Resolution("page", locale, slug, url)


@pytest.mark.parametrize(
    ("url", "kind", "slug", "target"),
    [
        ("https://developer.mozilla.org/de/docs/Web#x", "page", "Web", "/de/docs/Web#x"),
        ("/en-US/docs/web/api#Part", "case", "Web/API", "/en-US/docs/Web/API#Part"),
        ("/en-us/docs/Web/API", "case", "Web/API", "/en-US/docs/Web/API"),
        ("/DE/docs/Web", "case", "Web", "/de/docs/Web"),
        ("/docs/WEB?q#x", "case", "Web", "/docs/Web?q#x"),
        ("/en-US/docs/Web/API/", "redirect", "Web/API", "/en-US/docs/Web/API"),
        ("/en-US/docs/Old", "redirect", "Web/API", "/en-US/docs/Web/API"),
        ("/en-US/docs/old/#x", "redirect", "Web/API", "/en-US/docs/Web/API#x"),
        ("/en-US/docs/Part", "redirect", "Web/API", "/en-US/docs/Web/API#part"),
        ("/en-US/docs/Part#x", "redirect", "Web/API", "/en-US/docs/Web/API#part"),
        ("/en-US/docs/Away#x", "redirect", "Away", "https://example.org/away#x"),
        ("/en-US/docs/Why%3F", "redirect", "Web", "/en-US/docs/Web"),
        ("/de/docs/Alt", "redirect", "Web/API", "/de/docs/Web/API"),
        ("/docs/Alt", "redirect", "Web/API", "/docs/Web/API"),
        # Redirects of English serve the locales, too: https://github.com/mdn/rari/pull/618
        ("/de/docs/Old#x", "redirect", "Web/API", "/de/docs/Web/API#x"),
        ("/de/docs/Part", "redirect", "Web/API", "/de/docs/Web/API#part"),
        # English stands in for a page that is not translated, whose address is the same.
        ("/de/docs/web/api/event#x", "case", "Web/API/Event", "/de/docs/Web/API/Event#x"),
        ("/de/docs/Nur", "redirect", "Glossary/Only", "/de/docs/Glossary/Only"),
        ("/de/docs/Moved_only", "redirect", "Glossary/Only", "/de/docs/Glossary/Only"),
    ],
)
def test_a_url_that_should_be_written_in_another_way(
    site: Site, url: str, kind: str, slug: str, target: str
) -> None:
    answer = site.resolve(url, "de")
    assert answer is not None
    assert (answer.kind, answer.slug, answer.target) == (kind, slug, target)


@pytest.mark.parametrize(
    "url",
    [
        "/en-US/docs/Nope", "/de/docs/Nope#x", "/docs/Nope", "/en-US/docs/Dead", "/de/docs/Dead",
        "/en-US/docs/Round", "/de/docs/../../secret", "/de/docs/%2e%2e/secret", "/de/docs//Web",
        "/de/docs/Web%00", "/de/docs/Web%5CAPI", "/de/docs/Web%2FAPI",
    ],
)  # fmt: skip
def test_no_page_answers(site: Site, url: str) -> None:
    answer = site.resolve(url, "de")
    assert answer is not None
    assert (answer.kind, answer.locale, answer.target) == ("missing", "", url)


def test_a_tree_that_is_not_at_hand_leaves_the_answer_open(site: Site, tmp_path: Path) -> None:
    answer = site.resolve("/fr/docs/Nope", "de")
    assert answer is not None and answer.kind == "unknown"
    answer = site.resolve("/en-US/docs/Web/API/figure.PNG", "de")
    assert answer is not None and answer.kind == "unknown"
    german = Site(Roots(None, (write(tmp_path, GERMAN),)))
    for url, kind in [
        ("/de/docs/Web", "page"),
        ("/de/docs/Alt", "redirect"),
        ("/de/docs/Nope", "unknown"),
        ("/de/docs/Nur", "unknown"),
        ("/en-US/docs/Web", "unknown"),
    ]:
        answer = german.resolve(url, "de")
        assert answer is not None and answer.kind == kind, url


def test_other_urls_are_not_answered(site: Site) -> None:
    assert site.resolve("https://example.org/", "de") is None
    assert site.resolve("#fragment", "de") is None


def test_a_parsed_url_is_answered_like_its_text(site: Site) -> None:
    for url in ("/de/docs/Alt?q#x", "https://developer.mozilla.org/en-US/docs/web"):
        parts = parse_url(url)
        assert parts is not None
        assert site.resolve(parts, "de") == site.resolve(url, "de")


_PARTS = st.lists(
    st.sampled_from(
        ["/", "de", "en-US", "docs", "Web", "API", "web", "Old", "..", "%2e", "%", "#", "?", "a"]
    ),
    max_size=10,
)


@given(_PARTS)
@settings(deadline=None)
def test_what_should_be_written_is_answered_by_a_page(site: Site, parts: list[str]) -> None:
    answer = site.resolve("/de/docs/" + "".join(parts), "de")
    if answer is not None and answer.kind in ("redirect", "case") and answer.locale:
        again = site.resolve(answer.target, "de")
        assert again == answer._replace(kind="page")


@given(st.lists(_PARTS, max_size=4), st.sampled_from(("de", "en-us", "fr")))
@settings(deadline=None)
def test_the_links_of_a_page_are_answered_like_each_of_them(
    site: Site, urls: list[list[str]], locale: str
) -> None:
    text = " ".join(
        f"[a](/en-US/docs/{''.join(parts)}) [b](/de/{''.join(parts)})" for parts in urls
    )
    linking = Page.parse(text, locale=locale)
    answers = [(link, site.resolve(link.target, locale)) for link in linking.links]
    for kind in ("redirect", "case", "missing", "unknown"):
        expected = [(link, answer) for link, answer in answers if answer and answer.kind == kind]
        assert list(site.links.of_page(linking, kind)) == expected

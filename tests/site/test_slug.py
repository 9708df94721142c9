"""Slugs, folders, locales and URLs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdnkit.site.slug import (
    DocsUrl,
    decode,
    docs_path,
    folder_of,
    is_locale,
    is_safe,
    locale_name,
    parse_url,
    slug_of,
)

ESCAPED = st.text(alphabet=st.sampled_from("aB:*?/_1. ä-"), max_size=20)


@pytest.mark.parametrize(
    ("slug", "folder"),
    [
        ("Web/API/Event", "web/api/event"),
        ("Web/CSS/:hover", "web/css/_colon_hover"),
        ("Web/CSS/::before", "web/css/_doublecolon_before"),
        ("Web/CSS/:::x", "web/css/_doublecolon__colon_x"),
        ("Learn/Why?", "learn/why_question_"),
        ("Web/CSS/*", "web/css/_star_"),
        ("Glossary/Ärger", "glossary/ärger"),
    ],
)
def test_a_slug_has_one_folder(slug: str, folder: str) -> None:
    assert folder_of(slug) == folder
    assert slug_of(folder) == slug.lower()


@given(ESCAPED)
def test_a_folder_gives_back_the_slug_in_lower_case(slug: str) -> None:
    folder = folder_of(slug)
    assert slug_of(folder) == slug.lower()
    assert folder_of(slug_of(folder)) == folder
    assert not set(folder) & set(":*?")


@given(st.text(max_size=20))
def test_a_folder_is_the_folder_of_itself(slug: str) -> None:
    assert folder_of(folder_of(slug)) == folder_of(slug)


@pytest.mark.parametrize("slug", ["Web", "Web/API/Event", "Web/CSS/:hover", "a..b/...c", "Web/.x"])
def test_ordinary_slugs_are_safe(slug: str) -> None:
    assert is_safe(slug)


@pytest.mark.parametrize(
    "slug",
    [
        "",
        "/",
        "/etc",
        "Web/",
        "Web//API",
        "..",
        "../x",
        "Web/../../x",
        "./x",
        "a\\b",
        "a\0",
        "a\nb",
    ],
)
def test_slugs_that_could_lead_elsewhere_are_not_safe(slug: str) -> None:
    assert not is_safe(slug)


@pytest.mark.parametrize(
    "name", ["de", "en-us", "pt-br", "zh-cn", "es-419", "sr-latn", "zh-hant-tw"]
)
def test_folders_named_like_locales(name: str) -> None:
    assert is_locale(name)


@pytest.mark.parametrize("name", ["", "en-US", "jsondata", "sidebars", "d", "de_at", "de-", ".git"])
def test_folders_that_are_no_locales(name: str) -> None:
    assert not is_locale(name)


@pytest.mark.parametrize(
    ("folder", "name"),
    [("en-us", "en-US"), ("de", "de"), ("pt-br", "pt-BR"), ("zh-hant-tw", "zh-Hant-TW"),
     ("zh-CN", "zh-CN")],
)  # fmt: skip
def test_urls_spell_locales_with_capitals(folder: str, name: str) -> None:
    assert locale_name(folder) == name


@pytest.mark.parametrize(
    "url",
    [
        "", "#fragment", "index.md", "Web/API", "docs/Web", "//host/docs/Web", "/en-US/", "/en-US/docs",
        "/en-US/docs/", "/en-US/blog/x", "/shared-assets/docs/x", "https://example.org/en-US/docs/Web",
        "https://developer.mozilla.organic/en-US/docs/Web", "http://developer.mozilla.org/de/docs/Web",
        "mailto:a@example.org",
    ],
)  # fmt: skip
def test_urls_that_lead_to_no_page_of_mdn(url: str) -> None:
    assert parse_url(url) is None


@pytest.mark.parametrize(
    ("url", "parts"),
    [
        ("/de/docs/Web/API", DocsUrl("de", "Web/API", None, None, "/de/docs/Web/API", False)),
        ("/docs/Web", DocsUrl(None, "Web", None, None, "/docs/Web", False)),
        ("/en-us/docs/Web/", DocsUrl("en-us", "Web", None, None, "/en-us/docs/Web/", False)),
        ("/de/docs/Web?a=1#b?c", DocsUrl("de", "Web", "a=1", "b?c", "/de/docs/Web", False)),
        ("/de/docs/Web?#", DocsUrl("de", "Web", "", "", "/de/docs/Web", False)),
        (
            "https://developer.mozilla.org/pt-BR/docs/A%20b#c",
            DocsUrl("pt-BR", "A b", None, "c", "/pt-BR/docs/A%20b", True),
        ),
    ],
)
def test_urls_that_lead_to_a_page(url: str, parts: DocsUrl) -> None:
    assert parse_url(url) == parts


@pytest.mark.parametrize(
    ("path", "text"),
    [("a%20b", "a b"), ("%C3%A4", "ä"), ("%c3", "%c3"), ("%ff%20", "%ff%20"), ("100%", "100%"),
     ("a%2Fb", "a%2Fb"), ("%2E%2E", "..")],
)  # fmt: skip
def test_percent_decoding(path: str, text: str) -> None:
    assert decode(path) == text


@given(st.text(max_size=30))
def test_no_url_makes_the_parser_fail(text: str) -> None:
    for url in (text, f"/de/docs/{text}", f"https://developer.mozilla.org/{text}"):
        parts = parse_url(url)
        assert parts is None or parts.slug


@given(
    st.text(
        alphabet=st.characters(exclude_characters="/\0", codec="utf-8"), min_size=1, max_size=20
    )
)
def test_the_path_of_a_slug_is_parsed_back(slug: str) -> None:
    parts = parse_url(docs_path("pt-br", slug))
    assert parts is not None
    assert (parts.locale, parts.slug) == ("pt-BR", slug)
    assert docs_path(None, "Web") == "/docs/Web"

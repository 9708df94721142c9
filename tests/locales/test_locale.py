"""Every locale file says only what is known, in a form that can be used."""

import re
import string
import tomllib
from pathlib import Path
from typing import Any

import pytest

from mdnkit.locales.locale import locale, section_key, section_keys, terms_of
from mdnkit.macros.catalogue import macro
from mdnkit.page.page_type import page_types
from mdnkit.site.slug import is_locale, locale_name

FILES = sorted((Path(__file__).parents[2] / "mdnkit" / "locales").glob("*.toml"))
KEYS = {
    "name",
    "spaces",
    "number-words",
    "callouts",
    "sections",
    "titles",
    "links",
    "length",
    "code",
    "terms",
    "claims",
}
TABLES = {
    "callouts": {"NOTE", "WARNING", "CALLOUT"},
    "links": {"macros-as-links", "links-as-macros"},
    "length": {"shortest", "longest"},
    "code": {"translated"},
    "claims": {
        "inherits",
        "subject",
        "bubbles",
        "cancelable",
        "composed",
        "negation",
        "condition",
        "clause",
        "mistaken",
    },
}

every_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def data_of(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def test_the_locales_of_mdn_are_there() -> None:
    wanted = {"de", "en-us", "es", "fr", "it", "ja", "ko", "pt-br", "ru", "vi", "zh-cn", "zh-tw"}
    assert {path.stem for path in FILES} == wanted


@every_file
def test_a_file_is_named_like_the_folder_of_its_locale(path: Path) -> None:
    assert is_locale(path.stem)
    assert locale(path.stem).name == locale_name(path.stem)


@every_file
def test_only_known_keys(path: Path) -> None:
    data = data_of(path)
    assert data.keys() <= KEYS
    for table, keys in TABLES.items():
        assert data.get(table, {}).keys() <= keys
    assert data["callouts"].keys() == TABLES["callouts"]
    assert set(data.get("claims", TABLES["claims"])) >= TABLES["claims"] - {"mistaken"}
    assert all(term.keys() == {"english", "write", "never"} for term in data.get("terms", ()))
    assert set(data.get("code", {}).get("translated", ())) <= {"comments", "strings"}


@every_file
def test_a_section_title_stands_for_one_english_title_or_for_its_plural(path: Path) -> None:
    found = locale(path.stem)
    for titles in found.sections.values():
        assert len(titles) == len({" ".join(title.split()).casefold() for title in titles})
        for title in titles:
            meant = section_keys(path.stem, title)
            assert len({english.removesuffix("s") for english in meant}) == 1, title


@every_file
def test_titles_have_the_placeholders_of_the_english_form(path: Path) -> None:
    english = locale("en-us").titles
    for page_type, forms in locale(path.stem).titles.items():
        assert page_type in page_types().places
        wanted = {name for _, name, _, _ in string.Formatter().parse(english[page_type][0]) if name}
        for form in forms:
            assert {name for _, name, _, _ in string.Formatter().parse(form) if name} == wanted, (
                form
            )


@every_file
def test_patterns_are_valid_and_a_term_is_not_forbidden_by_its_own_rule(path: Path) -> None:
    found = locale(path.stem)
    for words in found.number_words:
        re.compile(words)
    assert len(found.number_words) in (0, 13)
    for term in terms_of(path.stem):
        assert term.write
        assert not term.never.search(term.write), f"{term.write} is forbidden and recommended"
        assert " " not in term.never.pattern, "words are looked at one by one"


@every_file
def test_lengths_and_macros(path: Path) -> None:
    found = locale(path.stem)
    assert 0 < found.shortest < 1 < found.longest
    for name in found.macros_as_links | found.links_as_macros:
        assert macro(name) is not None


def test_section_titles_agree_across_languages() -> None:
    assert section_key("de", "Beispiele") == section_key("en-us", "Examples") == "Examples"
    assert section_key("de", "siehe  auch") == "See also"
    assert section_keys("ja", "例") == ("Example", "Examples")
    assert section_key("de", "Ablauf") == ""
    assert section_key("xx", "Beispiele") == ""

"""The table of sections fits the table of page types, and sections are found by their English titles."""

import tomllib
from importlib.resources import files

from mdnkit.page.page import Page
from mdnkit.page.page_sections import find_sections, page_sections, sections_of_type
from mdnkit.page.page_type import page_types

TEXT = "---\ntitle: T\nslug: Web/T\npage-type: {type}\n---\n\n## Beispiele\n\n### Syntax\n\n## Etwas `anderes`\n"


def test_every_type_is_one_of_mdn_and_stands_in_one_table() -> None:
    tables = tomllib.loads(files("mdnkit.page").joinpath("page_sections.toml").read_text("utf-8"))
    types = [page_type for table in tables.values() for page_type in table["types"]]
    assert len(types) == len(set(types))
    assert set(types) <= page_types().places.keys()


def test_required_sections_have_a_place() -> None:
    for page_type, known in page_sections().items():
        assert set(known.required) <= set(known.order), page_type
        assert len(known.order) == len(set(known.order)), page_type


def test_titles_and_keys() -> None:
    german = Page.parse(TEXT.format(type="guide"), locale="de")
    assert [(one.title, one.key) for one in find_sections(german)] == [
        ("Beispiele", "Examples"),
        ("Etwas anderes", ""),
    ]
    english = Page.parse(TEXT.format(type="guide"))
    assert [one.key for one in find_sections(english)] == ["Beispiele", "Etwas anderes"]


def test_types_without_a_table_and_translations() -> None:
    assert sections_of_type(Page.parse(TEXT.format(type="guide"))) is None
    assert sections_of_type(Page.parse(TEXT.format(type="web-api-event"), locale="de")) is None
    known = sections_of_type(Page.parse(TEXT.format(type="web-api-event")))
    assert known is not None and known.order[:2] == ("Syntax", "Event type")

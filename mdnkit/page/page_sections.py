"""Which sections the pages of a type have, and in which order."""

import functools
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from mdnkit.locales.locale import section_key
from mdnkit.page.blocks import Block
from mdnkit.page.page import Page
from mdnkit.page.section import top_headings
from mdnkit.tables import read_table


class PageSections(NamedTuple):
    """The second-level sections of one page type, by their English titles."""

    order: tuple[str, ...]
    required: tuple[str, ...]
    has_template: bool
    """Whether MDN has a template for the type; else the order is what its pages have in common."""


class Section(NamedTuple):
    """A second-level heading."""

    title: str
    """As readers see it."""
    key: str
    """The English title of a section that many pages have; in a translation empty where it is not known."""
    heading: Block


@functools.cache
def page_sections() -> Mapping[str, PageSections]:
    """Return what is known about each page type, read once."""
    data = read_table(Path(__file__).with_name("page_sections.toml"))
    return {
        page_type: PageSections(
            tuple(table["order"]), tuple(table["required"]), table.get("template", True)
        )
        for table in data.values()
        for page_type in table["types"]
    }


def sections_of_type(page: Page) -> PageSections | None:
    """Return what is known about the type of an English page; None for translations and for types without a table."""
    return None if page.is_translation else page_sections().get(page.front_matter.text("page-type"))


@functools.lru_cache(maxsize=1)
def find_sections(page: Page) -> tuple[Section, ...]:
    """Return the second-level headings of a page, in order; kept until the next page is asked about."""
    headings = [heading for heading in top_headings(page) if heading.level == 2]
    titles = page.words_of_all(headings)
    keys = [section_key(page.locale, title) for title in titles] if page.is_translation else titles
    return tuple(map(Section, titles, keys, headings))

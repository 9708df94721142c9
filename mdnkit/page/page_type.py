"""Which page types MDN has, and below which slugs each may stand."""

import functools
from pathlib import Path
from typing import NamedTuple

from mdnkit.tables import read_table


class PageTypes(NamedTuple):
    """The table of `page_types.toml`."""

    everywhere: frozenset[str]
    below: dict[str, frozenset[str]]
    places: dict[str, tuple[str, ...]]
    """For every page type, the beginnings of the slugs below which it may stand."""

    def is_allowed(self, page_type: str, slug: str) -> bool:
        """Return whether a page with `slug` may have a type."""
        return slug.startswith(self.places.get(page_type, ()))

    def needs_sidebar(self, page_type: str) -> bool:
        """Return whether pages of a type have a sidebar: those that may stand anywhere, as guides, may do without."""
        return page_type in self.places and page_type not in self.everywhere

    def allowed(self, slug: str) -> frozenset[str]:
        """Return the types that a page with `slug` may have."""
        fitting = (types for prefix, types in self.below.items() if slug.startswith(prefix))
        return self.everywhere.union(*fitting)


@functools.cache
def page_types() -> PageTypes:
    """Return the table, read once."""
    data = read_table(Path(__file__).with_name("page_types.toml"))
    below = {prefix: frozenset(types) for prefix, types in data["below"].items()}
    everywhere = frozenset(data["everywhere"])
    places: dict[str, tuple[str, ...]] = {page_type: ("",) for page_type in everywhere}
    for prefix, types in below.items():
        for page_type in types:
            places[page_type] = (*places.get(page_type, ()), prefix)
    return PageTypes(everywhere, below, places)

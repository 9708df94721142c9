"""Which page types MDN has, and below which slugs each may stand."""

import functools
import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from mdnkit.tables import read_table

_ENDING = re.compile(r"_(?:event|function|static|value)$")
"""What slugs have behind a name that another page has too."""
_WORDS = re.compile(r"[a-z]+(?:_[a-z]+)+")
"""What is no name but words about several features."""


class PageTypes(NamedTuple):
    """The table of `page_types.toml`."""

    everywhere: frozenset[str]
    below: dict[str, frozenset[str]]
    places: dict[str, tuple[str, ...]]
    """For every page type, the beginnings of the slugs below which it may stand."""
    shapes: Mapping[str, tuple[str, str]]
    """For some, a pattern that their slugs have, and an example of one."""
    named: frozenset[str]
    """Those whose titles name the last part of the slug."""
    owned: frozenset[str]
    """Those of them whose titles name the part before it too."""

    def is_allowed(self, page_type: str, slug: str) -> bool:
        """Return whether a page with `slug` may have a type."""
        return slug.startswith(self.places.get(page_type, ())) and self.has_shape(page_type, slug)

    def has_shape(self, page_type: str, slug: str) -> bool:
        """Return whether a slug looks like those of a type, wherever it stands."""
        shape = self.shapes.get(page_type)
        return shape is None or re.search(shape[0], slug) is not None

    def names(self, page_type: str, slug: str) -> tuple[str, ...]:
        """Return what the title of an English page of a type has in it: names of its slug."""
        *_above, owner, name = ("", *slug.split("/"))
        name = _ENDING.sub("", name)
        if page_type not in self.named or _WORDS.fullmatch(name):
            return ()
        return (owner, name) if page_type in self.owned else (name,)

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
    shapes = {page_type: (pattern, like) for page_type, (pattern, like) in data["shapes"].items()}
    return PageTypes(
        everywhere, below, places, shapes, frozenset(data["named"]), frozenset(data["owned"])
    )

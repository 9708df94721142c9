"""Which page types MDN has, and below which slugs each may stand."""

import functools
from pathlib import Path
from typing import NamedTuple

from mdnkit.tables import read_table


class PageTypes(NamedTuple):
    """The table of `page_types.toml`."""

    everywhere: frozenset[str]
    below: dict[str, frozenset[str]]
    all: frozenset[str]
    """Every page type."""

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
    return PageTypes(everywhere, below, everywhere.union(*below.values()))

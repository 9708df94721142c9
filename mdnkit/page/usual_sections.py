"""The names of sections that MDN's templates know, and whether a page has them as its type wants them."""

import functools

from mdnkit.page.page_sections import page_sections
from mdnkit.page.slip import slips_among

ONE_EXAMPLE = "Example"
EXAMPLES = "Examples"
COMMON = ("Specifications", "Browser compatibility", "See also")
"""Sections of pages of every type."""


@functools.lru_cache(2_000)
def are_usual(titles: tuple[str, ...], page_type: str) -> bool:
    """Return whether the sections with these titles bear the names that MDN has for them, stand in the order of their page
    type, and are all that it requires; kept, as many pages of a type have the same.
    """
    known = page_sections().get(page_type)
    order = known.order if known else ()
    ranks = ranks_of(order)
    places = [ranks[title] for title in titles if title in ranks]
    return (
        places == sorted(places)
        and not any(usual_name(title, order) for title in titles)
        and (known is None or set(known.required) <= {*titles})
    )


@functools.lru_cache(10_000)
def usual_name(title: str, order: tuple[str, ...]) -> str | None:
    """Return the name that a title is another spelling of, of the sections in `order` and of those that all pages may have.

    None for a right name and for any other. Kept, as most titles stand on many pages.
    """
    names = _names(order)
    if title in names.values():
        return None
    if title == ONE_EXAMPLE:
        return names.get(EXAMPLES.lower())
    found = names.get(title.lower())
    return found or next(iter(slips_among(names.values(), title)), None)


@functools.cache
def _names(order: tuple[str, ...]) -> dict[str, str]:
    """Return the titles of the sections of a type, and of all types, by what they are in lower case."""
    return {title.lower(): title for title in (*order, *COMMON)}


@functools.cache
def ranks_of(order: tuple[str, ...]) -> dict[str, int]:
    """Return the place of each section of a type, by its title."""
    ranks = {title: rank for rank, title in enumerate(order)}
    return {**ranks, ONE_EXAMPLE: ranks[EXAMPLES]} if EXAMPLES in ranks else ranks

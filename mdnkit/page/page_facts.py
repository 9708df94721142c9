"""What is known of a page besides its blocks: of its macro calls, its sections, and what its front matter says of them.

Rules name what leaves them nothing to say. Most pages have the macros, the keys and the sections of many others, so that
nearly all of this is found out once.
"""

import functools

from mdnkit.macros.catalogue import macro
from mdnkit.page.page import Page
from mdnkit.page.page_sections import find_sections
from mdnkit.page.page_status import BANNERS
from mdnkit.page.page_type import page_types
from mdnkit.page.pieces import Pieces
from mdnkit.page.usual_sections import are_usual

PLAIN_CALLS = "plain calls"
"""Each macro call is well formed, stands in braces, and is of a macro that MDN has and has not replaced."""
MATCHING_KEYS = "matching keys"
"""The page type is one that the slug allows, the page has a sidebar if its type needs one, the tables for which the front
matter has keys, and no others, and neither a status nor a banner of one; or the page is a translation."""
DISTINCT_HEADINGS = "distinct headings"
"""No two headings have the same text, and none has a macro call."""
PLAIN_TEXT = "plain text"
"""The file is UTF-8 without NUL characters, and its last character ends a line."""
USUAL_SECTIONS = "usual sections"
"""The sections bear the names that MDN has for them, stand in the order of the page type, and are all that it requires; or
the page is a translation."""

PLAIN_PIECES = "plain pieces"
"""What stands in text is found without a look at its blocks, as of `mdnkit.page.pieces`: all brackets are those of links,
all back-ticks those of code that neither begins nor ends with white space, and the number of `**` is even."""


def page_facts(page: Page) -> frozenset[str]:
    """Return which of these facts are known of a page."""
    keys = frozenset(page.calls_by_key)
    is_odd = any([call.mistake is not None or call.angle for call in page.macro_calls])
    has_plain_calls = not is_odd and _are_current(keys)
    headings = [heading.text for heading in page.of_kind("heading")]
    has_own_keys = has_own_sections = page.is_translation
    if not page.is_translation:
        has = page.front_matter.has
        page_type = page.front_matter.text("page-type")
        if has_plain_calls and page_types().is_allowed(page_type, page.slug):
            written = has("sidebar"), has("browser-compat"), has("spec-urls"), has("status")
            has_own_keys = _are_matching(keys, page_type, *written)
        titles = tuple([section.title for section in find_sections(page)])
        has_own_sections = are_usual(titles, page_type)
    return _facts(
        has_plain_calls,
        has_own_keys,
        has_own_sections,
        len({*headings}) == len(headings) and "⟬" not in "".join(headings),
        _has_plain_pieces(page.pieces) and page.text.count("**", page.body.start) % 2 == 0,
        page.text[-1:] == "\n" and "\0" not in page.text and not page.source.undecodable,
    )


def _has_plain_pieces(pieces: Pieces) -> bool:
    return not (pieces.others or pieces.loose_code or pieces.lone_brackets or pieces.bracket_code)


_FACTS = (
    PLAIN_CALLS,
    MATCHING_KEYS,
    USUAL_SECTIONS,
    DISTINCT_HEADINGS,
    PLAIN_PIECES,
    PLAIN_TEXT,
)


@functools.cache
def _facts(*known: bool) -> frozenset[str]:
    """Return the facts that are known."""
    return frozenset(fact for fact, is_known in zip(_FACTS, known, strict=True) if is_known)


@functools.lru_cache(2_000)
def _are_current(keys: frozenset[str]) -> bool:
    """Return whether MDN has all of these macros and has replaced none."""
    known = map(macro, keys)
    return all(one is not None and one.status == "current" for one in known)


@functools.lru_cache(2_000)
def _are_matching(
    keys: frozenset[str],
    page_type: str,
    has_sidebar: bool,
    has_compat: bool,
    has_spec_urls: bool,
    has_status: bool,
) -> bool:
    """Return whether the macros `keys`, and the front matter of an English page, speak of the same things.

    Of a page with a status that is not said, as banners belong above the first heading.
    """
    needs_specifications = "specifications" in keys
    return (
        not has_status
        and BANNERS.keys().isdisjoint(keys)
        and has_compat is ("compat" in keys)
        and (needs_specifications or not has_spec_urls)
        and (has_compat or has_spec_urls or not needs_specifications)
        and (
            has_sidebar
            or not page_types().needs_sidebar(page_type)
            or any((known := macro(key)) and known.family == "sidebar" for key in keys)
        )
    )

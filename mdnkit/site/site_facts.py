"""What is known of a page once its links and link macros are looked up: nearly all of them lead to pages as they stand.

Rules name what leaves them nothing to say, as they do with `mdnkit.page.page_facts`.
"""

import functools
from typing import TYPE_CHECKING

from mdnkit.site.slug import locale_name

if TYPE_CHECKING:
    from mdnkit.page.page import Page
    from mdnkit.site.site import Site

PLAIN_LINKS = "plain links"
"""Each link is a fragment, an address of another site, or that of another page in the locale, as that page spells it."""
SETTLED_CALLS = "settled calls"
"""Each call of a link macro leads to pages, in their own spelling."""


def site_facts(page: "Page", site: "Site") -> frozenset[str]:
    """Return which of these facts are known of a page."""
    targets = {link.target for link in page.links}
    return _facts(
        site.links.are_plain(targets, page.locale) and not _has_itself(page, targets),
        site.macro_links.are_settled(page),
    )


def _has_itself(page: "Page", targets: set[str]) -> bool:
    """Return whether plain targets name the page itself."""
    address = f"/{locale_name(page.locale)}/docs/{page.slug}"
    return address in page.text and any(target.partition("#")[0] == address for target in targets)


_FACTS = (PLAIN_LINKS, SETTLED_CALLS)


@functools.cache
def _facts(*known: bool) -> frozenset[str]:
    """Return the facts that are known."""
    return frozenset(fact for fact, is_known in zip(_FACTS, known, strict=True) if is_known)

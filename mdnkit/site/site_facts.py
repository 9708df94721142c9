"""What is known of a page once its links and link macros are looked up: nearly all of them lead to pages as they stand.

Rules name what leaves them nothing to say, as they do with `mdnkit.page.page_facts`.
"""

import functools
from typing import TYPE_CHECKING

from mdnkit.macros.catalogue import fold_name
from mdnkit.macros.targets import LINK_MACROS
from mdnkit.site.slug import locale_name

if TYPE_CHECKING:
    from mdnkit.page.page import Page
    from mdnkit.site.site import Site

PLAIN_LINKS = "plain links"
"""Each link is a fragment, an address of another site, or that of another page in the locale, as that page spells it."""
SETTLED_CALLS = "settled calls"
"""Each call of a link macro leads to pages, in their own spelling."""
SHORT_CALLS = "short calls"
"""No call of a link macro has a third argument, which would name a fragment."""


def site_facts(page: "Page", site: "Site") -> frozenset[str]:
    """Return which of these facts are known of a page."""
    targets = page.link_targets
    return _facts(
        site.links.are_plain(targets, page.locale) and not _has_itself(page, targets, site),
        site.macro_links.are_settled(page),
        not _may_have_fragments(page),
    )


def _has_itself(page: "Page", targets: set[str], site: "Site") -> bool:
    """Return whether plain targets, which spell slugs as pages do, name the page itself."""
    tree = site.tree(page.locale)
    slug = tree.written_slug(page.folder) if tree else ""
    own = f"/{locale_name(page.locale)}/docs/{slug}"
    return bool(slug) and any(
        [target.startswith(own) and target[len(own) :][:1] in ("", "#") for target in targets]
    )


def _may_have_fragments(page: "Page") -> bool:
    """Return whether a call of a link macro may have a third argument."""
    long = [name for name, arguments in page.written_calls if arguments.count(",") > 1]
    return not LINK_MACROS.isdisjoint(map(fold_name, long))


_FACTS = (PLAIN_LINKS, SETTLED_CALLS, SHORT_CALLS)


@functools.cache
def _facts(*known: bool) -> frozenset[str]:
    """Return the facts that are known."""
    return frozenset(fact for fact, is_known in zip(_FACTS, known, strict=True) if is_known)

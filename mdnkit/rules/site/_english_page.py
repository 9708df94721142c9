"""What the English page of a translation refers to."""

import functools

from mdnkit.page.page import Page
from mdnkit.page.source import Source
from mdnkit.site.site import Site


def is_english_too(page: Page, site: Site, slug: str) -> bool:
    """Return whether the English page of a translation leads to the same missing page, by a link or a macro."""
    return slug.lower() in _english_references(page, site)


@functools.lru_cache(maxsize=1)
def _english_references(page: Page, site: Site) -> frozenset[str]:
    """Return what the English page leads to; kept until the next page is asked about."""
    file = site.original_file(page)
    if file is None:
        return frozenset()
    try:
        english = Page(Source.decode(file.read_bytes()), str(file))
    except OSError:
        return frozenset()
    from mdnkit.l10n.references import page_references

    return page_references(english, site)

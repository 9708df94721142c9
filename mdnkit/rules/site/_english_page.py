"""What the English page of a translation refers to."""

from mdnkit.page.page import Page
from mdnkit.page.source import Source
from mdnkit.site.site import Site


def is_english_too(page: Page, site: Site, slug: str) -> bool:
    """Return whether the English page of a translation leads to the same missing page, by a link or a macro."""
    file = site.original_file(page)
    if file is None:
        return False
    try:
        english = Page(Source.decode(file.read_bytes()), str(file))
    except OSError:
        return False
    from mdnkit.l10n.references import page_references

    return slug.lower() in page_references(english, site)

"""What a page says of the standing of what it describes."""

from mdnkit.page.page import Page

_STATUSES = frozenset({"deprecated", "non-standard"})
_BANNERS = frozenset({"deprecated_header", "non_standard_header"})


def is_outside_standards(page: Page) -> bool:
    """Return whether a page says that its subject is deprecated or in no standard: by its status or by a banner."""
    return not _STATUSES.isdisjoint(page.front_matter.texts("status")) or any(
        map(page.calls_of, _BANNERS)
    )

"""What a page says of the standing of what it describes."""

from mdnkit.page.page import Page

BANNERS = {
    "deprecated_header": ("deprecated", "Deprecated_Header"),
    "seecompattable": ("experimental", "SeeCompatTable"),
    "non_standard_header": ("non-standard", "Non-standard_Header"),
}
"""Banner macros by their folded names, with the status that each shows and the usual spelling."""

_STATUSES = frozenset({"deprecated", "non-standard"})
_OUTSIDE = frozenset(key for key, (status, _name) in BANNERS.items() if status in _STATUSES)


def is_outside_standards(page: Page) -> bool:
    """Return whether a page says that its subject is deprecated or in no standard: by its status or by a banner."""
    return not _STATUSES.isdisjoint(page.front_matter.texts("status")) or any(
        map(page.calls_of, _OUTSIDE)
    )

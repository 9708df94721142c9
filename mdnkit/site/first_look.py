"""What is below the roots, found out beside the checks of a run: one that knows of no earlier one need not wait for it."""

from collections.abc import Collection, Mapping

from mdnkit.site.fingerprint import (
    Files,
    Names,
    look_at,
    names_below,
    read_contents,
    with_contents,
)
from mdnkit.site.listing import Listing
from mdnkit.site.site import Site


class FirstLook:
    """Lists and reads while pages are checked, and looks once at everything when they are.

    What was not changed for a while when the run began, and still was not when it ends, is what the run has read.
    """

    def __init__(self, site: Site, listing: Listing) -> None:
        self._site = site
        self._listing = listing
        self._names = Names([], [], [], [])
        self._contents: dict[str, str] = {}

    def read(self, checked: Collection[str]) -> None:
        """Read what the folders hold, but not the pages that are `checked`, by absolute path: their outcomes tell."""
        self._names = Names(*map(sorted, names_below(self._site, self._listing)))
        others = [path for path in self._names.files if path not in checked]
        self._contents.update(read_contents([*others, *self._names.irregular]))

    def finish(self, checked: Mapping[str, str]) -> Files | None:
        """Return all files, given the contents of the pages that were checked; None where something changed meanwhile."""
        contents = {**checked, **self._contents}
        files = look_at(self._names, {}, self._listing.began, contents)
        if files.are_settled():
            return with_contents(files)
        # Somebody works here, or has a moment ago.
        names = names_below(self._site, Listing())
        now = look_at(names, {}, self._listing.began, contents)
        unsettled = [path for path, stamp in now.stamps.items() if not now.is_settled(stamp.facts)]
        is_same = all(
            content == contents.get(path, content) for path, content in read_contents(unsettled)
        )
        if not is_same or [*map(set, names)] != [*map(set, self._names)]:
            return None
        return with_contents(now)

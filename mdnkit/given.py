"""What a run is given to check, and how it is read."""

from pathlib import Path
from typing import NamedTuple

from mdnkit.page.page import Page
from mdnkit.page.source import Source
from mdnkit.site.file_bytes import file_bytes
from mdnkit.site.shown_path import shown_path
from mdnkit.site.site import Site


class Given(NamedTuple):
    """A page, or the redirects of a locale, that a run is to check."""

    path: str
    text: bytes | None = None
    """The text to check; None: what the file has."""
    is_redirects: bool = False


def read_page(path: str | Path, site: Site, text: bytes | None = None) -> Page:
    """Return the page of a file, or of a `text` instead of it; one that cannot be read says so in `unreadable`."""
    unreadable = ""
    if text is None:
        try:
            text = file_bytes(path)
        except OSError as error:
            text, unreadable = b"", error.strerror or str(error)
    place = site.locate(path)
    source, shown = Source.decode(text), shown_path(path)
    if place is None:
        return Page(source, shown, unreadable=unreadable)
    return Page(source, shown, place.locale, place.folder, unreadable)

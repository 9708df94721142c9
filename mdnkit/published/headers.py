"""The headers of HTTP that a tool such as `curl --include --location` writes before a page."""

import re
from typing import NamedTuple

_STATUS = re.compile(r"HTTP/\d(?:\.\d)? \d{3}\b")
_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]*):(?: |$)")
_TITLE_END = " | MDN"


class Headers(NamedTuple):
    """What the headers say."""

    locations: tuple[str, ...]
    """Where each response sent the reader, in order; the last one is where the page is."""


def split_headers(text: str) -> tuple[Headers, str, int]:
    """Return the headers before a page, the page, and the 1-based line on which it begins; never raises.

    Where the empty line after the headers is lost, they end with the first line that is none, or that is the title
    of a page of MDN.
    """
    if _STATUS.match(text) is None:
        return Headers(()), text, 1
    lines = text.split("\n")
    locations: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at].rstrip()
        header = _HEADER.match(line)
        if header is not None and not line.endswith(_TITLE_END):
            if header[1].lower() == "location":
                locations.append(line[header.end() :].strip())
        elif not _STATUS.match(line) and (line or not _begins_with_status(lines, at)):
            break
        at += 1
    while at < len(lines) and not lines[at].strip():
        at += 1
    return Headers(tuple(locations)), "\n".join(lines[at:]), at + 1


def _begins_with_status(lines: list[str], at: int) -> bool:
    """Return whether the next line that is not empty begins another response."""
    following = next((line for line in lines[at:] if line.strip()), "")
    return _STATUS.match(following) is not None

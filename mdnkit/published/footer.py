"""Which page it is, and from which commit of which file it was built: MDN says so in its links.

The link "Report a problem with this content" carries the address, the folder, and the last commit.
"""

import re
from typing import NamedTuple
from urllib.parse import parse_qs, unquote, urljoin, urlsplit

from mdnkit.published.shown import Shown

HOST = "https://developer.mozilla.org"

_DOCS = re.compile(r"/([A-Za-z]{2,3}(?:-[A-Za-z]{2,4})?)/docs/([^?#]+?)/?")
_SOURCE = re.compile(r"https://github\.com/mdn/[\w-]+/blob/[^/]+/(files/[^?#\s]+)")
_COMMIT = re.compile(r"https://github\.com/mdn/[\w-]+/commit/([0-9a-f]{40})\b")
_MODIFIED = re.compile(r"Document last modified: (\d{4}-\d\d-\d\dT[\d:.]+Z)")
_MDN_URL = re.compile(r"MDN URL: (\S+)")


class Footer(NamedTuple):
    """What the links say; what they do not say is empty."""

    address: str = ""
    locale: str = ""
    slug: str = ""
    source: str = ""
    commit: str = ""
    modified: str = ""


def read_footer(shown: Shown, locations: tuple[str, ...]) -> Footer:
    """Return which page it is; `locations` are where redirects have led."""
    report = _report(shown.links)
    addresses = (
        shown.canonical,
        _last(locations),
        *_MDN_URL.findall(report)[:1],
        *_by_contributors(shown.links),
    )
    address, locale, slug = next(filter(None, map(_docs, addresses)), ("", "", ""))
    said = [*shown.links, *report.split()]
    source = next((match[1] for link in said if (match := _SOURCE.match(link))), "")
    commit = next((match[1] for link in said if (match := _COMMIT.match(link))), "")
    modified = _MODIFIED.search(report)
    return Footer(
        address,
        locale or shown.lang,
        slug,
        unquote(source),
        commit,
        modified[1] if modified else shown.modified,
    )


def _last(locations: tuple[str, ...]) -> str:
    """Return where a chain of redirects ends; a step may name a path only."""
    address = ""
    for location in locations:
        try:
            address = urljoin(address or HOST, location)
        except ValueError:
            return ""
    return address


def _report(links: tuple[str, ...]) -> str:
    """Return the details that the link for reports carries."""
    for link in links:
        if "metadata=" in link and "mdn-url=" in link:
            try:
                return "\n".join(parse_qs(urlsplit(link).query).get("metadata", ()))
            except ValueError:
                continue
    return ""


def _by_contributors(links: tuple[str, ...]) -> list[str]:
    """Return the address below which the list of contributors is."""
    end = "/contributors.txt"
    return [link.removesuffix(end) for link in links if link.endswith(end)][:1]


def _docs(address: str) -> tuple[str, str, str] | None:
    """Return an address of MDN with its host, its locale and its slug; None for other addresses."""
    path = address.removeprefix(HOST)
    match = _DOCS.fullmatch(re.split(r"[?#]", path, maxsplit=1)[0])
    return (HOST + match[0], match[1], unquote(match[2])) if match else None

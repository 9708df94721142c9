"""Which Markdown links a translated segment has lost or leads elsewhere, compared with its English."""

import functools
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from mdnkit.l10n.references import call_references, link_reference, reference_count
from mdnkit.l10n.remaining import Remaining
from mdnkit.l10n.segments import Segment
from mdnkit.page.inlines import Inline
from mdnkit.page.page import Page
from mdnkit.site.site import Site
from mdnkit.site.slug import parse_url

_WIKIPEDIA = re.compile(r"https?://[a-z-]+\.(?:m\.)?(wikipedia|wiktionary)\.org/")
_ARCHIVE = re.compile(r"https?://(?:web\.archive\.org|archive\.(?:org|today|is|ph))/")


class Rewritten(NamedTuple):
    """A link to another site that leads elsewhere than in English."""

    english: str
    link: Inline
    """In the translation."""
    is_archived: bool
    """Whether the English address is that of an archive, which keeps it letter for letter."""


def lost_links(
    original: Page, ours: Segment, page: Page, theirs: Segment, site: Site
) -> Iterator[str]:
    """Yield the targets of English links that the translated segment, and the rest of its page, do not lead to."""
    wanted = [link for link in _links(original, ours) if link.kind == "link"]
    if not wanted:
        return
    calls = Remaining([call_references(call, site) for call in page.calls_in(theirs.block.span)])
    slugs = Counter(link_reference(link.target, site) for link in _links(page, theirs))
    urls = Counter(link.target for link in _links(page, theirs))
    for link in wanted:
        slug = link_reference(link.target, site)
        if slug is None:
            continue
        if slugs[slug] > 0:
            slugs[slug] -= 1
            continue
        if (
            calls.take(iter, (slug,)) is None
            and not urls[link.target]
            and _is_rarer(page, original, frozenset((slug,)), site)
        ):
            yield link.target


def _is_rarer(page: Page, original: Page, slugs: frozenset[str], site: Site) -> bool:
    """Return whether a page leads somewhere less often than its English; sentences are rearranged."""
    return reference_count(page, site, slugs) < reference_count(original, site, slugs)


def rewritten_links(
    original: Page, ours: Segment, page: Page, theirs: Segment
) -> Iterator[Rewritten]:
    """Yield the links of a translated segment to other sites where English has another address in their place.

    Articles of Wikipedia in the reader's language are no rewriting.
    """
    wanted = [link.target for link in _links(original, ours) if _is_external(link.target)]
    found = [link for link in _links(page, theirs) if _is_external(link.target)]
    known, named = set(wanted), {link.target for link in found}
    left = [url for url in wanted if url not in named]
    extra = [link for link in found if link.target not in known]
    for url, link in zip(left, extra, strict=False):
        if not (_WIKIPEDIA.match(url) and _WIKIPEDIA.match(link.target)):
            yield Rewritten(url, link, _ARCHIVE.match(url) is not None)


def lost_addresses(original: Page, ours: Segment, page: Page, theirs: Segment) -> Iterator[str]:
    """Yield the addresses of other sites that the translated segment has lost, with nothing in their place."""
    wanted = [link.target for link in _links(original, ours) if _is_external(link.target)]
    found = [link.target for link in _links(page, theirs) if _is_external(link.target)]
    known, named = set(wanted), set(found)
    left = [url for url in wanted if url not in named]
    count = len(left) - len([url for url in found if url not in known])
    if count > 0:
        yield from (url for url in left[-count:] if not _is_written(url, page))


_LONGEST = 300
"""Characters of an address that is looked up; longer ones are searched for."""
_ADDRESS = re.compile(r"https?://\S*")
_ADDRESSES = re.compile(rf"(?=(https?://\S{{0,{_LONGEST}}}))")
"""Those inside other addresses too."""


def _is_written(url: str, page: Page) -> bool:
    """Return whether an address of a site stands anywhere in the text of a page, be it as a part of another one."""
    if len(url) > _LONGEST or not _ADDRESS.fullmatch(url):
        return url in page.text
    written = _addresses(page)
    at = bisect_left(written, url)
    return at < len(written) and written[at].startswith(url)


@functools.lru_cache(maxsize=1)
def _addresses(page: Page) -> list[str]:
    """Return what begins like an address in a page, sorted: what follows an address in this order begins with it."""
    return sorted(set(_ADDRESSES.findall(page.text)))


def _links(page: Page, segment: Segment) -> list[Inline]:
    return [i for i in page.inlines(segment.block) if i.kind in ("link", "autolink")]


def _is_external(url: str) -> bool:
    return url.startswith(("http://", "https://")) and parse_url(url) is None

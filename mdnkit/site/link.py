"""Where a link to a page of MDN leads: to a page, through a redirect, nowhere."""

import functools
import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from mdnkit.site.redirects import Chains
from mdnkit.site.slug import (
    EN_US,
    DocsUrl,
    decode,
    docs_path,
    folder_of,
    is_safe,
    locale_name,
    parse_url,
)
from mdnkit.site.tree import Tree

if TYPE_CHECKING:
    from mdnkit.page.links import Link
    from mdnkit.page.page import Page

_FILE = re.compile(r"\.(?:gif|jpe?g|mp3|mp4|og[agv]|pdf|png|svg|wav|web[mp]|zip)$", re.IGNORECASE)

Kind = Literal["page", "redirect", "case", "missing", "unknown"]


class Resolution(NamedTuple):
    """What answers a URL.

    `page`: a page; one of en-US where the locale has none.
    `redirect`: a page or another site, through a redirect, or with a slash too many at the end.
    `case`: a page whose URL is spelled with other capitals.
    `missing`: no page, in en-US neither.
    `unknown`: the tree that could answer is not at hand, or it is no page but a file beside one.
    """

    kind: Kind
    locale: str
    """The folder of the locale whose page answers; empty when none of the trees has a page."""
    slug: str
    """Of that page, as its front matter spells it; else as the URL has it."""
    target: str
    """The URL as it should be written; the same as was asked for where nothing is to be changed."""


class Links:
    """Resolves URLs in the trees that `tree` returns, as MDN does; answers are kept.

    https://github.com/mdn/rari/blob/main/crates/rari-doc/src/html/fix_link.rs
    """

    def __init__(self, tree: Callable[[str], Tree | None]) -> None:
        self._tree = tree
        self._paths: dict[tuple[str, str], Resolution] = {}
        self._urls: dict[tuple[str, str], Resolution | None] = {}
        self._settled: dict[str, set[str]] = {}
        """For a locale, the URLs that lead to a page as they are, or to no page of MDN."""
        self._plain: dict[str, set[str]] = {}
        """For a locale, the URLs that are found to be plain."""
        self._chains = Chains(self._lookup)
        self._unsettled = functools.lru_cache(maxsize=1)(self._find_unsettled)

    def of_page(self, page: "Page", kind: Kind) -> Sequence[tuple["Link", Resolution]]:
        """Return the links of a page that are answered in the way `kind` (other than `page`), in order.

        They are kept until another page is asked about.
        """
        return self._unsettled(page).get(kind, ())

    def _find_unsettled(self, page: "Page") -> dict[str, list[tuple["Link", Resolution]]]:
        found: dict[str, list[tuple[Link, Resolution]]] = {}
        settled = self._settled.setdefault(page.locale, set())
        for link in page.links:
            if link.target in settled:
                continue
            straight = self.straight_slug(link.target, page.locale)
            answer = None if straight else self.resolve(link.target, page.locale)
            if answer is None or answer.kind == "page":
                settled.add(link.target)
            else:
                found.setdefault(answer.kind, []).append((link, answer))
        return found

    def are_plain(self, urls: set[str], locale: str) -> bool:
        """Return whether each URL is seen at a glance to be a fragment, a page of `locale`, or something of another site."""
        plain = self._plain.setdefault(locale, set())
        for url in urls - plain:
            is_fragment = url.startswith("#") and url != "#"
            if not (is_fragment or self.straight_slug(url, locale) or _is_elsewhere(url)):
                return False
            plain.add(url)
        return True

    def straight_slug(self, url: str, locale: str) -> str:
        """Return the slug in a URL that spells locale and slug of a page of `locale` as they are; empty for any other."""
        tree = self._tree(locale)
        start = f"/{locale_name(locale)}/docs/"
        if tree is None or not url.startswith(start):
            return ""
        slug = url.partition("#")[0][len(start) :]
        return slug if tree.leads_straight(slug) else ""

    def resolve(self, url: str | DocsUrl, from_locale: str) -> Resolution | None:
        """Return what answers `url` in a page of `from_locale`; None for other than MDN's pages."""
        if not isinstance(url, str):
            return self._answer(url, from_locale)
        key = (url, from_locale)
        if key not in self._urls:
            parts = parse_url(url)
            self._urls[key] = None if parts is None else self._answer(parts, from_locale)
        return self._urls[key]

    def _answer(self, url: DocsUrl, from_locale: str) -> Resolution:
        key = (url.path, from_locale)
        answer = self._paths.get(key)
        if answer is None:
            answer = self._paths[key] = self._find(url, from_locale)
        if url.query is None and url.fragment is None:
            return answer
        kind, locale, slug, target = answer
        return Resolution(kind, locale, slug, _with_ending(target, url))

    def _find(self, url: DocsUrl, from_locale: str) -> Resolution:
        """Return the answer for the path of `url` alone."""
        locale = (url.locale or from_locale).lower()
        if not is_safe(url.slug):
            return Resolution("missing", "", url.slug, url.path)
        if self._tree(locale) is None and self._tree(EN_US) is None:
            return self._missing(url, locale, url.slug)
        answers, found = locale, self._page(locale, url.slug)
        if found is None:
            target = self._chains.follow(docs_path(locale, url.slug))
            if target is not None:
                return self._redirected(url, locale, target)
            answers, found = self._answering(locale, url.slug)
        if found is None:
            return self._missing(url, locale, url.slug)
        if self._tree(locale) is None:
            return Resolution("page", answers, found, url.path)
        path = docs_path(url.locale and locale, found)
        kind = _difference(url.path, path)
        return Resolution(kind, answers, found, url.path if kind == "page" else path)

    def _redirected(self, url: DocsUrl, locale: str, target: str) -> Resolution:
        """Return the answer for a URL that is redirected to `target`."""
        new = parse_url(target)
        if new is None or new.locale is None:
            return Resolution("redirect", "", url.slug, target)
        to = new.locale.lower()
        answers, found = self._answering(to, new.slug)
        if found is None:
            return self._missing(url, to, new.slug)
        if self._tree(locale) is None:
            return Resolution("page", answers, found, url.path)
        path = docs_path(None if to == locale and url.locale is None else new.locale, found)
        fragment = "" if new.fragment is None else f"#{new.fragment}"
        return Resolution("redirect", answers, found, path + fragment)

    def _answering(self, locale: str, slug: str) -> tuple[str, str | None]:
        """Return the locale that has a page, en-US where `locale` has none, and its true slug; None without a page."""
        found = self._page(locale, slug)
        if found is not None or locale == EN_US:
            return locale, found
        return EN_US, self._page(EN_US, slug)

    def _missing(self, url: DocsUrl, locale: str, slug: str) -> Resolution:
        """Return the answer where neither `locale` nor en-US has a page."""
        at_hand = self._tree(locale) is not None and self._tree(EN_US) is not None
        known = at_hand and not _FILE.search(slug)
        return Resolution("missing" if known else "unknown", "", slug, url.path)

    def _page(self, locale: str, slug: str) -> str | None:
        """Return the true slug of a page; None when there is no such page."""
        tree = self._tree(locale)
        folder = folder_of(slug)
        if tree is None or not is_safe(slug) or not tree.has_page(folder):
            return None
        return tree.true_slug(folder) or slug

    def _lookup(self, path: str) -> str | None:
        """Return where a path is redirected by its locale, or by en-US with the locale kept."""
        url = parse_url(path)
        if url is None or url.locale is None:
            return None
        tree = self._tree(url.locale.lower())
        target = tree.redirects.lookup(decode(path)) if tree else None
        english = self._tree(EN_US)
        if target is not None or english is None or url.locale.lower() == EN_US:
            return target
        target = english.redirects.lookup(docs_path(EN_US, url.slug))
        new = parse_url(target) if target else None
        if target is None or new is None or (new.locale or "").lower() != EN_US:
            return target
        fragment = "" if new.fragment is None else f"#{new.fragment}"
        return docs_path(url.locale, new.slug) + fragment


def _is_elsewhere(url: str) -> bool:
    """Return whether a URL is an address of another site, with its scheme."""
    return url.startswith(("https://", "http://")) and parse_url(url) is None


def _difference(written: str, path: str) -> Kind:
    """Return how the URL of an existing page is spelled."""
    if written == path or decode(written) == decode(path):
        return "page"
    return "case" if decode(written).lower() == decode(path).lower() else "redirect"


def _with_ending(target: str, url: DocsUrl) -> str:
    """Return `target` with the query and the fragment of `url`, unless it has its own."""
    path, hash_sign, fragment = target.partition("#")
    if url.query is not None and "?" not in path:
        path += f"?{url.query}"
    if not hash_sign and url.fragment is not None:
        hash_sign, fragment = "#", url.fragment
    return path + hash_sign + fragment

"""What the inline content of a page refers to: the pages that link macros and Markdown links lead to, in one currency."""

import functools
from collections import Counter
from collections.abc import Set
from typing import NamedTuple

from mdnkit.macros.catalogue import macro
from mdnkit.macros.targets import target
from mdnkit.page.blocks import Block
from mdnkit.page.macro_call import MacroCall
from mdnkit.page.page import Page
from mdnkit.site.site import Site
from mdnkit.site.slug import parse_url
from mdnkit.span import Span

FREE_MEANINGS = frozenset({"label", "text", "ignored", "deprecated", "anchor", "flag"})
"""Meanings of arguments that a translation may change: words for readers, and fragments, which follow the headings."""


def call_references(call: MacroCall, site: Site) -> Set[str]:
    """Return the slugs, in lower case, that a link macro can lead to; empty for any other macro.

    They stand in the order in which MDN tries them.
    """
    if call.mistake is not None:
        return frozenset()
    return _macro_references(call.name, call.inside, site).keys()


@functools.lru_cache(10_000)
def _macro_references(name: str, inside: str, site: Site) -> dict[str, None]:
    """Return the same for a well-formed call; kept, as most calls stand on many pages."""
    call = MacroCall(name, Span(0, 0), 0, inside, 0)
    where = target(call)
    if where is None or call.key == "rfc":
        return {}
    return dict.fromkeys(
        found
        for slug in where.candidates
        for found in (slug.lower(), _resolved(f"/en-US/docs/{slug}", slug, site))
    )


def link_reference(url: str, site: Site) -> str | None:
    """Return the slug, in lower case, that a link to a page of MDN leads to; None for any other link."""
    parts = parse_url(url)
    return _resolved(f"/en-US/docs/{parts.slug}", parts.slug, site) if parts else None


def _resolved(url: str, slug: str, site: Site) -> str:
    answer = site.resolve(url, "en-us")
    return (answer.slug if answer and answer.kind != "unknown" else slug).lower()


def block_links(page: Page, block: Block, site: Site) -> Counter[str]:
    """Return the pages of MDN that the Markdown links of a block lead to, with how often."""
    slugs = (link_reference(i.target, site) for i in page.inlines(block) if i.kind == "link")
    return Counter(slug for slug in slugs if slug is not None)


def page_references(page: Page, site: Site) -> frozenset[str]:
    """Return the slugs, in lower case, that the link macros and links of a page can lead to."""
    links = (link_reference(link.target, site) for link in page.links)
    calls = (call_references(call, site) for call in page.macro_calls)
    return frozenset(slug for slug in links if slug).union(*calls)


def reference_count(page: Page, site: Site, slugs: Set[str]) -> int:
    """Return how often a page leads to one of the pages that `slugs` name in lower case, by macro or by link."""
    index = _index(page, site)
    key = frozenset(slugs)
    if key not in index.counts:
        leading = {number for slug in slugs for number in index.calls.get(slug, ())}
        index.counts[key] = len(leading) + sum(index.links[slug] for slug in slugs)
    return index.counts[key]


class _Index(NamedTuple):
    """Where a page leads to."""

    calls: dict[str, list[int]]
    """For each slug the calls that can lead there."""
    links: Counter[str]
    """How many of its Markdown links do."""
    counts: dict[frozenset[str], int]
    """What was counted so far."""


@functools.lru_cache(maxsize=2)
def _index(page: Page, site: Site) -> _Index:
    calls: dict[str, list[int]] = {}
    for number, call in enumerate(page.macro_calls):
        for slug in call_references(call, site):
            calls.setdefault(slug, []).append(number)
    links: Counter[str] = Counter()
    for block in page.all_blocks:
        if "[" in block.text:
            links.update(block_links(page, block, site))
    return _Index(calls, links, {})


def fixed_arguments(call: MacroCall) -> tuple[tuple[str, str], ...]:
    """Return name and text of the arguments that a translation keeps."""
    known = macro(call.name)
    if known is None:
        return tuple((f"argument {i + 1}", call.text(i)) for i in range(len(call.arguments)))
    return tuple(
        (parameter.name, _without_locale(call.text(index)))
        for index, parameter in enumerate(known.parameters)
        if parameter.meaning not in FREE_MEANINGS and index < len(call.arguments)
    )


def _without_locale(text: str) -> str:
    """Return the URL of a page of MDN without its locale, any other text as it is."""
    url = parse_url(text)
    return url._replace(locale=None).slug if url else text

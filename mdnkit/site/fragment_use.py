"""The fragments that a page names: in links, in raw HTML and in link macros."""

import re
from collections.abc import Callable, Hashable, Iterator
from typing import NamedTuple

from mdnkit.page.ids import heading_id
from mdnkit.page.links import Link
from mdnkit.page.macro_call import MacroCall
from mdnkit.page.page import Page
from mdnkit.site.site import Site
from mdnkit.site.slug import decode, folder_of, parse_url
from mdnkit.span import Span


class FragmentUse(NamedTuple):
    """One place that leads to a fragment of a page that exists."""

    id: str
    """What the place names, percent-decoded; in a macro call already as MDN makes an id of it."""
    locale: str
    folder: str
    """The page that readers of this page get; one of en-US where the locale has none."""
    slug: str
    """Of that page; empty for the page itself."""
    span: Span
    """Of the fragment, without `#`."""
    replaceable: bool
    """Whether the text at `span` is nothing but the fragment."""


_SPECIAL = re.compile(r"(?:top|livesample_fullscreen=.*)?", re.IGNORECASE)


def fragment_uses(page: Page, site: Site) -> Iterator[FragmentUse]:
    """Yield the fragments that a page names; those that redirects bring and those of other sites are left out."""
    for _written, place in _places(page, lambda written: False):
        use = _use_at(place, page, site)
        if use is not None:
            yield use


def dead_fragments(page: Page, site: Site) -> list[FragmentUse]:
    """Return those of `fragment_uses` that lead nowhere, in whatever case they are written."""
    dead: list[FragmentUse] = []
    settled = site.fragments.settled(page.locale)

    def is_settled(written: Hashable) -> bool:
        # What leads to the page itself is looked for in the text at hand.
        return settled.get(written, page.folder) != page.folder

    for written, place in _places(page, is_settled):
        use = _use_at(place, page, site)
        if use is None:
            settled[written] = ""
        elif not (answers(use, use.id, page, site) or answers(use, use.id.lower(), page, site)):
            dead.append(use)
        elif use.slug:
            settled[written] = use.folder
    return dead


def answers(use: FragmentUse, id_: str, page: Page, site: Site) -> bool:
    """Return whether the page that a fragment is looked for in has the id."""
    if not use.slug:
        return page.has_id(id_)
    return site.fragments.has(use.locale, use.folder, id_)


def _places(
    page: Page, is_settled: Callable[[Hashable], bool]
) -> Iterator[tuple[Hashable, Link | MacroCall]]:
    """Yield the links and macro calls that may name a fragment, each behind what is written there if that is not settled."""
    targets = {target for target in page.link_targets if "#" in target and not is_settled(target)}
    for link in page.links if targets else ():
        if link.target in targets:
            yield link.target, link
    for call in page.macro_calls:
        written = (call.name, call.inside)
        if ("#" in call.inside or call.inside.count(",") > 1) and not is_settled(written):
            yield written, call


def _use_at(place: Link | MacroCall, page: Page, site: Site) -> FragmentUse | None:
    return _of_link(place, page, site) if isinstance(place, Link) else _of_call(place, page, site)


def _of_link(link: Link, page: Page, site: Site) -> FragmentUse | None:
    fragment = link.target.partition("#")[2].partition(":~:")[0]
    place = _place(link.target, fragment, page, site) if fragment else None
    if place is None:
        return None
    start = link.span.start + link.target.index("#") + 1
    span = Span(start, start + len(fragment))
    exact = page.text[span.start : span.end] == fragment
    return FragmentUse(decode(fragment), *place, span if exact else link.span, exact)


def _place(url: str, fragment: str, page: Page, site: Site) -> tuple[str, str, str] | None:
    """Return locale, folder and slug of the page that a URL with a fragment leads to."""
    if _SPECIAL.fullmatch(fragment):
        return None
    if url.startswith("#"):
        return page.locale, page.folder, ""
    straight = site.links.straight_slug(url, page.locale)
    if straight:
        return _page_place(page.locale, straight, page)
    answer = site.resolve(url, page.locale)
    if answer is None or not answer.locale:
        return None
    if answer.kind == "redirect":
        target = parse_url(answer.target)
        if target is None or target.fragment != url.partition("#")[2]:
            return None
    return _page_place(answer.locale, answer.slug, page)


def _page_place(locale: str, slug: str, page: Page) -> tuple[str, str, str]:
    folder = folder_of(slug)
    is_self = (locale, folder) == (page.locale, page.folder)
    return locale, folder, "" if is_self else slug


def _of_call(call: MacroCall, page: Page, site: Site) -> FragmentUse | None:
    """Return the fragment that a link macro names, in its first argument or in the one for it."""
    link = site.macro_links.find(call, page.locale)
    if link is None or not link.target.anchor or link.answer.kind not in ("page", "case"):
        return None
    anchor = link.target.anchor
    for argument in call.arguments:
        at = page.text.rfind(anchor, argument.span.start, argument.span.end)
        if at > argument.span.start and page.text[at - 1] in "#\"'`":
            span = Span(at, at + len(anchor))
            place = _page_place(link.answer.locale, link.answer.slug, page)
            return FragmentUse(heading_id(anchor), *place, span, True)
    return None

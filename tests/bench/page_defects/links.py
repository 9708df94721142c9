"""Ways to damage links, fragments and images."""

import random
from collections.abc import Callable

from defects import Change, pick, replaced

from mdnkit.page.page import Page
from mdnkit.site.site import Site
from mdnkit.site.slug import locale_name, parse_url
from mdnkit.span import Span
from page_defects.kind import defect, mistyped
from page_defects.macros import LINKS, argument_changed


def links(page: Page, *kinds: str) -> list[Span]:
    """Return where links to pages of MDN stand."""
    return [link.span for link in page.links if link.kind in kinds and parse_url(link.target)]


def link_changed(
    page: Page, chance: random.Random, change: Callable[[str], str], *kinds: str
) -> Change | None:
    span = pick(links(page, *(kinds or ("link",))), chance)
    return replaced(page, span, change(page.text[slice(*span)])) if span else None


def last_mistyped(url: str, chance: random.Random) -> str:
    path, hash_sign, fragment = url.partition("#")
    folder, slash, name = path.rpartition("/")
    return folder + slash + mistyped(name, chance) + hash_sign + fragment


@defect
def link_mistyped(page: Page, site: Site, chance: random.Random) -> Change | None:
    return link_changed(page, chance, lambda url: last_mistyped(url, chance))


@defect
def link_of_html_mistyped(page: Page, site: Site, chance: random.Random) -> Change | None:
    return link_changed(page, chance, lambda url: last_mistyped(url, chance), "html")


@defect
def link_definition_mistyped(page: Page, site: Site, chance: random.Random) -> Change | None:
    return link_changed(page, chance, lambda url: last_mistyped(url, chance), "definition")


@defect
def link_in_lower_case(page: Page, site: Site, chance: random.Random) -> Change | None:
    def lower(url: str) -> str:
        head, docs, slug = url.partition("/docs/")
        return head + docs + slug.lower()

    return link_changed(page, chance, lower)


@defect
def link_to_an_old_address(page: Page, site: Site, chance: random.Random) -> Change | None:
    redirects = site.redirects(page.locale)
    old = chance.choice(redirects.entries).source if redirects else ""
    return (
        link_changed(page, chance, lambda url: old) if " " not in old and "(" not in old else None
    )


@defect
def link_to_another_locale(page: Page, site: Site, chance: random.Random) -> Change | None:
    other = "en-US" if page.is_translation else "de"
    mine = f"/{locale_name(page.locale)}/docs/"
    return link_changed(
        page, chance, lambda url: url.replace(mine, f"/{other}/docs/"), "link", "html", "definition"
    )


@defect
def link_with_host(page: Page, site: Site, chance: random.Random) -> Change | None:
    return link_changed(
        page, chance, lambda url: "https://developer.mozilla.org" + url, "link", "html"
    )


@defect
def link_without_docs(page: Page, site: Site, chance: random.Random) -> Change | None:
    return link_changed(page, chance, lambda url: url.replace("/docs/", "/"))


@defect
def link_without_locale(page: Page, site: Site, chance: random.Random) -> Change | None:
    return link_changed(page, chance, lambda url: url[url.index("/docs/") :], "link", "html")


@defect
def link_without_protocol(page: Page, site: Site, chance: random.Random) -> Change | None:
    return link_changed(page, chance, lambda url: f"//developer.mozilla.org{url}", "link")


@defect
def link_with_spaces_in_its_address(page: Page, site: Site, chance: random.Random) -> Change | None:
    return link_changed(page, chance, lambda url: url.partition("#")[0] + " page")


@defect
def navigation_mistyped(page: Page, site: Site, chance: random.Random) -> Change | None:
    keys = ("previousmenunext", "previousnext", "nextmenu", "next", "previous", "previousmenu")
    return argument_changed(
        page, chance, lambda text: text[0] + last_mistyped(text[1:-1], chance) + text[-1], keys
    )


@defect
def link_to_itself(page: Page, site: Site, chance: random.Random) -> Change | None:
    return link_changed(page, chance, lambda url: f"/{locale_name(page.locale)}/docs/{page.slug}")


@defect
def link_with_a_space(page: Page, site: Site, chance: random.Random) -> Change | None:
    span = pick(links(page, "link"), chance)
    return replaced(page, Span(span.start - 1, span.start), " (") if span else None


@defect
def link_bracket_lost(page: Page, site: Site, chance: random.Random) -> Change | None:
    span = pick(links(page, "link"), chance)
    at = page.text.rfind("[", 0, span.start) if span else -1
    return replaced(page, Span(at, at + 1), "") if span and at != -1 else None


@defect
def fragment_mistyped(page: Page, site: Site, chance: random.Random) -> Change | None:
    spans = [
        link.span
        for link in page.links
        if "#" in link.target and not link.target.startswith("http")
    ]
    span = pick(spans, chance)
    if span is None:
        return None
    path, _, fragment = page.text[slice(*span)].partition("#")
    return replaced(page, span, f"{path}#{mistyped(fragment, chance)}")


@defect
def fragment_of_github(page: Page, site: Site, chance: random.Random) -> Change | None:
    spans = [
        link.span
        for link in page.links
        if "_" in link.target.partition("#")[2] and not link.target.startswith("http")
    ]
    span = pick(spans, chance)
    if span is None:
        return None
    path, _, fragment = page.text[slice(*span)].partition("#")
    return replaced(page, span, f"{path}#{fragment.replace('_', '-')}")


@defect
def fragment_in_capitals(page: Page, site: Site, chance: random.Random) -> Change | None:
    spans = [
        link.span
        for link in page.links
        if "#" in link.target and not link.target.startswith("http")
    ]
    span = pick(spans, chance)
    if span is None:
        return None
    path, _, fragment = page.text[slice(*span)].partition("#")
    return replaced(page, span, f"{path}#{fragment.capitalize()}")


@defect
def macro_link_mistyped(page: Page, site: Site, chance: random.Random) -> Change | None:
    return argument_changed(
        page, chance, lambda text: text[0] + mistyped(text[1:-1], chance) + text[-1], LINKS
    )


@defect
def macro_link_in_wrong_case(page: Page, site: Site, chance: random.Random) -> Change | None:
    return argument_changed(
        page,
        chance,
        lambda text: text[0] + text[1].upper() + text[2:].lower(),
        ("domxref", "httpheader", "svgelement"),
    )


@defect
def image_that_is_not_there(page: Page, site: Site, chance: random.Random) -> Change | None:
    if not site.attachments.are_at_hand("en-us"):
        return None
    block = pick([block for block in page.blocks if block.kind == "paragraph"], chance)
    at = block.span.start if block else 0
    return replaced(page, Span(at, at), "![A diagram](no-such-diagram.svg)\n\n") if block else None

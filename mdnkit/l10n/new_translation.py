"""Lays out the translation of an English page: where it goes, its front matter, and the English text to begin with."""

from pathlib import Path
from typing import NamedTuple

from mdnkit.errors import UsageError
from mdnkit.l10n.state import remarks
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.page.source import Source
from mdnkit.site.site import Site
from mdnkit.site.slug import (
    HOST,
    folder_of,
    is_locale,
    is_safe,
    locale_name,
    parse_url,
)  # fmt: skip
from mdnkit.site.tree import PAGE_NAME

_KEYS = ("title", "short-title", "slug")
"""What of the English front matter a translation has too."""


class NewTranslation(NamedTuple):
    """A translation that has not been written yet."""

    file: Path
    text: str


def lay_out(site: Site, slug: str, locale: str) -> NewTranslation:
    """Return the translation of an English page into `locale`, still in English.

    `slug` may be a path such as `/en-US/docs/Web/API` or the URL of the page. The text is that of the last commit
    that touched the page. Raises UsageError when there is no such page, locale, root or history.
    """
    url = parse_url(slug)
    folder = folder_of(url.slug if url else slug.strip("/"))
    target = _folder(site, locale.lower()) / locale.lower() / folder / PAGE_NAME
    history = site.history
    if history is None or history.head is None:
        raise UsageError(" ".join(remarks(history, 0)))
    newest = history.versions(folder)[:1] if is_safe(folder) else ()
    requests = [(version.commit, version.folder) for version in newest]
    for (commit, _where), text in history.texts(requests).items():
        is_there = isinstance(text, bytes) and folder in history.blobs_now
        if isinstance(text, bytes) and is_there:
            page = Page(Source.decode(text), "", "en-us", folder)
            return NewTranslation(target, _front_matter(page, commit) + _body(page, locale.lower()))
    message = _("There is no English page `{slug}` in the history; name the slug of one.")
    raise UsageError(message.format(slug=slug))


def _folder(site: Site, locale: str) -> Path:
    """Return the root that has the locale, else the first one."""
    if not is_locale(locale) or locale == "en-us":
        message = _(
            "`{locale}` is no locale to translate into; write it as in URLs, such as de or pt-BR."
        )
        raise UsageError(message.format(locale=locale))
    tree = site.tree(locale)
    if tree is not None:
        return tree.root
    if not site.roots.translated:
        raise UsageError(_("There is no folder for translations; name it with --translated-root."))
    return site.roots.translated[0]


def _front_matter(page: Page, commit: str) -> str:
    """Return the front matter of a translation, its titles and slug as English writes them."""
    entries = (page.front_matter.get(key) for key in _KEYS)
    lines = "".join(page.text[entry.span.start : entry.span.end] for entry in entries if entry)
    return f"---\n{lines}l10n:\n  sourceCommit: {commit}\n---\n"


def _body(page: Page, locale: str) -> str:
    """Return the text below the front matter, its links to English pages changed to those of the locale."""
    parts: list[str] = []
    end = page.body.start
    for link in sorted(page.links, key=lambda link: link.span):
        url = parse_url(link.target)
        written = page.text[link.span.start : link.span.end]
        prefix = f"{HOST if url and url.absolute else ''}/en-US/docs/"
        if url is None or not written.startswith(prefix) or link.span.start < end:
            continue
        parts += [
            page.text[end : link.span.start],
            f"{prefix[: -len('en-US/docs/')]}{locale_name(locale)}/docs/",
        ]
        end = link.span.start + len(prefix)
    return "".join((*parts, page.text[end:]))

"""Slugs, the folders they live in, the names of locales, and the URLs of pages."""

import functools
import re
from typing import NamedTuple

EN_US = "en-us"
"""The folder of the locale that every other one is translated from."""

HOST = "https://developer.mozilla.org"

_ESCAPES = (("*", "_star_"), ("::", "_doublecolon_"), (":", "_colon_"), ("?", "_question_"))
_LOCALE = re.compile(r"[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?")
_ENCODED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_NO_NAMES = frozenset(("", ".", ".."))
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_NOT_IN_PATHS = re.compile(r"[%?# ]")
_DOCS = "docs"


def folder_of(slug: str) -> str:
    """Return the folder of a page below its locale: `Web/CSS/:hover` is in `web/css/_colon_hover`.

    https://github.com/mdn/rari/blob/main/crates/rari-doc/src/resolve.rs
    """
    if ":" in slug or "*" in slug or "?" in slug:
        for symbol, word in _ESCAPES:
            slug = slug.replace(symbol, word)
    return slug.lower()


def slug_of(folder: str) -> str:
    """Return the slug of a folder in lower case; only the page itself knows its spelling."""
    for symbol, word in _ESCAPES:
        folder = folder.replace(word, symbol)
    return folder


def is_safe(slug: str) -> bool:
    """Return whether the folder of `slug` certainly lies below its locale.

    It does not with `..`, empty parts, backslashes or control characters.
    """
    return (
        _NO_NAMES.isdisjoint(slug.split("/"))
        and "\\" not in slug
        and (slug.isprintable() or not _CONTROL.search(slug))
    )


@functools.lru_cache(256)
def is_locale(folder: str) -> bool:
    """Return whether a folder is named like a BCP 47 locale in lower case: `de`, `pt-br`."""
    return _LOCALE.fullmatch(folder) is not None


@functools.cache
def locale_name(folder: str) -> str:
    """Return the locale as URLs spell it: `pt-br` is `pt-BR`, `zh-hant-tw` is `zh-Hant-TW`."""
    language, *subtags = folder.lower().split("-")
    return "-".join([language, *(tag.title() if len(tag) == 4 else tag.upper() for tag in subtags)])


class DocsUrl(NamedTuple):
    """The parts of a URL that leads to a page of MDN."""

    locale: str | None
    """As it is written; None when the URL begins with `/docs/`."""
    slug: str
    """Percent-decoded, without the slash at the end."""
    query: str | None
    """What follows `?`; None without one."""
    fragment: str | None
    """What follows `#`, as it is written; None without one."""
    path: str
    """As it is written: without host, query and fragment."""
    absolute: bool
    """Whether the URL names the host."""


@functools.lru_cache(20_000)
def parse_url(url: str) -> DocsUrl | None:
    """Return the parts of `/de/docs/Slug#fragment`, with or without the host of MDN, else None."""
    absolute = url[: len(HOST)].lower() == HOST
    rest, hash_sign, fragment = (url[len(HOST) :] if absolute else url).partition("#")
    path, question_mark, query = rest.partition("?")
    parts = path.split("/", 3)
    if parts[0] or len(parts) < 3:
        return None
    if parts[1] == _DOCS:
        locale, slug = None, path[len("/docs/") :]
    elif len(parts) == 4 and parts[2] == _DOCS and is_locale(parts[1].lower()):
        locale, slug = parts[1], parts[3]
    else:
        return None
    slug = decode(slug.removesuffix("/"))
    if not slug:
        return None
    ending = (query if question_mark else None, fragment if hash_sign else None)
    return DocsUrl(locale, slug, *ending, path, absolute)


def decode(path: str) -> str:
    """Return `path` percent-decoded; an encoded slash, and what is no UTF-8, stay as written."""
    return _ENCODED.sub(_decode_run, path) if "%" in path else path


def _decode_run(match: re.Match[str]) -> str:
    try:
        text = bytes.fromhex(match[0].replace("%", "")).decode("utf-8")
    except UnicodeDecodeError:
        return match[0]
    return text.replace("/", "%2F")


def docs_path(locale: str | None, slug: str) -> str:
    """Return the path of a URL: `/de/docs/Web`, or `/docs/Web` where there is no locale."""
    if _NOT_IN_PATHS.search(slug):
        slug = slug.replace("%", "%25").replace("?", "%3F").replace("#", "%23").replace(" ", "%20")
    return f"/{locale_name(locale)}/docs/{slug}" if locale else f"/docs/{slug}"

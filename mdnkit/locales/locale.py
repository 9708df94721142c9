"""Reads what is known about a locale. A locale without a file of its own is a locale about which nothing is known."""

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Locale:
    """One locale's conventions."""

    name: str
    """As URLs spell it: `de`, `pt-BR`."""
    sections: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """How the English section titles are translated; the first translation is the usual one."""
    macros_as_links: frozenset[str] = frozenset()
    """Link macros that the locale's translators write as Markdown links."""
    links_as_macros: frozenset[str] = frozenset()
    """Link macros that the locale's translators write where English has Markdown links."""


def _words(title: str) -> str:
    return " ".join(title.split()).casefold()


@functools.cache
def locale(folder: str) -> Locale:
    """Return what is known about the locale whose folder is `folder` (`de`, `pt-br`)."""
    path = Path(__file__).with_name(f"{folder}.toml")
    if not path.is_file():
        return Locale(folder)
    data: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    sections = {
        english: (titles,) if isinstance(titles, str) else tuple(titles)
        for english, titles in data.get("sections", {}).items()
    }
    links = data.get("links", {})
    return Locale(
        data["name"],
        sections,
        frozenset(links.get("macros-as-links", ())),
        frozenset(links.get("links-as-macros", ())),
    )


@functools.cache
def _section_keys(folder: str) -> Mapping[str, str]:
    known = locale(folder).sections
    return {_words(title): english for english, titles in known.items() for title in titles}


def section_key(folder: str, title: str) -> str:
    """Return the English title of a section that MDN has on many pages; empty for any other title.

    In English and in every locale, so that `Beispiele` in German and `Examples` in English agree.
    """
    if folder == "en-us":
        return title if title in _standard_titles() else ""
    return _section_keys(folder).get(_words(title), "")


@functools.cache
def _standard_titles() -> frozenset[str]:
    """Return the English titles that some locale knows how to translate."""
    files = Path(__file__).parent.glob("*.toml")
    return frozenset(title for path in files for title in locale(path.stem).sections)

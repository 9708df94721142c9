"""Reads what is known about a locale. A locale without a file of its own is a locale about which nothing is known."""

import functools
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from mdnkit.tables import read_table

EN_US = "en-us"
"""The folder of the locale that the others are translated from."""

_SHORTEST, _LONGEST = 0.4, 2.5
"""How long a paragraph can be, of that in English, where the locale does not say."""


class Term(NamedTuple):
    """An English term and what it is never called in a language."""

    english: re.Pattern[str]
    write: str
    """What to write instead."""
    never: re.Pattern[str]


class Locale(NamedTuple):
    """One locale's conventions."""

    name: str
    """As URLs spell it: `de`, `pt-BR`."""
    spaces: bool = True
    """Whether spaces stand between words."""
    callouts: Mapping[str, str] = {}
    """The labels that MDN shows for `NOTE`, `WARNING` and `CALLOUT`."""
    sections: Mapping[str, tuple[str, ...]] = {}
    """How the English section titles are translated; the first translation is the usual one."""
    titles: Mapping[str, tuple[str, ...]] = {}
    """The forms of page titles by page type, with `{interface}` and `{name}`; the first one is the usual one."""
    number_words: tuple[str, ...] = ()
    """Patterns of the words for 0, 1, 2 and so on, inflections included."""
    shortest: float = _SHORTEST
    longest: float = _LONGEST
    """A paragraph of a line or more is between so many times as wide as in English."""
    macros_as_links: frozenset[str] = frozenset()
    """Link macros that the locale's translators write as Markdown links."""
    links_as_macros: frozenset[str] = frozenset()
    """Link macros that the locale's translators write where English has Markdown links."""
    translated_code: frozenset[str] = frozenset({"comments", "strings"})
    """What of code blocks is translated: `comments`, `strings`."""
    terms: tuple[Mapping[str, str], ...] = ()
    """The term base as it is written; `terms_of` compiles it."""
    claims: Mapping[str, str] = {}
    """How sentences about events speak, as it is written; `claim_words` compiles it."""


class ClaimWords(NamedTuple):
    """How a language says that an event bubbles, is cancelable or composed."""

    subject: re.Pattern[str]
    """How a sentence about the event begins; the group `name` is the type that it names, if any."""
    flags: Mapping[str, re.Pattern[str]]
    """The words for each flag, affirmed or not."""
    any_flag: re.Pattern[str]
    negation: re.Pattern[str]
    condition: re.Pattern[str]
    """Words that make a sentence true of some cases only."""
    clause: re.Pattern[str]
    """What stands between two clauses; what it matches belongs to neither."""
    mistaken: re.Pattern[str] | None
    """Phrases that stand for a flag in translations and mean something else."""


def _words(title: str) -> str:
    return " ".join(title.split()).casefold()


@functools.cache
def locale(folder: str) -> Locale:
    """Return what is known about the locale whose folder is `folder` (`de`, `pt-br`)."""
    path = Path(__file__).with_name(f"{folder}.toml")
    if not path.is_file():
        return Locale(folder)
    data = read_table(path)
    links, length = data.get("links", {}), data.get("length", {})
    return Locale(
        name=data["name"],
        spaces=data.get("spaces", True),
        callouts=data.get("callouts", {}),
        sections=_forms(data.get("sections", {})),
        titles=_forms(data.get("titles", {})),
        number_words=tuple(data.get("number-words", ())),
        shortest=length.get("shortest", _SHORTEST),
        longest=length.get("longest", _LONGEST),
        macros_as_links=frozenset(links.get("macros-as-links", ())),
        links_as_macros=frozenset(links.get("links-as-macros", ())),
        translated_code=frozenset(data.get("code", {}).get("translated", ("comments", "strings"))),
        terms=tuple(data.get("terms", ())),
        claims=data.get("claims", {}),
    )


def _forms(table: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Return a table whose values are one text or several."""
    return {
        key: (value,) if isinstance(value, str) else tuple(value) for key, value in table.items()
    }


@functools.cache
def terms_of(folder: str) -> tuple[Term, ...]:
    """Return the term base of a locale."""
    return tuple(
        Term(
            words_pattern(EN_US, term["english"]),
            term["write"],
            words_pattern(folder, term["never"]),
        )
        for term in locale(folder).terms
    )


@functools.cache
def claim_words(folder: str) -> ClaimWords | None:
    """Return how the language of a locale speaks of an event's flags; None where nobody has written it down."""
    told = locale(folder).claims
    if not told:
        return None
    flags = {name: told[name] for name in ("bubbles", "cancelable", "composed")}
    return ClaimWords(
        subject=re.compile(told["subject"], re.IGNORECASE),
        flags={name: words_pattern(folder, words) for name, words in flags.items()},
        any_flag=re.compile("|".join(flags.values()), re.IGNORECASE),
        negation=words_pattern(folder, told["negation"]),
        condition=words_pattern(folder, told["condition"]),
        clause=re.compile(told["clause"], re.IGNORECASE),
        mistaken=words_pattern(folder, told["mistaken"]) if "mistaken" in told else None,
    )


@functools.cache
def forbidden_words(folder: str) -> re.Pattern[str]:
    """Return what finds any word that the term base of a locale forbids: one look at a page instead of one a term."""
    return words_pattern(folder, "|".join(term["never"] for term in locale(folder).terms))


_HYPHENATED = re.compile(r"[\w-]+")


def may_have_forbidden_words(folder: str, text: str) -> bool:
    """Return whether `forbidden_words` may find something. Where words stand apart, each word is looked at once a run."""
    if not locale(folder).spaces:
        return forbidden_words(folder).search(text) is not None
    return any(_is_forbidden(folder, word) for word in set(_HYPHENATED.findall(text)))


@functools.lru_cache(20_000)
def _is_forbidden(folder: str, word: str) -> bool:
    return forbidden_words(folder).search(word) is not None


def words_pattern(folder: str, words: str) -> re.Pattern[str]:
    """Return what finds a pattern of words in a text of a locale: whole words where the locale has spaces between them."""
    pattern = rf"\b(?:{words})\b" if locale(folder).spaces else words
    return re.compile(pattern, re.IGNORECASE)


@functools.cache
def _section_keys(folder: str) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for english, titles in locale(folder).sections.items():
        for title in map(_words, titles):
            found[title] = (*found.get(title, ()), english)
    return found


def section_key(folder: str, title: str) -> str:
    """Return the English title of a section that MDN has on many pages; empty for any other title.

    In English and in every locale, so that `Beispiele` in German and `Examples` in English agree.
    """
    return next(iter(section_keys(folder, title)), "")


def section_keys(folder: str, title: str) -> tuple[str, ...]:
    """Return the English titles that a standard title can stand for; languages without plurals have one for two."""
    if folder == EN_US:
        return (title,) if title in _standard_titles() else ()
    return _section_keys(folder).get(_words(title), ())


@functools.cache
def _standard_titles() -> frozenset[str]:
    """Return the English titles that some locale knows how to translate."""
    files = Path(__file__).parent.glob("*.toml")
    return frozenset(title for path in files for title in locale(path.stem).sections)

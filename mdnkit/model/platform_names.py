"""The names that scripts use without defining them: of interfaces and their members, of the language, of styles."""

import functools
import re
from collections.abc import Mapping
from pathlib import Path

from mdnkit.page.slip import is_slip

DATA = Path(__file__).parent / "data"
_TABLES = ("interfaces", "namespaces", "dictionaries", "callbacks")
_DEFINED = re.compile(r'^"([\w$]+)"', re.MULTILINE)
_MEMBER = re.compile(r'"n":"([A-Za-z_$][\w$]*)"')
_OF_LANGUAGE = re.compile(r'^"javascript\..*', re.MULTILINE)
_NAME = re.compile(r"[A-Za-z_$][\w$]*")
_STYLE = re.compile(r'^"css\.properties\.([a-z-]+)"', re.MULTILINE)
_DIGITS = re.compile(r"\d+")


@functools.cache
def platform_names() -> frozenset[str]:
    """Return all names, read from the shipped data without parsing it; those of arguments are among them."""
    names: set[str] = set()
    for table in _TABLES:
        text = _text(table)
        names.update(_DEFINED.findall(text), _MEMBER.findall(text))
    compat = _text("compat")
    for line in _OF_LANGUAGE.findall(compat):
        names.update(_NAME.findall(line))
    for style in _STYLE.findall(compat):
        names.add("".join(part.title() for part in style.split("-")))
        names.add(re.sub("-(.)", lambda letter: letter[1].upper(), style))
    return frozenset(names)


def slip_of(word: str) -> str:
    """Return the only name of the platform of which a word is a slip inside it; empty where there is none.

    Words that end otherwise, as `updated` and `update` do, and those with other numbers are names of their own.
    """
    alike = _by_ends().get((word[0], word[-1]), ())
    numbers = _DIGITS.findall(word)
    found = [
        name
        for name in alike
        if -2 < len(name) - len(word) < 2
        and name.lower() != word.lower()
        and is_slip(word, name)
        and _DIGITS.findall(name) == numbers
    ]
    return found[0] if len(found) == 1 else ""


@functools.cache
def _by_ends() -> Mapping[tuple[str, str], list[str]]:
    """Return the names without underscores, which no script has in names of two words, by their first and last letters."""
    names: dict[tuple[str, str], list[str]] = {}
    for name in sorted(platform_names()):
        if "_" not in name:
            names.setdefault((name[0], name[-1]), []).append(name)
    return names


def _text(table: str) -> str:
    return (DATA / f"{table}.json").read_text("ascii")

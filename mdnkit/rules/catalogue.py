"""Finds the rules. A run imports only the files of rules that it selects and that may have something to say of a page."""

import functools
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from mdnkit.discovery import declared, unit_names
from mdnkit.errors import UsageError
from mdnkit.messages import _
from mdnkit.rules import index
from mdnkit.rules.questions import Asked, Questions, questions_of
from mdnkit.rules.rule import Rule

if TYPE_CHECKING:
    from mdnkit.page.page import Page
    from mdnkit.site.site import Site

FOLDERS = ("page", "site", "translation", "compat", "model", "example", "locale", "suppression")
"""The folders of rules, in the order in which a page meets them."""

# https://github.com/mdn/content/blob/main/.markdownlint-cli2.jsonc: rules that are off there, or do nothing without options.
_OFF = {
    "md013": "line-length", "md028": "no-blanks-blockquote", "md031": "blanks-around-fences", "md034": "no-bare-urls",
    "md037": "no-space-in-emphasis", "md042": "no-empty-links", "md043": "required-headings", "md044": "proper-names",
    "md051": "link-fragments", "md054": "link-image-style", "md060": "table-column-style",
}  # fmt: skip


class Named(Protocol):
    """What patterns are compared with: a rule, or what the index has of it."""

    @property
    def id(self) -> str:
        """The id that users see."""
        ...

    @property
    def aliases(self) -> tuple[str, ...]:
        """Other ids under which it is known."""
        ...


class Listed(NamedTuple):
    """What can be said of a rule without importing its file."""

    folder: str
    unit: str
    """The name of the file."""
    id: str
    aliases: tuple[str, ...]
    where: tuple[str, ...]
    front: tuple[str, ...]
    macros: tuple[str, ...]
    unless: str
    """All four as of `Rule`."""

    def load(self) -> Rule[Any]:
        """Import the file and return the rule."""
        return next(rule for rule in rules_of(self.folder, self.unit) if rule.id == self.id)


class RuleSet:
    """The rules of one run. A rule is imported when somebody first asks for it."""

    def __init__(self, select: tuple[str, ...] = ("*",), ignore: tuple[str, ...] = ()) -> None:
        self._select = select
        self._ignore = ignore
        self._questions: dict[tuple[str, ...], Questions] = {}

    @functools.cached_property
    def listed(self) -> tuple[Listed, ...]:
        """Every rule, folder by folder."""
        return tuple(
            rule
            for rule in _every_rule()
            if matches(rule, self._select) and not matches(rule, self._ignore)
        )

    def __iter__(self) -> Iterator[Rule[Any]]:
        """Yield every rule, folder by folder."""
        return (rule.load() for rule in self.listed)

    def of(self, folder: str) -> tuple[Rule[Any], ...]:
        """Return the rules of a folder."""
        return tuple(rule.load() for rule in self.listed if rule.folder == folder)

    def has(self, folder: str) -> bool:
        """Return whether there is a rule of a folder."""
        return any(rule.folder == folder for rule in self.listed)

    def asked_of(self, folders: tuple[str, ...], page: "Page", site: "Site | None" = None) -> Asked:
        """Return each of `folders` with its rules that may have something to say of a page in its site."""
        return self._questions_of(folders).rules_for(page, site)

    def search_ahead(self, folders: tuple[str, ...], page: "Page") -> None:
        """Search a page for what rules of `folders` name, before others are looked at."""
        self._questions_of(folders).search_ahead(page)

    def _questions_of(self, folders: tuple[str, ...]) -> Questions:
        if folders not in self._questions:
            self._questions[folders] = questions_of(folders, self.listed)
        return self._questions[folders]

    def ids_except(self, folders: Iterable[str]) -> frozenset[str]:
        """Return the ids of the rules that stand in none of `folders`."""
        return frozenset(rule.id for rule in self.listed if rule.folder not in folders)


@functools.cache
def _every_rule() -> tuple[Listed, ...]:
    """Return every rule: from the index, and those of files that it does not have yet from the files."""
    indexed: dict[tuple[str, str], list[Listed]] = {}
    for entry in index.INDEX:
        indexed.setdefault(entry[:2], []).append(Listed(*entry))
    return tuple(
        rule
        for folder in FOLDERS
        for unit in unit_names(f"mdnkit.rules.{folder}")
        for rule in indexed.get((folder, unit)) or list_unit(folder, unit)
    )


def list_unit(folder: str, unit: str) -> list[Listed]:
    """Import a file and return what the index should have of it."""
    rules = rules_of(folder, unit)
    return [
        Listed(
            folder, unit, rule.id, rule.aliases, rule.where, rule.front, rule.macros, rule.unless
        )
        for rule in rules
    ]


@functools.cache
def rules_of(folder: str, unit: str) -> tuple[Rule[Any], ...]:
    """Return the rules that the file `unit` of `folder` declares."""
    return tuple(declared(f"mdnkit.rules.{folder}.{unit}", Rule))


@functools.cache
def all_rules() -> RuleSet:
    """Return every rule there is."""
    return RuleSet()


@functools.cache
def select_rules(select: tuple[str, ...], ignore: tuple[str, ...] = ()) -> RuleSet:
    """Return the rules that match a pattern of `select` and none of `ignore`.

    A pattern is an id, an alias, or a glob such as `macro-*`. Raises UsageError for one that matches no rule.
    """
    check_patterns((*select, *ignore))
    return RuleSet(select, ignore)


def check_patterns(patterns: Iterable[str]) -> None:
    """Raise UsageError for a pattern that matches no rule."""
    for pattern in patterns:
        if pattern != "*" and not any(matches(rule, (pattern,)) for rule in all_rules().listed):
            raise UsageError(_unknown(pattern))


def find_rules(name: str) -> list[Rule[Any]]:
    """Return the rules that an id, an alias or a glob means; raises UsageError when there is none."""
    check_patterns((name,))
    return [rule.load() for rule in all_rules().listed if matches(rule, (name,))]


@functools.lru_cache(maxsize=256)
def meant_by(name: str) -> tuple[Listed, ...]:
    """Return what is listed of the rules that an id, an alias or a glob means."""
    return tuple(rule for rule in all_rules().listed if matches(rule, (name,)))


def _unknown(name: str) -> str:
    from difflib import get_close_matches

    if name.lower() in _OFF or name.lower() in _OFF.values():
        message = _("There is no rule {name}: MDN does not use this rule of markdownlint.")
        return message.format(name=name)
    near = get_close_matches(name, [rule.id for rule in all_rules().listed], n=1, cutoff=0.5)
    hint = _(" Did you mean {near}?").format(near=near[0]) if near else ""
    return _("There is no rule {name}.{hint} `mdnkit rules` lists them.").format(
        name=name, hint=hint
    )


def matches(rule: Named, patterns: tuple[str, ...]) -> bool:
    """Return whether any of `patterns` (ids, aliases, globs, in any case) means `rule`."""
    if patterns == ("*",):
        return True
    names = (rule.id, *map(str.lower, rule.aliases))
    return any(fnmatchcase(name, pattern.lower()) for pattern in patterns for name in names)

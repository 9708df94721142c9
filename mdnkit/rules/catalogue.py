"""Finds the rules. A run imports only the files whose rules it selects."""

import functools
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from typing import Any

from mdnkit.discovery import declared, unit_names
from mdnkit.errors import UsageError
from mdnkit.messages import _
from mdnkit.rules.rule import (
    ExampleRule,
    LocaleRule,
    ModelRule,
    PageRule,
    Rule,
    SiteRule,
    SuppressionRule,
    TranslationRule,
)

FOLDERS = ("page", "site", "translation", "model", "example", "locale", "suppression")
"""The folders of rules, in the order in which a page meets them."""


class RuleSet:
    """The rules of one run. A folder of them is imported when somebody first asks for it."""

    def __init__(self, select: tuple[str, ...] = ("*",), ignore: tuple[str, ...] = ()) -> None:
        self._select = select
        self._ignore = ignore

    @functools.cached_property
    def page(self) -> tuple[PageRule, ...]:
        """Rules that are given a page."""
        return tuple(self._of("page"))

    @functools.cached_property
    def site(self) -> tuple[SiteRule, ...]:
        """Rules that are given a page and its site."""
        return tuple(self._of("site"))

    @functools.cached_property
    def translation(self) -> tuple[TranslationRule, ...]:
        """Rules that are given a translation with its original, and the site."""
        return tuple(self._of("translation"))

    @functools.cached_property
    def model(self) -> tuple[ModelRule, ...]:
        """Rules that are given a page and the facts of the model."""
        return tuple(self._of("model"))

    @functools.cached_property
    def example(self) -> tuple[ExampleRule, ...]:
        """Rules that are given an example with what became of it, and the facts of the model."""
        return tuple(self._of("example"))

    @functools.cached_property
    def locale(self) -> tuple[LocaleRule, ...]:
        """Rules that are given a site and a locale."""
        return tuple(self._of("locale"))

    @functools.cached_property
    def suppression(self) -> tuple[SuppressionRule, ...]:
        """Rules that are given a page and the names in its comments that suppress nothing."""
        return tuple(self._of("suppression"))

    def __iter__(self) -> Iterator[Rule[Any]]:
        """Yield every rule, folder by folder."""
        for folder in FOLDERS:
            yield from getattr(self, folder)

    def ids_except(self, folders: Iterable[str]) -> frozenset[str]:
        """Return the ids of the rules that stand in none of `folders`."""
        kept = (folder for folder in FOLDERS if folder not in folders)
        return frozenset(rule.id for folder in kept for rule in getattr(self, folder))

    def _of(self, folder: str) -> Iterator[Rule[Any]]:
        for unit in unit_names(f"mdnkit.rules.{folder}"):
            stem = unit.replace("_", "-")
            if any(_may_match(pattern, stem) for pattern in self._select):
                for rule in rules_of(folder, unit):
                    if matches(rule, self._select) and not matches(rule, self._ignore):
                        yield rule


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
        if pattern != "*" and next(iter(RuleSet((pattern,))), None) is None:
            raise UsageError(_unknown(pattern))


def find_rule(name: str) -> Rule[Any]:
    """Return the rule with the id or alias `name`; raises UsageError when there is none."""
    for rule in all_rules():
        if name == rule.id or name.upper() in rule.aliases:
            return rule
    raise UsageError(_unknown(name))


def _unknown(name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, [rule.id for rule in all_rules()], n=1, cutoff=0.5)
    hint = _(" Did you mean {near}?").format(near=near[0]) if near else ""
    return _("There is no rule {name}.{hint} `mdnkit rules` lists them.").format(
        name=name, hint=hint
    )


def _may_match(pattern: str, stem: str) -> bool:
    """Return whether `pattern` can match a rule of the file `stem`, whose ids begin with the stem."""
    literal = pattern.split("*")[0].split("?")[0].split("[")[0]
    is_alias = pattern[:2].upper() == "MD"
    return is_alias or stem.startswith(literal) or literal.startswith(stem)


def matches(rule: Rule[Any], patterns: tuple[str, ...]) -> bool:
    """Return whether any of `patterns` (ids, aliases in any case, globs) means `rule`."""
    names = (rule.id, *rule.aliases)
    return any(
        fnmatchcase(name, pattern if name == rule.id else pattern.upper())
        for pattern in patterns
        for name in names
    )

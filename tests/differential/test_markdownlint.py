"""mdnkit's rules of Markdown against markdownlint with MDN's configuration, on pages damaged at random.

Needs node, CONTENT_ROOT (for the German pages CONTENT_TRANSLATED_ROOT), and MARKDOWNLINT_MODULES: the folder `node_modules` into
which `npm install markdownlint markdownlint-rule-search-replace markdown-it` has been run, outside the project.
"""

import fnmatch
import os
import random
import shutil
from pathlib import Path

import pytest
from compare import (
    Findings,
    Fixes,
    compared_rules,
    differences,
    fixes,
    markdownlint,
    mdnkit,
)
from damage import damaged
from disagreements import reason_for, reasons
from mdn_configuration import configuration

from mdnkit.rules.catalogue import all_rules

SEED = "mdnkit"
PAGES = 400
EDITS = 8
"""Damages of each page."""

modules = os.environ.get("MARKDOWNLINT_MODULES", "")
ROOTS = {
    "en-us": os.environ.get("CONTENT_ROOT", ""),
    "de": os.environ.get("CONTENT_TRANSLATED_ROOT", ""),
}
can_compare = bool(modules and shutil.which("node"))
locales = pytest.mark.parametrize(
    "locale",
    [
        pytest.param(
            locale,
            marks=pytest.mark.skipif(
                not (can_compare and root),
                reason="needs node, MARKDOWNLINT_MODULES and the root of the pages",
            ),
        )
        for locale, root in ROOTS.items()
    ],
)


def chosen_pages(locale: str) -> dict[str, str]:
    """Return the text of the pages that are compared, by path."""
    root = Path(ROOTS[locale]) / locale
    files = random.Random(SEED).sample(sorted(root.rglob("index.md")), PAGES)
    return {file.relative_to(root).as_posix(): file.read_text("utf-8") for file in files}


def damaged_pages(locale: str) -> dict[str, str]:
    """Return the same pages, each damaged."""
    pages = chosen_pages(locale)
    return {name: damaged(text, SEED + name, EDITS) for name, text in pages.items()}


def theirs_of(pages: dict[str, str], locale: str) -> tuple[Findings, Fixes]:
    """Return what markdownlint reports and fixes with the configuration of a locale."""
    return markdownlint(Path(modules), pages, configuration(translation=locale != "en-us"))


@locales
def test_every_disagreement_has_a_reason(locale: str) -> None:
    pages = damaged_pages(locale)
    ours, (theirs, _) = mdnkit(pages, locale), theirs_of(pages, locale)
    either = {name: ours[name] | theirs[name] for name in pages}
    agreed = sum(len(ours[name] & theirs[name]) for name in pages)
    explained = [
        (difference, reason_for(difference, reasons(), either))
        for difference in differences(ours, theirs)
    ]
    assert [difference for difference, reason in explained if reason is None] == []
    assert agreed > 4 * PAGES, "the damages are found by both"


FIXED_OTHERWISE = {
    "blanks-around-headings": "at the edge of a quotation, markdownlint's blank line belongs to it, mdnkit's stands outside",
    "blanks-around-lists": "as above",
    "blanks-around-tables": "as above",
    "list-indent": "beside a tab, markdownlint counts it as one character, mdnkit as the columns that Markdown counts",
    "list-marker-space": "mdnkit leaves items whose text would belong to something else",
    "no-multiple-blanks": "at the end of a page, mdnkit takes the spaces of the last line away too",
    "no-hard-tabs": "mdnkit leaves tabs whose removal would change what is read",
    "no-missing-space-closed-atx": "mdnkit takes the closing marks away, as headings of MDN have none",
    "no-space-in-code": "markdownlint leaves one space on both sides, which Markdown takes away; mdnkit leaves none",
    "text-nbsp": "mdnkit fixes nothing in code",
    "text-trailing-spaces": "as above",
    "ul-indent": "mdnkit leaves items whose move would change what is read",
}
"""Rules of which a fix may give another text, and why."""


@locales
def test_fixes_are_the_same(locale: str) -> None:
    pages = damaged_pages(locale)
    ours, (theirs, their_fixes) = mdnkit(pages, locale), theirs_of(pages, locale)
    our_fixes = fixes(pages, locale)
    compared = [
        (name, rule)
        for name in pages
        for rule in our_fixes[name].keys() & their_fixes[name].keys()
        if lines_of(rule, ours[name]) == lines_of(rule, theirs[name])
    ]
    others = [(n, rule) for n, rule in compared if our_fixes[n][rule] != their_fixes[n][rule]]
    assert [place for place in others if place[1] not in FIXED_OTHERWISE] == []
    assert len(others) * 10 < len(compared)
    assert len(compared) > 2 * PAGES


def lines_of(rule: str, found: set[tuple[str, int]]) -> set[int]:
    """Return the lines on which a rule reports something."""
    return {line for name, line in found if name == rule}


@locales
def test_damages_reach_the_rules(locale: str) -> None:
    found = {
        rule for issues in mdnkit(damaged_pages(locale), locale).values() for rule, _ in issues
    }
    if locale == "en-us":
        # The front matter, and with it the title, is never damaged.
        assert compared_rules() - found == {"first-line-heading"}
    else:
        english = {"heading-increment", "no-alt-text", "emphasis-style", "text-comma-after-eg"}
        assert not english & found


@locales
def test_pages_that_nobody_damaged_are_clean_for_mdnkit(locale: str) -> None:
    pages = chosen_pages(locale)
    pages = {name: text for name, text in pages.items() if "markdownlint-disable" not in text}
    found = mdnkit(pages, locale)
    assert {name: issues for name, issues in found.items() if issues} == {}


def test_the_table_names_rules() -> None:
    ids = {rule.id for rule in all_rules()}
    for reason in reasons():
        assert fnmatch.filter(ids, reason.rule), reason
        assert set(reason.beside) <= ids
        assert reason.only <= {"mdnkit", "markdownlint"}
        assert reason.why

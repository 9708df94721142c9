"""Compares what mdnkit and markdownlint find in the same pages, rule by rule and line by line."""

import json
import re
import subprocess
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from mdn_configuration import TEXT

from mdnkit.edits import apply_edits
from mdnkit.page.page import Page
from mdnkit.rules.catalogue import all_rules

HERE = Path(__file__).parent

Findings = dict[str, set[tuple[str, int]]]
"""Rules and lines, by page."""

Fixes = dict[str, dict[str, str]]
"""The text of a page after what one rule fixes, by page and rule."""

BLANK_LINES = ("no-multiple-blanks", "single-trailing-newline")
"""The rules that report several blank lines at once."""


class Difference(NamedTuple):
    """A line that one of the two reports."""

    rule: str
    """mdnkit's id."""
    only: str
    """Who reports it: mdnkit or markdownlint."""
    page: str
    line: int


def markdownlint(
    modules: Path, pages: Mapping[str, str], config: Mapping[str, Any]
) -> tuple[Findings, Fixes]:
    """Return what markdownlint reports and fixes in each page. `modules`: where npm put it."""
    given = json.dumps({"modules": str(modules), "config": config, "pages": pages})
    script = HERE / "markdownlint.mjs"
    done = subprocess.run(
        ["node", script], input=given, capture_output=True, encoding="utf-8", check=True
    )
    names = {
        alias: rule.id
        for rule in all_rules()
        for alias in rule.aliases
        if re.fullmatch(r"MD\d{3}", alias)
    }
    answers: dict[str, Any] = json.loads(done.stdout)
    found = {
        page: {(names.get(rule, rule), line) for rule, line in answer["found"]}
        for page, answer in answers.items()
    }
    fixed = {
        page: {names.get(rule, rule): text for rule, text in answer["fixed"].items()}
        for page, answer in answers.items()
    }
    return found, fixed


def mdnkit(pages: Mapping[str, str], locale: str = "en-us") -> Findings:
    """Return the rules and lines that mdnkit's rules of the same names report in each page."""
    compared = compared_rules()
    return {
        name: {
            (rule.id, line)
            for rule in all_rules().of("page")
            if rule.id in compared
            for line in _lines(page, rule)
        }
        for name, page in ((name, Page.parse(text, name, locale)) for name, text in pages.items())
    }


def fixes(pages: Mapping[str, str], locale: str = "en-us") -> Fixes:
    """Return what mdnkit's rules of the same names fix in each page, each rule alone."""
    fixed: Fixes = {}
    for name, text in pages.items():
        page = Page.parse(text, name, locale)
        fixed[name] = {}
        for rule in all_rules().of("page"):
            if rule.id in compared_rules():
                after = apply_edits(text, [problem.edits for problem in rule.check(page)])
                if after != text:
                    fixed[name][rule.id] = after
    return fixed


@cache
def compared_rules() -> frozenset[str]:
    """Return the ids of the rules that both have."""
    aliased = {
        rule.id for rule in all_rules().of("page") if any(a.startswith("MD") for a in rule.aliases)
    }
    return frozenset(aliased - {"fence-info"} | {f"text-{name}" for name in TEXT})


def _lines(page: Page, rule: object) -> Iterator[int]:
    """Yield the lines of a rule's findings; one about several blank lines is about each of them.

    markdownlint counts the end of a page as a line, and reports blank lines at the end one line further down.
    """
    for problem in rule.check(page):
        first = page.source.position(problem.span.start).line
        last = page.source.position(problem.span.end - 1).line
        blank = rule.id in BLANK_LINES and not page.text[slice(*problem.span)].strip()
        at_end = blank and problem.span.end == len(page.text)
        past = at_end and page.text.endswith("\n")
        yield from range(first + at_end, last + 1 + past) if blank else (first,)


def differences(ours: Findings, theirs: Findings) -> Iterator[Difference]:
    """Yield what only one of the two reports."""
    for page in ours:
        yield from (
            Difference(rule, "mdnkit", page, line)
            for rule, line in sorted(ours[page] - theirs[page])
        )
        yield from (
            Difference(rule, "markdownlint", page, line)
            for rule, line in sorted(theirs[page] - ours[page])
        )

"""Every rule against its cases, `tests/rules/<rule id>.md`.

Cases of translation rules have the English page before the translation, which may begin with a line `% state`.
"""

from pathlib import Path
from typing import Any

import pytest
from cases import Case, described, page_of, read_cases

from mdnkit.examples.run import run_examples
from mdnkit.l10n.pair import Pair
from mdnkit.model.compat import open_compat
from mdnkit.model.facts import Facts
from mdnkit.rules.catalogue import FOLDERS, all_rules
from mdnkit.rules.rule import Rule
from mdnkit.site.history import is_commit
from mdnkit.site.site import Roots, Site

HERE = Path(__file__).parent
TREE = HERE / "tree"
# Cases of rules for locales are in tests/site/test_redirect_problems.py: they need trees of their own.
PARTS = {"page": 2, "site": 2, "translation": 3, "compat": 2, "model": 2, "example": 2}
COMPARES = {"example-differs"}
"""Rules for examples whose cases begin with the English page."""


def parts_of(folder: str, rule: str) -> int:
    """Return of how many parts the cases of a rule consist."""
    return 3 if rule in COMPARES else PARTS.get(folder, 2)


def all_cases() -> list[Any]:
    """Return every case of the rules that are given pages."""
    found: list[Any] = []
    for folder in PARTS:
        for rule in all_rules().of(folder):
            path = HERE / "rules" / f"{rule.id}.md"
            cases = read_cases(path, parts_of(folder, rule.id)) if path.exists() else []
            found += [
                pytest.param(folder, rule, case, id=f"{rule.id}: {case.title}") for case in cases
            ]
    return found


@pytest.mark.parametrize(("folder", "rule", "case"), all_cases())
def test_rule(folder: str, rule: Rule[Any], case: Case) -> None:
    site = Site(Roots(TREE / "content", (TREE / "translated",)))
    locale = "de" if folder == "translation" else "en-us"
    text, state = case.parts[-2], "current"
    if text.startswith("% "):
        state, _, text = text[2:].partition("\n")
    page, added = page_of(text, locale)
    commit = page.front_matter.text("l10n", "sourceCommit")
    if not page.front_matter.find("l10n", "sourceCommit"):
        state = "no-hash"
    elif not is_commit(commit):
        state = "malformed-hash"
    given: list[tuple[Any, ...]]
    if folder == "page":
        given = [(page,)]
    elif folder == "site":
        given = [(page, site)]
    elif folder == "compat":
        given = [(page, open_compat())]
    elif folder == "model":
        given = [(page, Facts())]
    elif folder == "example":
        originals = {page.path: page_of(case.parts[0])[0]} if rule.id in COMPARES else {}
        runs = run_examples([page], jobs=1, originals=originals)
        given = [(run, Facts()) for run in runs.get(page.path, ())]
        assert given, "the case has no example"
    else:
        original, _ = page_of(case.parts[0])
        given = [(Pair(page, state, commit, original), site)]
    problems = [problem for arguments in given for problem in rule.check(*arguments)]
    assert described(page, problems, rule.severity, added) == case.expected.strip("\n")
    if problems:
        asked = [one for _, rules in all_rules().asked_of((folder,), page, site) for one in rules]
        assert rule in asked, "`where` is too narrow"


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_rule_has_a_silent_and_a_reporting_case(folder: str) -> None:
    for rule in all_rules().of(folder) if folder != "locale" else ():
        path = HERE / "rules" / f"{rule.id}.md"
        assert path.exists(), f"{rule.id} has no cases"
        expected = [
            bool(case.expected.strip()) for case in read_cases(path, parts_of(folder, rule.id))
        ]
        assert not expected[0], f"{rule.id}: the first case says what must not be reported"
        assert any(expected), f"{rule.id}: no case reports anything"

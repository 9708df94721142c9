"""mdnkit's rules of Markdown against markdownlint with MDN's configuration, on pages damaged at random.

Needs node, CONTENT_ROOT, and MARKDOWNLINT_MODULES: the folder `node_modules` into which
`npm install markdownlint markdownlint-rule-search-replace markdown-it` has been run, outside the project.
"""

import os
import random
import shutil
from pathlib import Path

import pytest
from compare import compared_rules, differences, markdownlint, mdnkit
from damage import damaged
from disagreements import reason_for, reasons

from mdnkit.rules.catalogue import all_rules

SEED = "mdnkit"
PAGES = 400
EDITS = 8
"""Damages of each page."""

modules = os.environ.get("MARKDOWNLINT_MODULES", "")
content = os.environ.get("CONTENT_ROOT", "")
needs_both = pytest.mark.skipif(
    not (modules and content and shutil.which("node")),
    reason="needs node, CONTENT_ROOT and MARKDOWNLINT_MODULES",
)


def damaged_pages() -> dict[str, str]:
    """Return the text of the pages that are compared, each damaged, by path."""
    root = Path(content) / "en-us"
    files = sorted(root.rglob("index.md"))
    chosen = random.Random(SEED).sample(files, PAGES)
    names = {file.relative_to(root).as_posix(): file for file in chosen}
    return {
        name: damaged(file.read_text("utf-8"), SEED + name, EDITS) for name, file in names.items()
    }


@needs_both
def test_every_disagreement_has_a_reason() -> None:
    pages = damaged_pages()
    ours, theirs = mdnkit(pages), markdownlint(Path(modules), pages)
    either = {name: ours[name] | theirs[name] for name in pages}
    agreed = sum(len(ours[name] & theirs[name]) for name in pages)
    explained = [
        (difference, reason_for(difference, reasons(), either))
        for difference in differences(ours, theirs)
    ]
    assert [difference for difference, reason in explained if reason is None] == []
    rare = [difference for difference, reason in explained if reason and reason.rule == "any"]
    assert len(rare) * 100 <= agreed, rare
    assert agreed > 5 * PAGES, "the damages are found by both"


@needs_both
def test_damages_reach_every_rule() -> None:
    found = {rule for issues in mdnkit(damaged_pages()).values() for rule, _ in issues}
    # The front matter, and with it the title, is never damaged.
    assert compared_rules() - found == {"first-line-heading"}


@needs_both
def test_undamaged_pages_are_clean_for_both() -> None:
    root = Path(content) / "en-us"
    chosen = random.Random(SEED).sample(sorted(root.rglob("index.md")), PAGES)
    pages = {file.as_posix(): file.read_text("utf-8") for file in chosen}
    pages = {name: text for name, text in pages.items() if "markdownlint-disable" not in text}
    assert [issue for issues in mdnkit(pages).values() for issue in sorted(issues)] == []


def test_the_table_names_rules() -> None:
    ids = {rule.id for rule in all_rules()} | {"any"}
    for reason in reasons():
        assert {reason.rule, *reason.beside} <= ids
        assert reason.only <= {"mdnkit", "markdownlint"}
        assert reason.why

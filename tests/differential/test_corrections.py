"""Corrections of damaged pages come to an end, and never change code. Needs CONTENT_ROOT."""

import os
import random
from functools import cache
from pathlib import Path

import pytest
from compare import compared_rules
from damage import damaged

from mdnkit.edits import apply_edits
from mdnkit.page.page import Page
from mdnkit.rules.catalogue import all_rules

PAGES = 120
EDITS = 8
ROUNDS = 10
RULES = tuple(rule for rule in all_rules().of("page") if rule.id in compared_rules())

content = os.environ.get("CONTENT_ROOT", "")
needs_content = pytest.mark.skipif(not content, reason="needs CONTENT_ROOT")


@cache
def damaged_pages() -> tuple[Page, ...]:
    """Return damaged pages, the same ones in every run."""
    root = Path(content) / "en-us"
    chosen = random.Random("corrections").sample(sorted(root.rglob("index.md")), PAGES)
    texts = {file: file.read_text("utf-8") for file in chosen}
    return tuple(
        Page.parse(damaged(text, file.parent.name, EDITS), str(file))
        for file, text in texts.items()
    )


def code(page: Page) -> list[str]:
    """Return the text of all code of a page."""
    return [block.text for block in page.all_blocks if block.kind in ("fence", "code")]


@needs_content
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_correction_removes_its_finding_and_changes_no_code(rule: object) -> None:
    for page in damaged_pages():
        edits = [problem.edits for problem in rule.check(page) if problem.edits]
        if edits:
            corrected = Page.parse(apply_edits(page.text, edits), page.path)
            assert [problem for problem in rule.check(corrected) if problem.edits] == [], page.path
            assert code(corrected) == code(page), page.path


@needs_content
def test_all_corrections_together_come_to_an_end() -> None:
    for page in damaged_pages():
        text = page.text
        for _ in range(ROUNDS):
            current = Page.parse(text, page.path)
            edits = [
                problem.edits for rule in RULES for problem in rule.check(current) if problem.edits
            ]
            if not edits:
                break
            text = apply_edits(text, edits)
        assert not edits, page.path

"""Applies the edits of findings, round after round, until nothing is left to apply."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from mdnkit.edits import apply_edits
from mdnkit.finding import Finding
from mdnkit.page.page import Page
from mdnkit.page.source import Source

ROUNDS = 10
"""Edits that are still not done after so many rounds contradict each other."""

Outcome = TypeVar("Outcome")


@dataclass(frozen=True, slots=True)
class Fixed(Generic[Outcome]):
    """A page before and after its edits."""

    before: Page
    after: Page
    """The same page where nothing was to be changed, or where its edits contradict each other."""
    outcome: Outcome
    """What checking `after` gave."""
    settled: bool
    """Whether nothing is left to apply."""


def fix_pages(
    pages: Sequence[Page],
    check: Callable[[list[Page]], list[Outcome]],
    findings: Callable[[Outcome], Sequence[Finding]],
) -> list[Fixed[Outcome]]:
    """Return each page after the edits of its findings.

    `check` returns the outcome of each page, `findings` those of an outcome whose edits are wanted.
    """
    first = check(list(pages))
    fixed = {
        page.path: Fixed(page, page, outcome, settled=False)
        for page, outcome in zip(pages, first, strict=True)
    }
    pending = list(pages)
    for _round in range(ROUNDS + 1):
        changed: list[Page] = []
        for page in pending:
            now = fixed[page.path]
            text = apply_edits(page.text, [f.edits for f in findings(now.outcome)])
            if text == page.text:
                fixed[page.path] = Fixed(now.before, page, now.outcome, settled=True)
            else:
                changed.append(Page(Source(text), page.path, page.locale, page.folder))
        if not changed:
            break
        pending = changed
        for page, outcome in zip(changed, check(changed), strict=True):
            fixed[page.path] = Fixed(fixed[page.path].before, page, outcome, settled=False)
    original = dict(zip(fixed, first, strict=True))
    return [
        entry if entry.settled else Fixed(entry.before, entry.before, original[path], False)
        for path, entry in fixed.items()
    ]

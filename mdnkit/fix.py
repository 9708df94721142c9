"""Applies the edits of findings, round after round, until nothing is left to apply; writes what became of pages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from mdnkit.edits import apply_edits, replace_content
from mdnkit.errors import WriteError
from mdnkit.finding import Finding
from mdnkit.page.page import Page
from mdnkit.page.source import Source

ROUNDS = 10
"""Edits that are still not done after so many rounds contradict each other."""

Outcome = TypeVar("Outcome")


@dataclass(frozen=True, slots=True)
class Fixed(Generic[Outcome]):
    """A page before and after its edits."""

    path: str
    before: str
    after: str
    """The same text where nothing was to be changed, or where the edits contradict each other."""
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
    now = list(zip(pages, first, strict=True))
    for _round in range(ROUNDS):
        texts = [apply_edits(page.text, [f.edits for f in findings(o)]) for page, o in now]
        changed = [number for number, text in enumerate(texts) if text != now[number][0].text]
        if not changed:
            break
        renewed = [_with_text(now[number][0], texts[number]) for number in changed]
        for number, page, outcome in zip(changed, renewed, check(renewed), strict=True):
            now[number] = (page, outcome)
    fixed: list[Fixed[Outcome]] = []
    for before, at_first, (after, outcome) in zip(pages, first, now, strict=True):
        left = apply_edits(after.text, [f.edits for f in findings(outcome)])
        if left == after.text:
            fixed.append(Fixed(before.path, before.text, after.text, outcome, settled=True))
        else:
            fixed.append(Fixed(before.path, before.text, before.text, at_first, settled=False))
    return fixed


def _with_text(page: Page, text: str) -> Page:
    return Page(Source(text), page.path, page.locale, page.folder)


def write_fixed(fixed: Sequence[Fixed[Outcome]]) -> tuple[list[Fixed[Outcome]], list[str]]:
    """Write the pages that were changed. Return the pages whose files now have that text, and why others do not."""
    written: list[Fixed[Outcome]] = []
    unwritten: list[str] = []
    for entry in fixed:
        before, after = Source(entry.before).encode(), Source(entry.after).encode()
        try:
            if before != after:
                replace_content(Path(entry.path), before, after)
            written.append(entry)
        except WriteError as error:
            unwritten.append(str(error))
    return written, unwritten

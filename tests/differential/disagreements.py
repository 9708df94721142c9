"""Reads the table of disagreements that have a reason."""

from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from compare import Difference, Findings

TABLE = Path(__file__).with_name("disagreements.md")


class Reason(NamedTuple):
    """One line of the table."""

    rule: str
    """An id, or a pattern of ids."""
    only: frozenset[str]
    beside: frozenset[str]
    """Rules of which one is reported at the same place; empty where that does not matter."""
    why: str


def reasons() -> tuple[Reason, ...]:
    """Return the lines of the table. Raises ValueError for a line that has other than four cells."""
    rows = [line for line in TABLE.read_text("utf-8").splitlines() if line.startswith("|")][2:]
    found: list[Reason] = []
    for row in rows:
        rule, only, beside, why = (cell.strip() for cell in row.strip("|").split("|"))
        found.append(Reason(rule, _names(only), _names(beside), why))
    return tuple(found)


def _names(cell: str) -> frozenset[str]:
    return frozenset(name.strip() for name in cell.split(",") if name.strip())


def reason_for(
    difference: Difference,
    table: Iterable[Reason],
    found: Findings,
) -> Reason | None:
    """Return the first line that explains a difference; `found`: what either of the two reports in each page."""
    for reason in table:
        beside = {(rule, difference.line) for rule in reason.beside}
        if (
            fnmatchcase(difference.rule, reason.rule)
            and difference.only in reason.only
            and (not beside or beside & found[difference.page])
        ):
            return reason
    return None

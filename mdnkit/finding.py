"""What rules say about a page, and what reports are made of: frozen data without behaviour."""

from enum import StrEnum
from typing import NamedTuple

from mdnkit.span import Span


class Severity(StrEnum):
    """How sure and how serious a finding is. `--fail-on` compares in this order."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """Return 0 for a note, 1 for a warning, 2 for an error."""
        return tuple(Severity).index(self)


class Edit(NamedTuple):
    """Replace the text at `span` by `text`; an empty span inserts."""

    span: Span
    text: str


class Related(NamedTuple):
    """Another place that explains a finding, such as the English line a translation differs from."""

    path: str
    line: int
    """1-based; 0 when the place is a whole file."""
    message: str


class Problem(NamedTuple):
    """What a rule yields: a place in the page and what is wrong there.

    The edits of one problem are applied together or not at all, and applying them removes the problem.
    """

    span: Span
    message: str
    edits: tuple[Edit, ...] = ()
    related: tuple[Related, ...] = ()
    severity: Severity | None = None
    """None: the severity of the rule."""


class Replacement(NamedTuple):
    """An edit as reports write it: the text from a line and column up to others becomes `text`."""

    line: int
    column: int
    end_line: int
    end_column: int
    """1-based, in Unicode code points; the end is exclusive."""
    text: str


class Finding(NamedTuple):
    """A problem with everything a report needs; sorted by path, line, column, rule."""

    path: str
    """Relative to the current folder where it lies below it, else absolute; with `/`."""
    line: int
    column: int
    """1-based, in Unicode code points."""
    rule: str
    end_line: int
    end_column: int
    """1-based and exclusive."""
    message: str
    severity: Severity
    locale: str
    slug: str
    edits: tuple[Edit, ...] = ()
    related: tuple[Related, ...] = ()
    context: str = ""
    """The first line of the page that it is about, without the line end; cut where it is very long."""
    replacements: tuple[Replacement, ...] = ()
    """The edits again, with lines and columns."""

    @property
    def fixable(self) -> bool:
        """Return whether `--fix` can mend it."""
        return bool(self.edits)


class Report(NamedTuple):
    """The outcome of one run of `check`; what every format renders."""

    findings: tuple[Finding, ...]
    """Sorted."""
    pages: int
    translations: int = 0
    """How many of the pages were compared with their English."""
    examples: int = 0
    """How many JavaScript examples were run."""
    seconds: float = 0.0
    remarks: tuple[str, ...] = ()
    """What could not be known in this run, each said once."""

    @property
    def fixable(self) -> int:
        """How many findings `--fix` can mend."""
        return sum(finding.fixable for finding in self.findings)

    def number_of(self, severity: Severity) -> int:
        """Return how many findings have `severity`."""
        return sum(finding.severity is severity for finding in self.findings)

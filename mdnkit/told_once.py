"""One slip is told once: where several rules see its traces, by the rule that knows most of it."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from mdnkit.finding import Finding, Severity


def told_once(
    findings: Sequence[Finding], behind: Mapping[str, tuple[str, ...]]
) -> Sequence[Finding]:
    """Return the findings of a page without those that are another one told again.

    `behind` names, for the id of a rule, the rules that know more. A finding gives way to one of theirs that overlaps it and
    is no less severe.
    """
    given_way = {
        index
        for rule, others in behind.items()
        for severity in Severity
        for index in _covered(findings, rule, severity, others)
    }
    return [finding for index, finding in enumerate(findings) if index not in given_way]


def _covered(
    findings: Sequence[Finding], rule: str, severity: Severity, others: tuple[str, ...]
) -> Iterator[int]:
    """Yield which findings of a rule, of one severity, overlap one of the `others` that is no less severe."""
    places = sorted(
        _place(other)
        for other in findings
        if other.rule in others and other.severity.rank >= severity.rank
    )
    ends = list(accumulate((end for _start, end in places), max))
    for index, finding in enumerate(findings if places else ()):
        if finding.rule == rule and finding.severity is severity:
            start, end = _place(finding)
            begun = bisect_left(places, (end, end))
            at = bisect_left(places, (start, start))
            begins_there = at < len(places) and places[at][0] == start
            if begins_there or (begun and ends[begun - 1] > start):
                yield index


def _place(finding: Finding) -> tuple[tuple[int, int], tuple[int, int]]:
    return (finding.line, finding.column), (finding.end_line, finding.end_column)

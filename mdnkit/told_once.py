"""One slip is told once: where several rules see its traces, by the rule that knows most of it."""

from collections.abc import Mapping, Sequence

from mdnkit.finding import Finding


def told_once(
    findings: Sequence[Finding], behind: Mapping[str, tuple[str, ...]]
) -> Sequence[Finding]:
    """Return the findings of a page without those that are another one told again.

    `behind` names, for the id of a rule, the rules that know more. A finding gives way to one of theirs that overlaps it and
    is no less severe.
    """
    if not behind:
        return findings
    return [
        finding
        for finding in findings
        if not any(
            other.rule in behind.get(finding.rule, ())
            and other.severity.rank >= finding.severity.rank
            and _overlap(finding, other)
            for other in findings
        )
    ]


def _overlap(one: Finding, other: Finding) -> bool:
    """Return whether two places have a character in common, or begin at the same one."""
    starts = (one.line, one.column), (other.line, other.column)
    ends = (one.end_line, one.end_column), (other.end_line, other.end_column)
    return starts[0] == starts[1] or max(starts) < min(ends)

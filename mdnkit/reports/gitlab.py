"""Findings for GitLab's code quality reports, which merge requests show.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

import json

from mdnkit.finding import Report, Severity
from mdnkit.reports._fingerprint import fingerprints
from mdnkit.reports._words import without_surrogates

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(report: Report, color: bool = False) -> str:
    """Return a JSON array with an object for each finding."""
    issues = [
        {
            "description": without_surrogates(finding.message),
            "check_name": finding.rule,
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[finding.severity],
            "location": {
                "path": without_surrogates(finding.path),
                "lines": {"begin": finding.line, "end": finding.end_line},
            },
        }
        for finding, fingerprint in zip(report.findings, fingerprints(report.findings), strict=True)
    ]
    return json.dumps(issues, indent=2) + "\n"

"""Findings for programs; the shape is a contract and is versioned."""

import json
from typing import Any

from mdnkit.finding import Finding, Report, Severity


def render(report: Report, color: bool = False) -> str:
    """Return the report as JSON, version 1."""
    data = {
        "version": 1,
        "summary": {
            "pages": report.pages,
            "errors": report.number_of(Severity.ERROR),
            "warnings": report.number_of(Severity.WARNING),
            "notes": report.number_of(Severity.NOTE),
            "fixable": report.fixable,
            "seconds": round(report.seconds, 2),
        },
        "findings": [_finding(finding) for finding in report.findings],
    }
    return json.dumps(data, indent=2) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    related = [{"path": r.path, "line": r.line, "message": r.message} for r in finding.related]
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "path": finding.path,
        "locale": finding.locale,
        "slug": finding.slug,
        "line": finding.line,
        "column": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
        "message": finding.message,
        "fixable": finding.fixable,
        "related": related,
    }

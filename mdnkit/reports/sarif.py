"""Findings as SARIF 2.1.0, which code scanning services and editors read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

import json
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from mdnkit import __version__
from mdnkit.finding import Finding, Replacement, Report
from mdnkit.reports._fingerprint import fingerprints
from mdnkit.reports._words import without_surrogates
from mdnkit.rules.catalogue import all_rules
from mdnkit.rules.rule import Rule

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def render(report: Report, color: bool = False) -> str:
    """Return the report as one SARIF run, with what each of its rules says of itself."""
    found = {finding.rule for finding in report.findings}
    rules = [rule for rule in all_rules() if rule.id in found]
    numbers = {rule.id: number for number, rule in enumerate(rules)}
    prints = fingerprints(report.findings)
    results = [
        _result(finding, numbers[finding.rule], fingerprint)
        for finding, fingerprint in zip(report.findings, prints, strict=True)
    ]
    driver = {"name": "mdnkit", "version": __version__, "rules": [_rule(rule) for rule in rules]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(rule: Rule[Any]) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": _message(rule.summary),
        "help": {"text": rule.documentation, "markdown": rule.documentation},
        "defaultConfiguration": {"level": str(rule.severity)},
    }


def _result(finding: Finding, number: int, fingerprint: str) -> dict[str, Any]:
    place = {
        "artifactLocation": _artifact(finding.path),
        "region": _region(finding.line, finding.column, finding.end_line, finding.end_column),
    }
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": number,
        "level": str(finding.severity),
        "message": _message(finding.message),
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"mdnkit/v1": fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [
            _related(related.path, related.line, related.message) for related in finding.related
        ]
    if finding.replacements:
        changes = [_change(replacement) for replacement in sorted(finding.replacements)]
        result["fixes"] = [
            {
                "artifactChanges": [
                    {"artifactLocation": _artifact(finding.path), "replacements": changes}
                ]
            }
        ]
    return result


def _related(path: str, line: int, message: str) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": _artifact(path)}
    if line:
        place["region"] = {"startLine": line}
    return {"physicalLocation": place, "message": _message(message)}


def _change(replacement: Replacement) -> dict[str, Any]:
    region = _region(
        replacement.line, replacement.column, replacement.end_line, replacement.end_column
    )
    inserted = {"text": without_surrogates(replacement.text)}
    return {"deletedRegion": region, "insertedContent": inserted}


def _region(line: int, column: int, end_line: int, end_column: int) -> dict[str, int]:
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _artifact(path: str) -> dict[str, str]:
    """Return where a file is: relative to the root of the sources, where the run was made, or as an absolute URI."""
    if PurePath(path).is_absolute():
        return {"uri": "file://" + quote(path.encode("utf-8", "surrogateescape"))}
    return {"uri": quote(path.encode("utf-8", "surrogateescape")), "uriBaseId": "%SRCROOT%"}


def _message(text: str) -> dict[str, str]:
    return {"text": without_surrogates(text)}

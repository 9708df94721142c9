"""Findings as JUnit's XML, which most CI servers show as tests.

A page with findings is a test suite, a finding a test case; errors fail, warnings and notes pass and say what they are.
It keeps to the schema that Jenkins checks reports against, in which a suite has a file and a case has none.
https://github.com/jenkinsci/xunit-plugin, `junit-10.xsd`
"""

from collections.abc import Iterator
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from mdnkit.finding import Finding, Report, Severity
from mdnkit.reports.text import printable, summary


def render(report: Report, color: bool = False) -> str:
    """Return the report as XML; a run without findings is one case that passes."""
    failures = report.number_of(Severity.ERROR)
    tests = len(report.findings) or 1
    numbers = f'tests="{tests}" failures="{failures}" errors="0" time="{report.seconds:.2f}"'
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<testsuites name="mdnkit" {numbers}>']
    for path, findings in groupby(report.findings, key=lambda finding: finding.path):
        lines += _suite(path, list(findings))
    if not report.findings:
        lines.append('  <testsuite name="mdnkit" tests="1" failures="0" errors="0">')
        lines.append(f'    <testcase classname="mdnkit" name={_value(summary(report))}/>')
        lines.append("  </testsuite>")
    return "\n".join([*lines, "</testsuites>"]) + "\n"


def _suite(path: str, findings: list[Finding]) -> Iterator[str]:
    failures = sum(finding.severity is Severity.ERROR for finding in findings)
    numbers = f'tests="{len(findings)}" failures="{failures}" errors="0"'
    yield f"  <testsuite name={_value(path)} file={_value(path)} {numbers}>"
    for finding in findings:
        name = f"{finding.rule} at {finding.line}:{finding.column}"
        yield f"    <testcase classname={_value(path)} name={_value(name)}>"
        message = _value(finding.message)
        if finding.severity is Severity.ERROR:
            yield f'      <failure type="{finding.rule}" message={message}/>'
        else:
            yield f"      <system-out>{_text(f'{finding.severity}: {finding.message}')}</system-out>"
        yield "    </testcase>"
    yield "  </testsuite>"


def _value(text: str) -> str:
    """Return `text` as the value of an attribute, quotes included; XML has no control characters."""
    return quoteattr(printable(text))


def _text(text: str) -> str:
    return escape(printable(text))

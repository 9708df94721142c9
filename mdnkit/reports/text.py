"""Findings for people: grouped by file, each with its line and a caret."""

import unicodedata
from itertools import groupby

from mdnkit.finding import Finding, Report, Severity
from mdnkit.messages import _

_COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
_BOLD, _DIM = "1", "2"


def render(report: Report, color: bool = False) -> str:
    """Return the findings, then one line that says what was done."""
    parts: list[str] = []
    for path, findings in groupby(report.findings, key=lambda finding: finding.path):
        parts.append(_paint(printable(path), _BOLD, color))
        parts.extend(_finding(finding, color) for finding in findings)
        parts.append("")
    parts.extend(_("note: {remark}").format(remark=remark) for remark in report.remarks)
    parts.append(summary(report))
    return "\n".join(parts) + "\n"


def summary(report: Report) -> str:
    """Return one line: what was looked at, what was found, how long it took."""
    done = [_count(report.pages, _("page"), _("pages"))]
    if report.translations:
        done.append(_count(report.translations, _("translation"), _("translations")))
    if report.examples:
        done.append(_count(report.examples, _("example"), _("examples")))
    found = [
        _count(report.number_of(Severity.ERROR), _("error"), _("errors")),
        _count(report.number_of(Severity.WARNING), _("warning"), _("warnings")),
        _count(report.number_of(Severity.NOTE), _("note"), _("notes")),
    ]
    fixable = report.fixable
    fix = _(" ({count} can be mended with --fix)").format(count=fixable) if fixable else ""
    line = _("Checked {done} in {seconds:.2f} s: {found}{fix}.")
    return line.format(
        done=", ".join(done), seconds=report.seconds, found=", ".join(found), fix=fix
    )


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _finding(finding: Finding, color: bool) -> str:
    severity = _paint(str(finding.severity), _COLORS[finding.severity], color)
    rule = _paint(finding.rule, _BOLD, color)
    message = printable(finding.message)
    lines = [f"  {finding.line}:{finding.column} {severity} {rule}: {message}"]
    if finding.context.strip():
        number = str(finding.line)
        shown, start, width = _excerpt(finding)
        lines.append(_paint(f"    {number} | ", _DIM, color) + shown)
        gutter = " " * (4 + len(number)) + " | "
        carets = _paint("^" * width, _COLORS[finding.severity], color)
        lines.append(_paint(gutter, _DIM, color) + " " * start + carets)
    for related in finding.related:
        place = printable(related.path) + (f":{related.line}" if related.line else "")
        lines.append(_paint(f"    {place}: {printable(related.message)}", _DIM, color))
    return "\n".join(lines)


_WIDEST = 100


def _excerpt(finding: Finding) -> tuple[str, int, int]:
    """Return the part of the line to show, and where and how wide its carets are, in terminal cells."""
    line = printable(finding.context)
    start = finding.column - 1
    same_line = finding.end_line == finding.line
    end = max(start + 1, finding.end_column - 1 if same_line else len(line))
    first = max(0, start - _WIDEST // 2) if end > _WIDEST else 0
    shown = line[first : first + _WIDEST]
    before = ("… " if first else "") + line[first:start]
    marked = line[start : min(end, first + _WIDEST)]
    after = " …" if first + _WIDEST < len(line) else ""
    return ("… " if first else "") + shown + after, cells(before), max(1, cells(marked))


def cells(text: str) -> int:
    """Return how many terminal cells `text` takes: East Asian wide characters two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def printable(text: str) -> str:
    """Return `text` without anything that steers a terminal: one visible character for each unprintable one."""
    if text.isprintable():
        return text
    return "".join(
        c if c.isprintable() else " " if c.isspace() else "\N{REPLACEMENT CHARACTER}" for c in text
    )


def _paint(text: str, code: str, color: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if color else text

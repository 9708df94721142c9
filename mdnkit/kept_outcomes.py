"""Outcomes as JSON can hold them.

What runs say of nearly every page is the same besides its path: such pages are told together, by their files. The path that
findings show is nearly always the end of that of the file.
"""

from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Any

from mdnkit.finding import Edit, Finding, Related, Replacement, Severity
from mdnkit.outcome import Outcome
from mdnkit.span import Span

_SIMPLE = (
    "path", "line", "column", "rule", "end_line", "end_column", "message", "severity", "locale",
    "slug", "context",
)  # fmt: skip
_simple_of = attrgetter(*_SIMPLE)


def to_plain(outcomes: Mapping[str, Outcome]) -> dict[str, Any]:
    """Return outcomes, by the absolute path of their page, as JSON can hold them."""
    alike: dict[tuple[object, ...], list[str]] = {}
    paths: dict[str, str] = {}
    findings: dict[str, list[list[Any]]] = {}
    for file, outcome in outcomes.items():
        path, found, silent, is_page, compared, examples, remarks, _content = outcome
        hidden = len(file) - len(path)
        if not file.endswith(path):
            paths[file], hidden = path, 0
        said = (hidden, silent, is_page, compared, examples, remarks)
        alike.setdefault(said, []).append(file)
        if found:
            findings[file] = [*map(_plain, found)]
    return {"alike": [*alike.items()], "paths": paths, "findings": findings}


def from_plain(plain: Mapping[str, Any]) -> dict[str, Outcome]:
    """Return what `to_plain` was given; nothing for what is none of its answers."""
    try:
        findings = {file: tuple(map(_finding, found)) for file, found in plain["findings"].items()}
        return dict(_outcomes(plain["alike"], plain["paths"], findings))
    except (AttributeError, KeyError, TypeError, ValueError):
        return {}


def _outcomes(
    alike: Iterable[Any], paths: Mapping[str, str], findings: Mapping[str, tuple[Finding, ...]]
) -> Iterator[tuple[str, Outcome]]:
    for (hidden, silent, is_page, compared, examples, remarks), files in alike:
        same = tuple(silent), is_page, compared, examples, tuple(remarks)
        for file in files:
            path = paths.get(file) or file[hidden:]
            yield file, Outcome(path, findings.get(file, ()), *same)


def _plain(finding: Finding) -> list[Any]:
    return [
        *_simple_of(finding),
        [[*edit.span, edit.text] for edit in finding.edits],
        [[other.path, other.line, other.message] for other in finding.related],
        [[r.line, r.column, r.end_line, r.end_column, r.text] for r in finding.replacements],
    ]


_SEVERITIES = {str(severity): severity for severity in Severity}


def _finding(plain: list[Any]) -> Finding:
    *simple, edits, related, replacements = plain
    values = dict(zip(_SIMPLE, simple, strict=True))
    values["severity"] = _SEVERITIES[values["severity"]]
    return Finding(
        **values,
        edits=tuple(Edit(Span(start, end), text) for start, end, text in edits),
        related=tuple(Related(*other) for other in related),
        replacements=tuple(Replacement(*replacement) for replacement in replacements),
    )

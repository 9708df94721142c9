"""Front matter: any text has entries inside it or a problem, and fixes lose no entry; a mistyped key may get its name."""

from mdnkit.edits import apply_edits
from mdnkit.page.front_matter import parse_front_matter
from mdnkit.page.page import Page
from mdnkit.page.source import Source
from mdnkit.rules.catalogue import RuleSet

SEEDS = (
    b"title: A\nslug: Web/A\npage-type: guide\nstatus:\n  - experimental\nbrowser-compat: api.A",
    b"title: \"A: b\"\nslug: 'Web/A'\nl10n:\n  sourceCommit: 0123456789012345678901234567890123456789",
    b"status: [deprecated, non-standard]\ntitle: >-\n  A\n  b\n# comment\nsidebar: x # why",
    b"a: &x {b: 1, c: [2, ~]}\nd: *x\ne: |\n  text\n? f\n: g",
    b"title: A\r\nslug: Web/A\r\n",
)
RULES = RuleSet(("front-matter-*",)).of("page")
OPEN, CLOSE = "---\n", "\n---\n\nText.\n"


def try_input(data: bytes) -> None:
    """Raise when something lies outside the text, or when a fix takes an entry away."""
    for locale in ("en-us", "de"):
        _try_text(OPEN + Source.decode(data).text + CLOSE, locale)


def _try_text(text: str, locale: str) -> None:
    matter = parse_front_matter(text)
    assert 0 <= matter.span.start <= matter.content.start <= matter.content.end <= matter.span.end
    assert matter.span.end <= len(text)
    assert not (matter.problem and matter.entries)
    for entry in matter.entries:
        assert matter.content.start <= entry.span.start < entry.span.end <= matter.span.end, entry
    page = Page.parse(text, "index.md", locale)
    for rule in RULES:
        edits = []
        for problem in rule.check(page):
            assert 0 <= problem.span.start <= problem.span.end <= len(text), problem
            edits.append(problem.edits)
        fixed = parse_front_matter(apply_edits(text, edits))
        if not matter.problem:
            assert not fixed.problem, (rule.id, fixed.problem)
            assert len(fixed.entries) >= len(matter.entries), (rule.id, fixed.entries)

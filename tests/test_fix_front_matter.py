"""`--fix` orders and lays out front matter; keys, values and comments stay."""

from hypothesis import given, settings
from hypothesis import strategies as st

from mdnkit.finding import Edit, Finding, Severity
from mdnkit.fix import fix_pages
from mdnkit.page.front_matter_edit import plain_entries
from mdnkit.page.page import Page
from mdnkit.rules.catalogue import all_rules

RULES = [rule for rule in all_rules().of("page") if rule.id.startswith("front-matter-")]

ENTRIES = [
    st.sampled_from(
        ["title: Test\n", "title: 'Test: it'\n", 'title:  "Test"\n', "title: Test # what it is\n"]
    ),
    st.sampled_from(["short-title: T\n", "short-title: 'T' \n", "# short\nshort-title: T\n"]),
    st.sampled_from(["slug: Web/API/Test\n", "slug: 'Web/API/Test'\n"]),
    st.sampled_from(["page-type: web-api-interface\n", "page-type:   web-api-interface\n"]),
    st.sampled_from(
        [
            "status: [experimental, deprecated]\n",
            "status:\n  - experimental # new\n  - deprecated\n",
            "status:\n- non-standard\n# more\n- experimental\n",
            "status: deprecated\n",
        ]
    ),
    st.sampled_from(
        [
            "browser-compat: api.Test\n",
            "browser-compat:\n  - api.Test\n",
            "\nbrowser-compat: ['api.Test']\n",
        ]
    ),
    st.sampled_from(["extra: it's\n", "tags: {a: b}\n"]),
]


def _finding(edits: tuple[Edit, ...]) -> Finding:
    return Finding("index.md", 1, 1, "x", 1, 1, "", Severity.ERROR, "en-us", "", edits)


def _check(pages: list[Page]) -> list[list[Finding]]:
    return [
        [_finding(problem.edits) for rule in RULES for problem in rule.check(page)]
        for page in pages
    ]


@settings(max_examples=40, deadline=None)
@given(st.tuples(*ENTRIES).flatmap(lambda entries: st.permutations(list(entries))))
def test_nothing_is_lost(entries: list[str]) -> None:
    page = Page.parse(
        "---\n" + "".join(entries) + "---\n\n{{Compat}}\n", "index.md", "en-us", "web/api/test"
    )
    (fixed,) = fix_pages([page], _check, lambda outcome: outcome)
    after = Page.parse(fixed.after, "index.md", "en-us", "web/api/test")
    assert fixed.settled
    before, now = (plain_entries(p.front_matter.entries) for p in (page, after))
    assert _sorted(before) == _sorted(now)
    for comment in ("# what it is", "# short", "# new", "# more"):
        assert page.text.count(comment) == fixed.after.count(comment)
    known = [key for key in now if key not in ("extra", "summary", "tags")]
    assert known == ["title", "short-title", "slug", "page-type", "status", "browser-compat"]


def _sorted(said: dict[str, object]) -> dict[str, object]:
    """Return what is said with lists sorted, and those of one item as the item."""
    return {
        key: sorted(value)
        if isinstance(value, tuple) and len(value) > 1
        else value[0]
        if isinstance(value, tuple)
        else value
        for key, value in {**said, "status": _as_list(said["status"])}.items()
    }


def _as_list(value: object) -> object:
    return value if isinstance(value, tuple) else (value,)

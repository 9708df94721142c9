"""Regular front matter: the one pattern tells what the readers tell, and where it matches the rules have nothing to say."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mdnkit.page.block_facts import FITTING_FRONT_MATTER
from mdnkit.page.front_matter import FrontMatter, parse_front_matter
from mdnkit.page.page import Page
from mdnkit.page.regular_front_matter import KEYS
from mdnkit.page.yaml_front_matter import parse_yaml
from mdnkit.rules.catalogue import all_rules, find_rules

ENGLISH = """\
---
title: "A: b event"
short-title: b
slug: Web/API/A/b_event
page-type: web-api-event
status:
  - deprecated
  - non-standard
browser-compat: api.A.b_event
spec-urls: https://b.example/#c
sidebar: learn-how-to
---
"""
TRANSLATED = """\
---
title: 404 Seite nicht gefunden - Übersetzt
slug: Web/A
l10n:
  sourceCommit: 0123456789abcdef0123456789abcdef01234567
---
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ENGLISH, "english"),
        (TRANSLATED, "translation"),
        ("---\ntitle: A\nslug: A\n---\n", "translation"),
        ("---\ntitle: A\nslug: A\npage-type: guide\n---\n", "english"),
        # Anything else is left to the readers.
        ("", ""),
        (ENGLISH.replace("\n", "\r\n"), ""),
        ("\ufeff" + ENGLISH, ""),
        (ENGLISH.replace("title: b", 'title: " "'), ""),
        (ENGLISH.replace("title: b", "title: " + 61 * "b"), ""),
        (ENGLISH.replace("title: b", "title: b\xa0c"), ""),
        (ENGLISH.replace("title: b", "title: b "), ""),
        (ENGLISH.replace("title: b", "title: b # c"), ""),
        (ENGLISH.replace("title: b", "title: True"), ""),
        (ENGLISH.replace("title: b", "title: 12"), ""),
        (ENGLISH.replace("title: b", "title: 'b'"), ""),
        (ENGLISH.replace("title: b", r'title: "\b"'), ""),
        (ENGLISH.replace("status:\n  - deprecated\n  - non-standard", "status:"), ""),
        (ENGLISH.replace("- deprecated", "- standard"), ""),
        (ENGLISH.replace("spec-urls: https:", "spec-urls: "), ""),
        (ENGLISH.replace("sidebar: learn-how-to", "sidebar: null"), ""),
        (ENGLISH.replace("sidebar", "sidebars"), ""),
        (TRANSLATED.replace("abcdef", "987654"), ""),
        (TRANSLATED.replace("slug: Web/A\n", ""), ""),
    ],
)
def test_what_is_regular(text: str, expected: str) -> None:
    assert parse_front_matter(text).regular == expected


def test_what_it_says() -> None:
    front_matter = parse_front_matter(ENGLISH)
    assert front_matter.text("title") == "A: b event"
    assert front_matter.texts("title") == ("A: b event",)
    assert front_matter.texts("status") == ("deprecated", "non-standard")
    assert front_matter.text("status") == ""
    assert front_matter.has("status")
    assert not front_matter.has("l10n")
    assert [entry.key for entry in front_matter.entries] == list(KEYS[:-1])
    commit = parse_front_matter(TRANSLATED).text("l10n", "sourceCommit")
    assert commit == "0123456789abcdef0123456789abcdef01234567"


ODD = st.text(alphabet="abTe01 :#\"'\\/@-_.,<([{&*!|>%$;~?=éß²\xa0\t\r–\u2028", max_size=9)
WORDS = st.one_of(
    ODD,
    ODD.map('"{}"'.format),
    st.sampled_from(("a", "2D a", "404 Not", "::after", "-webkit-a", "NULL", "yes", "1e5", "<a>")),
)
URLS = st.one_of(WORDS, ODD.map("https://{}".format))
LISTS = st.lists(st.sampled_from(("deprecated", "experimental", "non-standard", "a")), max_size=3)
COMMITS = st.sampled_from((40 * "a", 20 * "1e", 39 * "1" + "e", 40 * "1", "a"))
ITEMS = st.lists(st.sampled_from(("deprecated", "experimental", "non-standard", "a")), max_size=3)
COMMITS = st.sampled_from((40 * "a", 20 * "1e", 39 * "1" + "e", 40 * "1", "a"))
VALUES = {
    "status": ITEMS.map(lambda items: "".join(f"\n  - {item}" for item in items)),
    "browser-compat": ODD.map(" api.{}".format),
    "spec-urls": URLS.map(" {}".format),
    "l10n": COMMITS.map("\n  sourceCommit: {}".format),
}


@st.composite
def nearly_regular(draw: st.DrawFn) -> str:
    """Draw a regular front matter of which one line is another, or left out."""
    is_english = draw(st.booleans())
    lines = {
        "title": ' "A: b"',
        "short-title": " b",
        "slug": " Web/A",
        **({"page-type": " guide", "sidebar": " cssref"} if is_english else {}),
    }
    key = draw(st.sampled_from(KEYS))
    lines[key] = draw(VALUES.get(key, WORDS.map(" {}".format)))
    if draw(st.booleans()):
        lines.pop(draw(st.sampled_from(KEYS)), None)
    written = "".join(f"{key}:{lines[key]}\n" for key in KEYS if key in lines)
    return f"---\n{written}---\n"


RULES = [rule.id for rule in all_rules().listed if rule.unless == FITTING_FRONT_MATTER]


@given(nearly_regular())
@example(ENGLISH)
@example(TRANSLATED)
def test_it_says_what_the_readers_say(text: str) -> None:
    front_matter = parse_front_matter(text)
    if not front_matter.regular:
        return
    assert parse_yaml(text, front_matter.content) == front_matter.entries
    plain = FrontMatter(front_matter.entries, front_matter.span, front_matter.content)
    for key in KEYS:
        assert front_matter.has(key) == plain.has(key)
        assert front_matter.get(key) == plain.get(key)
        assert front_matter.text(key) == plain.text(key)
        assert front_matter.texts(key) == plain.texts(key)


@given(nearly_regular())
@example(ENGLISH)
@example(TRANSLATED)
def test_the_rules_have_nothing_to_say_of_it(text: str) -> None:
    found = parse_front_matter(text)
    if not found.regular:
        return
    page = Page.parse(text, locale="en-us" if found.regular == "english" else "de")
    page.front_matter = FrontMatter(found.entries, found.span, found.content)
    for name in RULES:
        for rule in find_rules(name):
            assert list(rule.check(page)) == [], name

"""Whatever a page holds, the rules of Markdown look at it without failing, and correct it without losing words."""

from compare import compared_rules
from hypothesis import given, settings
from hypothesis import strategies as st

from mdnkit.edits import apply_edits
from mdnkit.page.page import Page
from mdnkit.rules.catalogue import all_rules

MARKS = (
    *("- ", "* ", "1. ", "10) ", "> ", "## ", "###", "#", "---", "===", "***", "- : "),
    *(
        "```js\n",
        "```",
        "~~~\n",
        "`",
        "|",
        "| a | b |\n| - | - |\n",
        "$ x\n",
        "[!NOTE]",
        "[NOTE]\n",
    ),
    *("[", "]", "](", "](/x)", "][", "]: /u", "![](", "_", "*", "**", "__", "\\", "&amp;", " -- "),
    *("<b>", "<video>", "<!--", "-->", '{{x("', '")}}', "{{a}}", "“", "’", "word "),
)
WHITE_SPACE = ("  ", "    ", "\t", "\n", "\n\n", "\r\n", "\r", "\u2028", "\xa0")
TEXTS = st.lists(st.sampled_from((*MARKS, *WHITE_SPACE)), max_size=40).map("".join)
FRONT_MATTER = "---\ntitle: Test\n---\n\n"
RULES = tuple(rule for rule in all_rules().of("page") if rule.id in compared_rules())
TAKES_AWAY = frozenset({"link-image-reference-definitions", "ol-prefix"})
"""Rules that remove what nobody uses, or change numbers."""


def letters(text: str) -> str:
    """Return what is left of a text without white space and marks."""
    return "".join(filter(str.isalnum, text))


@settings(max_examples=300, derandomize=True, deadline=None)
@given(TEXTS, st.sampled_from(["", FRONT_MATTER]), st.sampled_from(["en-us", "de"]))
def test_no_text_is_too_odd(text: str, front_matter: str, locale: str) -> None:
    page = Page.parse(front_matter + text, "index.md", locale)
    for rule in RULES:
        problems = list(rule.check(page))
        for problem in problems:
            assert page.body.start <= problem.span.start <= problem.span.end <= len(page.text)
        if rule.id not in TAKES_AWAY and not rule.id.startswith("text-"):
            corrected = apply_edits(page.text, [problem.edits for problem in problems])
            assert letters(corrected) == letters(page.text), rule.id


@settings(max_examples=500, derandomize=True, deadline=None)
@given(TEXTS, st.sampled_from(["", FRONT_MATTER]), st.sampled_from(["en-us", "de"]))
def test_rules_that_are_not_asked_have_nothing_to_say(
    text: str, front_matter: str, locale: str
) -> None:
    page = Page.parse(front_matter + text, "index.md", locale)
    asked = [rule for _, rules in all_rules().asked_of(("page",), page) for rule in rules]
    for rule in all_rules().of("page"):
        assert rule in asked or not list(rule.check(page)), rule.id

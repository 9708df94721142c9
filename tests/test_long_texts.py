"""Texts that are long, deep or never closed take time in proportion to their length."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from mdnkit.check import check_text
from mdnkit.config import Config
from mdnkit.l10n.pairing import Pairing, pair_up
from mdnkit.page.page import Page
from mdnkit.rules.catalogue import all_rules
from mdnkit.site.site import Roots, Site

TREE = Path(__file__).parent / "tree"
CONFIG = Config(TREE / "content", (TREE / "translated",), jobs=1)
PAGE = TREE / "content" / "en-us" / "web" / "test" / "index.md"
HEAD = "---\ntitle: T\nslug: Web/Test\npage-type: guide\n---\n\n"

SHORT, LONG = 4_000, 16_000
"""Characters. What is quadratic takes 16 times as long for the second."""
MOST = 9
"""Times as long as for the short text; twice what is linear, as machines are busy."""
UNNOTICED = 1.0
"""CPU seconds that any text may take."""


def repeated(piece: str) -> Callable[[int], str]:
    """Return what makes a text of a length out of one piece."""
    return lambda length: piece * (length // len(piece) + 1)


REPEATED = (
    "{", "{{", "}}", "{{\n", '{{a("', "{{domxref('Event)}} ", "domxref('a')}} ", "<<domxref(", "[", "]", "![", "[a](", "[a](\n",
    '[a](/x "', "[a](<b ", "[a][b] ", "[a](/en-US/docs/Web/API/Event) ", "<https://a.b> ", "<https://a", "`", "` ", "`a`` ",
    "```\n", "```js\nx\n```\n\n", "~", "*", "* ", "*a ", "*a_ ", "**a*b", "**a** ", "_a ", "***a", "|", "|\n", "| - ",
    "| a |\n| - |\n\n", ">", "> ", "> a\n", "> [!note\n", "- ", "1. ", "- a\n", "1. a\n", "- a\n  - : b\n", "- > ", "<div>", "<",
    "<a ", "<!-- ", "a <!-- \n", "</a>", "a <b>c</b> ", "<?", "<![CDATA[", "<!A ", "<pre>\n", "<!-- mdnkit-disable x -->\n",
    "<!-- mdnkit-disable-next-line no-hard-tabs -->\na\tb\n", "<!-- mdnkit-disable ", "## a\n\n", "a\n=\n", "#", "---\n", " ",
    "\t", "a\t", "\n", "  \n", "\r", "a\r\n", "\xa0", "x", "word ", "\\", "&amp;", "“a” ", "e.g. ", "-", " -- ", "- : ", "\0",
    "[a](#b)\n\n", '{{EmbedLiveSample("a")}}\n\n', "a\n=", "a  b ", "[a]: ", "](https://developer.mozilla.org/", "(a)[b] ",
    "<em><div>", "</em></div>", "| a | b |\n", "{{a}}}} ", "<<<<<<< a\n", "```\n<<<<<<< a\n=======\n>>>>>>> b\n```\n\n",
)  # fmt: skip
SHAPED: dict[str, Callable[[int], str]] = {
    "a string that nothing closes": lambda n: '{{a("' + "x" * n,
    "commas of a call": lambda n: "{{a(" + "," * n + ")}}",
    "brackets in brackets": lambda n: "[" * (n // 2) + "]" * (n // 2),
    "links in links": lambda n: "[" * (n // 4) + "](a)" * (n // 4),
    "parentheses of an address": lambda n: "[a](" + "(" * n,
    "back-ticks, one more each time": lambda n: " ".join(
        "`" * i for i in range(1, int((2 * n) ** 0.5))
    ),
    "a fence that nothing closes": lambda n: "```js\n" + "x\n" * (n // 2),
    "emphasis in emphasis": lambda n: "*a " * (n // 6) + " a*" * (n // 6),
    "end tags of what is not open": lambda n: "<div>" * (n // 10) + "</ul>" * (n // 10),
    "a long table": lambda n: "| a | b |\n| - | - |\n" + "| c | d |\n" * (n // 10),
    "a wide table": lambda n: "|" + " a |" * (n // 8) + "\n|" + " - |" * (n // 8) + "\n",
    "lists in lists": lambda n: "".join("  " * i + "- a\n" for i in range(int(n**0.5))),
    "quotations in quotations": lambda n: "".join(
        ">" * i + "a\n" for i in range(int((2 * n) ** 0.5))
    ),
    "quotation marks in a tag": lambda n: "<a " + 'b="' * (n // 3),
    "attributes": lambda n: "<a " + "b " * (n // 2),
    "elements in elements": lambda n: "<div>\n" * (n // 13) + "</div>\n" * (n // 13),
    "marks of a line across the page": lambda n: "* " * (n // 2) + "a",
    "spaces between words": lambda n: "a" + " " * n + "b",
    "definitions of links": lambda n: "".join(f"[a{i}]: /x\n" for i in range(n // 12)),
}
FRONT_MATTER: dict[str, Callable[[int], str]] = {
    "a long title": lambda n: f"title: {'x' * n}\n",
    "many keys": lambda n: "".join(f"k{i}: a\n" for i in range(n // 9)),
    "one key again and again": lambda n: "title: a\n" * (n // 9),
    "brackets in front matter": lambda n: "a: " + "[" * n + "\n",
    "a long list": lambda n: "status:\n" + "  - a\n" * (n // 6),
    "aliases": lambda n: "a: &a [x]\nb: [" + "*a , " * (n // 5) + "]\n",
    "aliases of aliases": lambda n: "a0: &a0 [x,x]\n" + "".join(
        f"a{i}: &a{i} [*a{i - 1} ,*a{i - 1} ]\n" for i in range(1, n // 30)
    ),
}  # fmt: skip
TEXTS = {
    **{repr(piece): repeated(piece) for piece in REPEATED},
    **SHAPED,
}


def seconds(text: str) -> float:
    """Return how much CPU time a check of a page with this text takes."""
    started = time.process_time()
    report = check_text(text.encode(), PAGE, CONFIG, examples=False)
    assert not [f for f in report.findings if "this is a mistake in mdnkit" in f.message]
    return time.process_time() - started


def is_linear(make: Callable[[int], str]) -> bool:
    """Return whether four times as much text takes about four times as long; a busy machine has a second chance."""
    return any(
        (long := seconds(make(LONG))) < UNNOTICED or long < MOST * seconds(make(SHORT))
        for _ in range(2)
    )


@pytest.fixture(scope="module", autouse=True)
def everything_is_imported() -> None:
    for rule in all_rules():
        assert rule.check
    seconds(HEAD + "[a][b] *c*\n")
    assert Page.parse("[a][b]").blocks


@pytest.mark.parametrize("name", TEXTS)
def test_body(name: str) -> None:
    assert is_linear(lambda length: HEAD + TEXTS[name](length))


@pytest.mark.parametrize("name", FRONT_MATTER)
def test_front_matter(name: str) -> None:
    assert is_linear(lambda length: f"---\n{FRONT_MATTER[name](length)}---\n\nText.\n")


@pytest.mark.parametrize("text", ["[" * 1_000_000, "![a " * 250_000, "[" * 500_000 + "]" * 500_000])
def test_what_nobody_can_wait_for_is_one_finding_and_stays_as_it_is(text: str) -> None:
    content = (HEAD + "```nolang\n```\n\n> [!note]\n> a\n\n" + text + "\n").encode()
    started = time.process_time()
    report = check_text(content, PAGE, CONFIG, examples=False)
    assert time.process_time() - started < 5
    (finding,) = report.findings
    assert finding.rule == "source-readable"
    assert finding.message.startswith("The page is too complex to read: more than 1000 brackets")
    assert finding.edits == ()


def test_a_translation_of_a_page_that_cannot_be_read_is_not_compared() -> None:
    pages = [Page.parse("[" * 5_000, "de/index.md", "de", "web/test")]
    assert pair_up(pages, Site(Roots(TREE / "content", (TREE / "translated",)))) == Pairing()


@pytest.mark.parametrize("piece", ["word ", "x", "`a` "])
def test_a_line_of_two_megabytes(piece: str) -> None:
    """What is quadratic would take hours here."""
    assert seconds(HEAD + piece * (2_000_000 // len(piece)) + "\n") < 30

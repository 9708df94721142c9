"""Damages pages at random, each time in a way that some rule of Markdown is about."""

import random
import re
from collections.abc import Callable

Damage = Callable[[random.Random, list[str]], None]
"""Changes the lines of a page's body, without line ends, in place. It does nothing where it finds no place."""


def damaged(text: str, seed: str, edits: int) -> str:
    """Return `text` with so many random damages below its front matter; the same ones for the same seed."""
    chance = random.Random(seed)
    end = text.find("\n---\n", 4) + 5 if text.startswith("---\n") else 0
    lines = text[end:].split("\n")
    for _ in range(edits):
        chance.choice(DAMAGES)(chance, lines)
    return text[:end] + "\n".join(lines)


def replacing(pattern: str, *wanted: str) -> Damage:
    """Return the damage that replaces one match of `pattern` in some line by one of `wanted`."""
    compiled = re.compile(pattern)

    def damage(chance: random.Random, lines: list[str]) -> None:
        places = [number for number, line in enumerate(lines) if compiled.search(line)]
        if places:
            number = chance.choice(places)
            match = chance.choice(list(compiled.finditer(lines[number])))
            new = match.expand(chance.choice(wanted))
            lines[number] = lines[number][: match.start()] + new + lines[number][match.end() :]

    return damage


def inserting(*blocks: str) -> Damage:
    """Return the damage that puts one of `blocks` before some line."""

    def damage(chance: random.Random, lines: list[str]) -> None:
        at = chance.randrange(len(lines))
        lines[at:at] = chance.choice(blocks).split("\n")

    return damage


def deleting(pattern: str) -> Damage:
    """Return the damage that removes some line that `pattern` matches wholly."""
    compiled = re.compile(pattern)

    def damage(chance: random.Random, lines: list[str]) -> None:
        places = [n for n, line in enumerate(lines[:-1]) if compiled.fullmatch(line)]
        if places:
            del lines[chance.choice(places)]

    return damage


def doubling(pattern: str) -> Damage:
    """Return the damage that repeats some line that `pattern` matches wholly."""
    compiled = re.compile(pattern)

    def damage(chance: random.Random, lines: list[str]) -> None:
        places = [number for number, line in enumerate(lines) if compiled.fullmatch(line)]
        if places:
            at = chance.choice(places)
            lines.insert(at, lines[at])

    return damage


def ending(*ends: str) -> Damage:
    """Return the damage that changes how the page ends."""

    def damage(chance: random.Random, lines: list[str]) -> None:
        while lines and not lines[-1]:
            lines.pop()
        lines[-1:] = (lines[-1] + chance.choice(ends)).split("\n") if lines else [""]

    return damage


def underlining(chance: random.Random, lines: list[str]) -> None:
    """Write a heading with a line below it."""
    places = [number for number, line in enumerate(lines) if re.match(r"##? \w", line)]
    if places:
        at = chance.choice(places)
        lines[at : at + 1] = [lines[at].lstrip("# "), chance.choice(("---", "==="))]


def tilde_fence(chance: random.Random, lines: list[str]) -> None:
    """Write a fence with tildes."""
    marks = [number for number, line in enumerate(lines) if line.lstrip().startswith("```")]
    if len(marks) >= 2:
        first = chance.randrange(0, len(marks) - 1, 2)
        for at in marks[first : first + 2]:
            lines[at] = lines[at].replace("```", "~~~")


DAMAGES: tuple[Damage, ...] = (
    # White space.
    replacing(r"(?<=\w)$", " ", "  ", "   ", "\t"),
    replacing(r"(?<=\w) (?=\w)", "  ", "\t", "   ", "\xa0"),
    replacing(r"^(?=\S)", " ", "  ", "   ", "    ", "\t"),
    replacing(r"^ +(?=\S)", "", " ", "   ", "     ", "\t"),
    deleting(r"\s*"),
    deleting(r"\s*"),
    doubling(r"\s*"),
    doubling(r".*\S.*"),
    deleting(r".*\S.*"),
    inserting("", "\n", "    indented text"),
    ending("", "\n", "\n\n", "\n\n\n", "\n  "),
    # Headings.
    replacing(r"^#(?=#* )", "##", "###", "#", ""),
    replacing(r"^(#+) ", r"\1", r"\1  ", r" \1 ", r"\1\t"),
    replacing(r"^(#+) (.*)", r"\1 \2 \1", r"\1 \2\1", r"\1\2 \1", r"\1  \2 \1", r"\1 \2  \1"),
    replacing(r"^(#+ .*)", r"\1.", r"\1:", r"\1,", r"> \1", r"\1\n"),
    doubling(r"#+ .*"),
    inserting(
        "# Heading", "**Bold line**", "_Italic line_", "**Bold line.**", "---", "***", "* * *"
    ),
    underlining,
    # Lists.
    replacing(
        r"^( *)- (?=\w|`)", r"\1* ", r"\1+ ", r"\1-  ", r"\1-   ", r"\1-", r" \1- ", r"  \1- "
    ),
    replacing(r"^( *)- ", r"\1* ", r"\1-   ", r"\1  - ", r"\1 - ", r"\g<1>1. "),
    replacing(r"^( *)(\d+)\. ", r"\g<1>1. ", r"\g<1>7. ", r"\1\2.  ", r" \1\2. ", r"\1\2) "),
    replacing(r"- : (?=\w)", "- :", "- :  ", "-: "),
    inserting("- item", "1. item", "* item", "2. item", "text"),
    # Quotations.
    replacing(r"^> (?=\S)", ">  ", ">", ">   ", " > ", "> > "),
    replacing(r"^> \[!(\w+)\]$", r"> [\1]", r"> ![\1]"),
    inserting("> quoted", ">  quoted", "> - item\n>   more", "> text\n- item"),
    # Code.
    tilde_fence,
    replacing(r"`(\w+)`", r"` \1`", r"`\1 `", r"` \1 `", r"`  \1 `"),
    inserting(
        "```bash\n$ make\n```", "```bash\n$ make\ndone\n```", "```\n\ttab\n```", "~~~js\n~~~"
    ),
    # Links, images, emphasis, HTML.
    replacing(
        r"(?<!!)\[([^\]\[]+)\]\(([^()\s]+)\)",
        r"[ \1](\2)",
        r"[\1 ](\2)",
        r"(\1)[\2]",
        r"[\1](\2",
        r"[here](\2)",
    ),
    replacing(
        r"(?<!!)\[([^\]\[]+)\]\(([^()\s]+)\)",
        r"[\1][missing]",
        r"[more](\2)",
        r"[\1](../x)",
        r"![](\2)",
    ),
    replacing(
        r"\]\(/en-US/",
        "](en-US/",
        "](https://developer.mozilla.org/en-US/",
        "](http://localhost:5042/en-US/",
    ),
    inserting(
        "[unused]: https://example.org",
        "[a]: /x\n[a]: /y\n\n[a]",
        "[Text][label]\n\n[label]: /x",
        "![](x.png)",
    ),
    replacing(r"(?<!\*)\*\*(\w[^*]*)\*\*", r"__\1__", r"*\1*", r"***\1***"),
    replacing(r"(?<!\w)_(\w+)_(?!\w)", r"*\1*", r"__\1__"),
    replacing(
        r"(?<=\w) (\w+) (?=\w)", r" *\1* ", r" __\1__ ", r" <span>\1</span> ", r" <b>\1</b> "
    ),
    inserting("<font>text</font>", "<img src='x.png'>", "<!-- <font> -->", "<video></video>"),
    # Tables.
    replacing(r"^(\|.*) \|$", r"\1", r"\1 | more |", r"\1 | more"),
    replacing(r"^\| (.*\|)$", r"\1", r"||\1"),
    inserting("| a | b |\n| - | - |\n| c | d |", "a | b\n- | -\nc | d", "| a |\n| - |\n| b | c |"),
    # Words.
    replacing(r'"', "“", "”"),
    replacing(r"'", "’", "‘"),
    replacing(
        r"(?<=\w), (?=\w)", " -- ", ", e.g. ", ", i.e. ", " (e.g. ", ", an e-mail ", " web site "
    ),
    replacing(r"\(https://[^)\s]*\)", "(https://bugzilla.mozilla.org/show_bug.cgi?id=1)"),
)

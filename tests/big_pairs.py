"""Large pages with their translations, always the same ones: what a comparison in near-linear time is measured by."""

import random
from collections.abc import Callable
from typing import NamedTuple

WORDS = [
    "event",
    "handler",
    "page",
    "value",
    "method",
    "returns",
    "object",
    "element",
    "called",
    "when",
    "user",
    "agent",
    "fires",
    "before",
    "property",
    "string",
    "list",
    "of",
    "the",
    "and",
    "is",
    "for",
    "which",
    "document",
    "window",
    "request",
    "response",
    "cache",
    "worker",
    "stream",
    "reader",
]
FRONT_MATTER = "---\ntitle: Test\nslug: Web/Test\n---\n\n"


class Texts(NamedTuple):
    """A page and its translation."""

    english: str
    translated: str


Section = list[str]
"""Blocks; the first one is a heading, but for a text without headings."""


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(WORDS, k=count))


def _paragraph(chance: random.Random, number: int) -> str:
    marks = chance.choice(
        (
            "",
            f" `value{number}`",
            f" {number} times",
            f" [link](/en-US/docs/Web/Page{number % 1000})",
            f' {{{{domxref("Event{number % 1000}")}}}}',
        )
    )
    return f"{_words(chance, 8).capitalize()}{marks} {_words(chance, chance.randint(2, 14))}."


def ordinary(size: int, heading: str = "Section {}", paragraph: str = "") -> list[Section]:
    """Return sections of paragraphs, lists and code, of `size` characters in all; `{}` of a heading is its number."""
    chance = random.Random(size)
    sections: list[Section] = []
    number = length = 0
    while length < size:
        section = [f"## {heading.format(len(sections))}"]
        for _ in range(chance.randint(2, 8)):
            number += 1
            section.append(paragraph or _paragraph(chance, number))
        if not paragraph:
            number += 1
            section.append("\n".join(f"- {_paragraph(chance, number)}" for _ in range(3)))
            section.append(f"```js\nconst value{number} = {chance.randint(0, 99)};\n```")
        sections.append(section)
        length += sum(len(block) + 2 for block in section)
    return sections


def one_section(size: int) -> list[Section]:
    """Return paragraphs without a heading."""
    return [[block for section in ordinary(size) for block in section[1:]]]


def no_marks(size: int) -> list[Section]:
    """Return paragraphs that have nothing but words."""
    chance = random.Random(size)
    return [[f"{_words(chance, 12)}." for _ in range(size // 85)]]


def one_list(size: int) -> list[Section]:
    """Return a page that is one list."""
    chance = random.Random(size)
    return [["\n".join(f"- {_paragraph(chance, number)}" for number in range(size // 100))]]


def one_table(size: int) -> list[Section]:
    """Return a page that is one table."""
    chance = random.Random(size)
    rows = [f"| `name{number}` | {_words(chance, 6)} | {number} |" for number in range(size // 65)]
    return [["\n".join(("| a | b | c |", "| --- | --- | --- |", *rows))]]


def one_fence(size: int) -> list[Section]:
    """Return a page that is one block of code."""
    chance = random.Random(size)
    lines = [f'call{number}({number}, "{_words(chance, 3)}");' for number in range(size // 45)]
    return [["\n".join(("```js", *lines, "```"))]]


def one_paragraph(size: int) -> list[Section]:
    """Return a page that is one paragraph of links, macro calls, code and numbers."""
    chance = random.Random(size)
    kinds = (
        "[link](/en-US/docs/Web/Page{n})", '{{{{domxref("Event{n}")}}}}', "`value{n}`", "{n}", "<b>{n}</b>",
        "[site](https://example.org/{n})", "![image](image{n}.png)", "%d",
    )  # fmt: skip
    return [[" and ".join(chance.choice(kinds).format(n=n) for n in range(size // 28))]]


def same(sections: list[Section], chance: random.Random) -> list[Section]:
    """Return the sections as they are."""
    return sections


def few(sections: list[Section], chance: random.Random) -> list[Section]:
    """Return sections of which one block in a hundred was lost, one added and one moved; items, rows and lines too."""
    blocks = [block for section in sections for block in section]
    if len(blocks) == 1:
        separator = "\n" if "\n" in blocks[0] else " and "
        return [[separator.join(_few(blocks[0].split(separator), chance))]]
    return [_few(blocks, chance)]


def _few(blocks: list[str], chance: random.Random) -> list[str]:
    left = list(blocks[:3])
    for block in blocks[3:-1]:
        roll = chance.random()
        if roll < 0.01:
            continue
        if roll < 0.02:
            left.append(block)
        elif roll < 0.03:
            left.insert(max(3, len(left) - 5), block)
            continue
        left.append(block)
    return left + blocks[3:][-1:]


def shuffled(sections: list[Section], chance: random.Random) -> list[Section]:
    """Return the same headings with the blocks of all sections in another order."""
    blocks = [block for section in sections for block in section[1:]]
    if len(sections) == 1:
        separator = "\n" if "\n" in sections[0][0] and len(blocks) == 0 else "\n\n"
        blocks = [part for block in sections[0] for part in block.split(separator)]
        head, end = (2, -1) if separator == "\n" else (0, len(blocks))
        middle = blocks[head:end]
        chance.shuffle(middle)
        return [[separator.join((*blocks[:head], *middle, *blocks[end:]))]]
    chance.shuffle(blocks)
    rest = iter(blocks)
    return [[section[0], *(next(rest) for _ in section[1:])] for section in sections]


def sections_shuffled(sections: list[Section], chance: random.Random) -> list[Section]:
    """Return the sections in another order."""
    return chance.sample(sections, len(sections))


def foreign(sections: list[Section], chance: random.Random) -> list[Section]:
    """Return sections of another page, of the same size."""
    blocks = [
        f"{_words(chance, 12)} {chance.randint(10**6, 10**7)}."
        for _ in range(len(_text(sections)) // 95)
    ]
    size = chance.randint(3, 6)
    return [[f"### Kapitel {at}", *blocks[at : at + size]] for at in range(0, len(blocks), size)]


Make = Callable[[int], list[Section]]
Alter = Callable[[list[Section], random.Random], list[Section]]

CASES: dict[str, tuple[Make, Alter]] = {
    "equal": (ordinary, same),
    "a few blocks lost, added, moved": (ordinary, few),
    "blocks shuffled": (ordinary, shuffled),
    "sections shuffled": (ordinary, sections_shuffled),
    "equal headings, a few blocks lost": (lambda size: ordinary(size, heading="Same"), few),
    "equal headings, blocks shuffled": (lambda size: ordinary(size, heading="Same"), shuffled),
    "equal headings, sections shuffled": (lambda size: ordinary(size, heading="Same"), sections_shuffled),
    "equal paragraphs, a few lost": (lambda size: ordinary(size, paragraph="Same text."), few),
    "nothing in common": (ordinary, foreign),
    "one section, a few blocks lost": (one_section, few),
    "one section, blocks shuffled": (one_section, shuffled),
    "one section, nothing in common": (one_section, foreign),
    "words only, a few lost": (no_marks, few),
    "one list, a few items lost": (one_list, few),
    "one list, shuffled": (one_list, shuffled),
    "one table, a few rows lost": (one_table, few),
    "one table, shuffled": (one_table, shuffled),
    "one fence, a few lines lost": (one_fence, few),
    "one paragraph, equal": (one_paragraph, same),
    "one paragraph, a few lost": (one_paragraph, few),
}  # fmt: skip
"""How a page is made, and what its translation is made of it."""


def big_pair(case: str, size: int) -> Texts:
    """Return the texts of a case, each of about `size` characters."""
    make, alter = CASES[case]
    sections = make(size)
    altered = alter(sections, random.Random(7))
    return Texts(FRONT_MATTER + _text(sections), FRONT_MATTER + _text(altered))


def _text(sections: list[Section]) -> str:
    return "\n\n".join(block for section in sections for block in section) + "\n"

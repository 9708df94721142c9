"""Compares what a published page shows with the source pages that it should come from, and makes it a page to run."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from mdnkit.examples.extract import Example
from mdnkit.page.info_string import SCRIPT_LANGUAGES
from mdnkit.page.page import Page
from mdnkit.published.page import PublishedPage
from mdnkit.published.shown import PublishedCode
from mdnkit.site.slug import folder_of
from mdnkit.span import Span

ALIKE = 0.5
"""How much of two pieces of code is the same where one is a changed form of the other."""

MOST_LINES = 50_000
"""Of a text without marks, in which examples are looked for."""

_NOT_ALWAYS_SHOWN = frozenset({"hidden", "interactive-example"})

Lines = tuple[str, ...]


class Comparison(NamedTuple):
    """An example of the source, of the published page, or of both."""

    state: str
    """`equal`, `changed`, `missing` (in the published page), `not-shown` (hidden there, or not saved) or `added`."""
    example: Example | None
    """In the source page."""
    code: PublishedCode | None
    """In the published page."""

    def to_json(self) -> dict[str, Any]:
        """Return the states and the lines."""
        return {
            "state": self.state,
            "line": self.code and self.code.line,
            "sourceLine": self.example and self.example.line,
        }


def compare(page: PublishedPage, examples: Sequence[Example]) -> tuple[Comparison, ...]:
    """Return what became of each example of a source page, then what else the published page shows."""
    if page.form == "text":
        return tuple(_find(page, examples))
    scripts = [code for code in page.codes if _may_be_script(code)]
    theirs = [_lines(code.text, page.form) for code in scripts]
    ours = [_lines(example.code, page.form) for example in examples]
    found: list[Comparison] = []
    added: list[PublishedCode] = []
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal":
            pairs = zip(examples[first:last], scripts[start:end], strict=True)
            found += [Comparison("equal", *pair) for pair in pairs]
            continue
        left = list(range(start, end))
        for at in range(first, last):
            alike = next((i for i in left if _is_alike(ours[at], theirs[i])), None)
            if alike is None:
                found.append(_absent(examples[at], bool(page.empty)))
            else:
                left.remove(alike)
                found.append(Comparison("changed", examples[at], scripts[alike]))
        added += [scripts[i] for i in left]
    return (*found, *(Comparison("added", None, code) for code in added if code.language))


def _may_be_script(code: PublishedCode) -> bool:
    """Return whether a block is JavaScript, or whether a converter may have lost its language."""
    return code.language in (*SCRIPT_LANGUAGES, "")


def _lines(code: str, form: str) -> Lines:
    """Return the lines that are compared; only HTML keeps white space as it is."""
    lines = [line.replace("\xa0", " ").rstrip() for line in code.rstrip().split("\n")]
    if form == "html":
        return tuple(lines)
    return tuple(line.strip() for line in lines if line.strip())


def _is_alike(one: Lines, other: Lines) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE


def _absent(example: Example, is_lost: bool = False) -> Comparison:
    hidden = is_lost or not _NOT_ALWAYS_SHOWN.isdisjoint(example.info.words)
    return Comparison("not-shown" if hidden else "missing", example, None)


def _find(page: PublishedPage, examples: Sequence[Example]) -> Iterator[Comparison]:
    """Yield what became of each example in a text that does not mark its code, nor keeps its white space."""
    numbered = [
        (number, line.replace("\xa0", " ").strip())
        for number, line in enumerate(page.text.split("\n")[:MOST_LINES], page.first_line)
        if line.strip()
    ]
    lines = [line for _, line in numbered]
    after = 0
    for example in examples:
        wanted = list(_lines(example.code, page.form))
        found = _window(lines, wanted, after) or _window(lines, wanted, 0)
        if found is None:
            yield _absent(example)
            continue
        start, end = found
        after = end
        text = "".join(f"{line}\n" for line in lines[start:end])
        code = PublishedCode(
            example.info.language, example.info.words, text, example.section, numbered[start][0]
        )
        yield Comparison("equal" if lines[start:end] == wanted else "changed", example, code)


def _window(lines: list[str], wanted: list[str], after: int) -> tuple[int, int] | None:
    """Return where `wanted`, or most of it, stands in `lines` from `after` on."""
    size = len(wanted)
    if not wanted:
        return None
    for start in range(after, len(lines) - size + 1):
        if lines[start] == wanted[0] and lines[start : start + size] == wanted:
            return start, start + size
    matcher = SequenceMatcher(None, lines[after:], wanted, autojunk=False)
    longest = matcher.find_longest_match()
    if not longest.size:
        return None
    first = after + longest.a - longest.b
    start, end = max(after, first), min(len(lines), first + size)
    near = SequenceMatcher(None, lines[start:end], wanted, autojunk=False)
    return (start, end) if near.ratio() >= ALIKE else None


def published_codes(
    page: PublishedPage, comparisons: Sequence[Comparison]
) -> list[tuple[PublishedCode, Example | None]]:
    """Return the code to run, in order, each with the example of the source that it is; all languages."""
    known = {comparison.code: comparison.example for comparison in comparisons if comparison.code}
    codes = page.codes or tuple(known)
    return [(code, known.get(code)) for code in codes]


class PublishedSource(NamedTuple):
    """A published page as a source page that can be run."""

    page: Page
    lines: Mapping[Span, int]
    """Where each of its fences stands in the saved file."""


def source_of(
    page: PublishedPage, codes: Sequence[tuple[PublishedCode, Example | None]]
) -> PublishedSource:
    """Return a page with the code that a published page shows, marked as in its source where that is known."""
    parts = [f"---\ntitle: {json.dumps(page.title)}\nslug: {json.dumps(page.slug)}\n---\n"]
    section = ""
    for code, example in codes:
        if code.section != section:
            section = code.section
            parts.append(f"## {section}\n")
        info = example.info.raw if example else " ".join((code.language, *code.words))
        longest = max(map(len, re.findall("`+", code.text)), default=0)
        fence = "`" * max(3, longest + 1)
        # Every brace gets the backslash that is taken away again when code is read.
        escaped = re.sub(r"([{}])", r"\\\1", code.text)
        parts.append(f"{fence}{info}\n{escaped}{fence}\n")
    locale = page.locale.lower()
    source = Page.parse("\n".join(parts), page.file, locale, folder_of(page.slug))
    fences = zip(source.of_kind("fence"), codes, strict=True)
    return PublishedSource(source, {fence.span: code.line for fence, (code, _) in fences})

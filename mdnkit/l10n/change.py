"""What changed between two states of an English page, as far as it matters to a translator."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import zip_longest
from typing import NamedTuple

from mdnkit.l10n.code import CodeDifference, compare_code
from mdnkit.l10n.equal_runs import opcodes
from mdnkit.l10n.regions import common_ends, differing_regions
from mdnkit.l10n.segments import Segment, segments
from mdnkit.page.front_matter import parse_front_matter
from mdnkit.page.info_string import parse_info_string
from mdnkit.page.inlines import shown_words
from mdnkit.page.page import Page
from mdnkit.page.source import Source


class Kind(StrEnum):
    """What a change touches."""

    FRONT_MATTER = "front-matter"
    STRUCTURE = "structure"
    """Blocks were added, taken away, moved, or became blocks of another kind."""
    PROSE = "prose"
    CODE = "code"
    """Code blocks; code inside a sentence is prose."""
    MACRO = "macro"
    LINK = "link"


class Detail(StrEnum):
    """The same in finer words."""

    FRONT_MATTER = "front-matter"
    SECTION_ADDED = "section-added"
    SECTION_REMOVED = "section-removed"
    SECTION_MOVED = "section-moved"
    STRUCTURE = "structure"
    """Blocks other than headings were added or taken away, or became blocks of another kind."""
    PROSE = "prose"
    CODE = "code"
    CODE_COMMENTS = "code-comments"
    """Nothing but comments of a code block."""
    MACRO = "macro"
    LINK = "link"
    FORMATTING = "formatting"
    """White space, markup, HTML comments: no word a reader sees."""


class Change(NamedTuple):
    """How one state of a page differs from another."""

    kinds: tuple[Kind, ...] = ()
    """In the order of `Kind`; empty when only white space, comments or markup differ."""
    segments: int = 0
    """How many segments were changed, added or taken away; a new title counts as one."""
    details: tuple[tuple[Detail, int], ...] = ()
    """In the order of `Detail`, each with how often: segments, or sections, or 1 for the front matter."""


class Part(NamedTuple):
    """What of a segment is compared."""

    shape: str
    prose: str = ""
    code: tuple[str, str] = ("", "")
    """Info string and content of a code block."""
    macros: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


_FIELDS = (
    ("prose", Kind.PROSE),
    ("code", Kind.CODE),
    ("macros", Kind.MACRO),
    ("links", Kind.LINK),
)
_MASK = re.compile("⟬[^⟭]*⟭")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_HEAD = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_TITLES = ("title", "short-title")
_TITLE_LINES = re.compile(r"^(?:short-)?title:.*(?:\n[ \t].*)*", re.MULTILINE)


def compare(old: Page, new: Page) -> Change:
    """Return how `new` differs from `old`; only what differs is parsed."""
    if old.text == new.text:
        return Change()
    kinds: set[Kind] = set()
    details: Counter[Detail] = Counter()
    (old_head, old_body), (new_head, new_body) = _halves(old.text), _halves(new.text)
    count = 0
    if old_head.strip() != new_head.strip():
        kinds.add(Kind.FRONT_MATTER)
        details[Detail.FRONT_MATTER] = 1
        count += _changed_titles(old_head, new_head)
    lost: list[str] = []
    gained: list[str] = []
    for pair in differing_regions(old_body, new_body):
        first, second = (Page(Source(text)) for text in pair)
        for before, after in segment_pairs(first, second):
            parts = part_of(first, before), part_of(second, after)
            kinds.update(_kinds(*parts))
            count += parts[0] != parts[1]
            details.update(details_of(*parts))
            if after is None and before is not None and before.block.kind == "heading":
                lost.append(first.words(before.block))
            elif before is None and after is not None and after.block.kind == "heading":
                gained.append(second.words(after.block))
    moved = (Counter(lost) & Counter(gained)).total()
    details[Detail.SECTION_MOVED] = moved
    details[Detail.SECTION_ADDED] = len(gained) - moved
    details[Detail.SECTION_REMOVED] = len(lost) - moved
    if not kinds:
        details[Detail.FORMATTING] = max(1, details[Detail.FORMATTING])
    return Change(
        tuple(kind for kind in Kind if kind in kinds),
        count,
        tuple((detail, details[detail]) for detail in Detail if details[detail]),
    )


def _halves(text: str) -> tuple[str, str]:
    """Return the front matter between its delimiters, and what follows it."""
    head = _HEAD.match(text)
    return (head[1], text[head.end() :]) if head else ("", text)


def _changed_titles(old_head: str, new_head: str) -> int:
    """Return how many of the titles differ; the lines of other keys are not read."""
    old, new = ("\n".join(_TITLE_LINES.findall(head)) for head in (old_head, new_head))
    if old == new:
        return 0
    before, after = (parse_front_matter(f"---\n{lines}\n---\n") for lines in (old, new))
    return sum(before.text(key) != after.text(key) for key in _TITLES)


class _Text(NamedTuple):
    """The segments of a page, and what is equal when they are."""

    segments: Sequence[Segment]
    keys: Sequence[tuple[str, str]]

    @classmethod
    def of(cls, page: Page) -> "_Text":
        found = segments(page)
        return cls(
            found, [(s.shape, page.text[s.block.span.start : s.block.span.end]) for s in found]
        )


def part_of(page: Page, segment: Segment | None) -> Part:
    """Return what of a segment is compared; nothing of one that is not there."""
    if segment is None:
        return Part("")
    block = segment.block
    if block.kind in ("fence", "code"):
        return Part(segment.shape, code=(block.info, block.text))
    macros = tuple(page.text[call.span.start : call.span.end] for call in page.calls_in(block.span))
    if block.kind == "html":
        text = _COMMENT.sub("", _MASK.sub("⟬⟭", block.text))
        return Part(segment.shape, " ".join(text.split()), macros=macros)
    prose = _MASK.sub("⟬⟭", shown_words(block.text, page.references))
    if not prose.replace("⟬⟭", "").strip():
        prose = ""
    links = tuple(inline.target for inline in page.inlines(block) if inline.target)
    return Part(segment.shape, " ".join(prose.split()), macros=macros, links=links)


def segment_pairs(old: Page, new: Page) -> Iterator[tuple[Segment | None, Segment | None]]:
    """Yield the segments of two texts that are not the same, each with its counterpart where it has one."""
    ours, theirs = _Text.of(old), _Text.of(new)
    start, end = common_ends(ours.keys, theirs.keys)
    first = ours.segments[start : len(ours.segments) - end]
    second = theirs.segments[start : len(theirs.segments) - end]
    keys = ours.keys[start : len(ours.keys) - end], theirs.keys[start : len(theirs.keys) - end]
    for tag, i1, i2, j1, j2 in opcodes(*keys):
        if tag != "equal":
            yield from _counterparts(first[i1:i2], second[j1:j2])


_LARGEST = 10_000
"""Possible pairs beyond which segments are paired by position: matching takes their square."""


def _counterparts(
    ours: Sequence[Segment], theirs: Sequence[Segment]
) -> Iterator[tuple[Segment | None, Segment | None]]:
    """Yield segments that were replaced by others: those of one shape are counterparts."""
    if len(ours) * len(theirs) > _LARGEST:
        yield from zip_longest(ours, theirs)
        return
    shapes = [segment.shape for segment in ours], [segment.shape for segment in theirs]
    for _tag, i1, i2, j1, j2 in opcodes(*shapes):
        # Where shapes differ, a block has become one of another kind; what is left came or went.
        yield from zip_longest(ours[i1:i2], theirs[j1:j2])


def _kinds(old: Part, new: Part) -> Iterator[Kind]:
    """Yield what differs between two segments."""
    if old.shape != new.shape:
        yield Kind.STRUCTURE
    for field, kind in _FIELDS:
        if getattr(old, field) != getattr(new, field):
            yield kind


def details_of(old: Part, new: Part) -> Iterator[Detail]:
    """Yield in finer words what differs between two segments; headings that came or went are left to the caller."""
    if old == new:
        yield Detail.FORMATTING
        return
    is_section = not (old.shape and new.shape) and "heading" in old.shape + new.shape
    for kind in _kinds(old, new):
        if kind is Kind.STRUCTURE and is_section:
            continue
        if kind is Kind.CODE and _only_comments(old.code, new.code):
            yield Detail.CODE_COMMENTS
        else:
            yield Detail(kind.value)


def _is_beginning(line: str, others: Sequence[str]) -> bool:
    """Return whether one of some sorted texts begins with a line; it follows the line in their order then."""
    at = bisect_left(others, line)
    return at < len(others) and others[at].startswith(line)


_COMMENT_MARK = re.compile(r"//|/\*|\*/|^\s*\*|#|<!--|-->|^\s*$|;;|%%")


def _only_comments(old: tuple[str, str], new: tuple[str, str]) -> bool:
    """Return whether two code blocks differ in nothing but comments."""
    if old[0] != new[0] or not old[1] or not new[1]:
        return False
    # Lexing is slow; a changed line without anything that could begin a comment settles it.
    changed = set(old[1].splitlines()) ^ set(new[1].splitlines())
    marked = sorted(line.strip() for line in changed if _COMMENT_MARK.search(line))
    if not all(_is_beginning(line.strip(), marked) for line in changed):
        return False
    language = parse_info_string(old[0]).language
    return compare_code(language, old[1], new[1]) is CodeDifference.COMMENTS

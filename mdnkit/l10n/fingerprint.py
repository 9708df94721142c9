"""What of a segment survives translation: code, link targets, macro targets, numbers."""

import re
from collections import Counter

from mdnkit.l10n.segments import Segment
from mdnkit.macros.targets import target
from mdnkit.page.macro_call import MacroCall
from mdnkit.page.page import Page
from mdnkit.site.slug import parse_url

_NUMBER = re.compile(r"\d+")


def fingerprint(page: Page, segment: Segment) -> Counter[str]:
    """Return the marks of a segment that a translation keeps, each with how often it occurs."""
    block = segment.block
    marks: Counter[str] = Counter()
    if block.kind in ("fence", "code"):
        marks[f"code:{block.text}"] += 3
        marks[f"info:{block.info}"] += 1
        return marks
    if block.kind == "html":
        marks.update(re.findall(r"<[a-z][\w-]*", block.text))
    for call in page.calls_in(block.span):
        marks[call_mark(call)] += 1
    for inline in page.inlines(block):
        if inline.kind == "code":
            marks[f"code:{inline.text}"] += 1
        elif inline.kind in ("link", "image", "autolink"):
            marks[link_mark(inline.target)] += 1
    marks.update(f"number:{number}" for number in _NUMBER.findall(page.words(block)))
    return marks


def call_mark(call: MacroCall) -> str:
    """Return the mark of a macro call: where it leads, else its name with its first argument."""
    where = target(call)
    if where is not None:
        return f"link:{where.candidates[0].rpartition('/')[2].lower()}"
    return f"macro:{call.key}:{call.text(0)}"


def link_mark(url: str) -> str:
    """Return the mark of a link: the last part of its slug, so that a macro and a link to one page agree.

    Fragments follow the headings of the page.
    """
    if url.startswith("#"):
        return "url:#"
    parts = parse_url(url)
    return f"link:{parts.slug.rpartition('/')[2].lower()}" if parts else f"url:{url}"


def likeness(first: Counter[str], second: Counter[str]) -> float:
    """Return how much two fingerprints share, from 0 to 1; 0.5 where neither has a mark."""
    if not first and not second:
        return 0.5
    few, many = (first, second) if len(first) < len(second) else (second, first)
    shared = sum(min(count, many[mark]) for mark, count in few.items() if mark in many)
    return shared / max(1, first.total() + second.total() - shared)

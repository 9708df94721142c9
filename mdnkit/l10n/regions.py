"""Cuts Markdown where a new top-level block certainly begins, so that what two texts share need not be parsed."""

import re
from collections.abc import Iterator, Sequence

from mdnkit.l10n.equal_runs import opcodes

_FENCE_OR_BREAK = re.compile(r"^[ \t]*(?:(`{3,}|~{3,})(.*)|\r?\n(?=[^\s\d*+-]))", re.MULTILINE)
"""A line that opens or closes a code block, or an empty line before one that cannot continue a list."""

_HTML = re.compile(r"^[ \t>*+\d.)-]*<", re.MULTILINE)
"""A line that may begin raw HTML, in which nothing is a fence before an empty line."""

_REACHES_ACROSS = re.compile(
    r"""^\ {0,3}(?:
        \[[^\]\n]+\]:                          # a link definition is used anywhere in the page
        | <(?:pre|script|style|textarea|\?)    # HTML blocks that empty lines do not end
        | <!(?!--.*-->)
    )""",
    re.MULTILINE | re.IGNORECASE | re.VERBOSE,
)


def regions(text: str) -> list[str]:
    """Return the parts of a Markdown text that can be parsed one by one; joined, they are the text.

    A text with something that reaches over empty lines other than a code block is a single part.
    https://spec.commonmark.org/0.31.2/#html-blocks
    """
    if _REACHES_ACROSS.search(text):
        return [text]
    fence = ""
    starts = [0]
    for match in _FENCE_OR_BREAK.finditer(text):
        marker, rest = match[1], match[2]
        if marker is None:
            if not fence:
                starts.append(match.end())
        elif not fence:
            if marker[0] == "~" or "`" not in rest:
                fence = marker
                above = max(text.rfind("\n\n", 0, match.start()), 0)
                if _HTML.search(text, above, match.start()):
                    return [text]
        elif marker.startswith(fence) and not rest.strip():
            fence = ""
    if fence:
        return [text]
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def differing_regions(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Yield what differs between two Markdown texts: each pair stands at one place, one side may be empty."""
    first, second = regions(old), regions(new)
    start, end = common_ends(first, second)
    first, second = first[start : len(first) - end], second[start : len(second) - end]
    for tag, i1, i2, j1, j2 in opcodes(first, second):
        if tag != "equal":
            yield "".join(first[i1:i2]), "".join(second[j1:j2])


def common_ends(first: Sequence[object], second: Sequence[object]) -> tuple[int, int]:
    """Return how many items two sequences share at their start, and at their end after that."""
    most = min(len(first), len(second))
    start = next((i for i in range(most) if first[i] != second[i]), most)
    most -= start
    end = next((i for i in range(most) if first[-1 - i] != second[-1 - i]), most)
    return start, end

"""The mapping table of tr46 -> what UTS #46 does with each code point of a domain.

https://www.unicode.org/reports/tr46/#IDNA_Mapping_Table
"""

from collections.abc import Iterable, Iterator
from typing import Any

MAPPED, VALID, DISALLOWED, DEVIATION, IGNORED = 1, 2, 3, 6, 7
"""Statuses, as the package writes them. Deviations are valid: nothing that is processed here is transitional."""

PAGE = 0x1000
"""Code points of a line."""

_STRIDES = (1, 2)
"""Letters of one case stand one after the other, or take turns with those of the other case."""


def compile_domains(table: list[list[Any]]) -> dict[str, str]:
    """Return entries by status and page; a code point that no entry names is valid.

    `table` has rows of a code point, or the first and the last of several, a status, and the text that a mapped one
    becomes. Entries are hexadecimal and separated by spaces: `a1` or `a1-af` are disallowed or ignored; `c5=e5` is mapped,
    `df=73,73` to two code points; `41*1a=61` is 26 code points that are mapped to as many, and `100/18=101` every second
    one of 24.
    """
    lines: dict[str, list[str]] = {}
    rows = [
        (*(row[0] if isinstance(row[0], list) else (row[0], row[0])), *row[1:]) for row in table
    ]
    for status, name in ((DISALLOWED, "disallowed"), (IGNORED, "ignored")):
        for first, last in _joined((row[0], row[1]) for row in rows if row[2] == status):
            entry = f"{first:x}" if first == last else f"{first:x}-{last:x}"
            lines.setdefault(_key(name, first), []).append(entry)
    mapped = {
        code: row[3] for row in rows if row[2] == MAPPED for code in range(row[0], row[1] + 1)
    }
    for first, entry in _mappings(mapped):
        lines.setdefault(_key("mapped", first), []).append(entry)
    return {key: " ".join(entries) for key, entries in lines.items()}


def _key(status: str, code: int) -> str:
    return f"{status} {code // PAGE:03x}"


def _joined(ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield ranges of code points, those that touch as one."""
    start, end = -1, -2
    for first, last in ranges:
        if first != end + 1:
            if start >= 0:
                yield start, end
            start = first
        end = last
    if start >= 0:
        yield start, end


def _mappings(mapped: dict[int, str]) -> Iterator[tuple[int, str]]:
    """Yield the first code point of each entry, and the entry."""
    left = dict(mapped)
    for first in mapped:
        if first not in left:
            continue
        count, stride = max((_length(left, first, stride), -stride) for stride in _STRIDES)
        run = f"{'*' if stride == -1 else '/'}{count:x}" if count > 1 else ""
        yield first, f"{first:x}{run}={','.join(f'{ord(letter):x}' for letter in left[first])}"
        for code in range(first, first - stride * count, -stride):
            del left[code]


def _length(mapped: dict[int, str], first: int, stride: int) -> int:
    """Return how many code points, `stride` apart, are mapped to code points that are as far apart."""
    count, target = 1, mapped[first]
    if len(target) != 1:
        return 1
    while mapped.get(first + stride * count) == chr(min(ord(target) + stride * count, 0x10FFFF)):
        count += 1
    return count

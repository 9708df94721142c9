"""Tells findings apart across runs, for programs that follow them."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable

from mdnkit.finding import Finding


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """Return 64 hexadecimal digits for each finding, all different.

    They stay the same when lines are added above: they are made of path, rule, message and the text of the line, and where
    those are the same, of a count.
    """
    seen: Counter[tuple[str, str, str, str]] = Counter()
    prints: list[str] = []
    for finding in findings:
        key = (finding.path, finding.rule, finding.message, finding.context.strip())
        data = json.dumps([*key, seen[key]])
        seen[key] += 1
        prints.append(hashlib.sha256(data.encode()).hexdigest())
    return prints

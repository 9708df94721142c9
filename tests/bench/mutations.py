"""Measures how many defects put into real translations are found at the right line, and how many harmless changes are not.

Run with CONTENT_ROOT and CONTENT_TRANSLATED_ROOT set: `python tests/bench/mutations.py [PAGES] [KIND ...]`. Prints a table; the
exit status is 1 when fewer than 97 % of the defects are found or fewer than 98 % of the harmless changes are left alone.
"""

import os
import random
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from defects import DEFECTS, HARMLESS, Change, Kind

from mdnkit.finding import Problem
from mdnkit.l10n.pair import Pair
from mdnkit.l10n.pairing import pair_up
from mdnkit.page.page import Page
from mdnkit.page.source import Source
from mdnkit.rules.catalogue import all_rules
from mdnkit.site.history import History
from mdnkit.site.site import Roots, Site

PAGES = 400
"""Pages that are looked at unless another number is given."""

TRIES = 60
"""Changes of one kind."""

FOUND, LEFT_ALONE = 0.97, 0.98
RULES, PAGE_RULES = all_rules().of("translation"), all_rules().of("page")


def problems(pair: Pair, site: Site) -> set[tuple[str, int, str]]:
    """Return what the rules for translations and for single pages find: rule, line, message."""
    page = pair.translation
    return {
        (rule, page.source.position(problem.span.start).line, problem.message)
        for rule, problem in (*_compared(pair, site), *_alone(page))
    }


def _compared(pair: Pair, site: Site) -> Iterator[tuple[str, Problem]]:
    return ((rule.id, problem) for rule in RULES for problem in rule.check(pair, site))


def _alone(page: Page) -> Iterator[tuple[str, Problem]]:
    return ((rule.id, problem) for rule in PAGE_RULES for problem in rule.check(page))


def clean_pairs(site: Site, content: Path, count: int) -> list[Pair]:
    """Return translations without a finding, always the same ones."""
    tree = site.tree("de")
    assert tree is not None
    chance = random.Random(20)
    folders = chance.sample(sorted(tree.folders), min(3 * count, len(tree.folders)))
    pages = [
        Page(
            Source.decode(Path(tree.page_path(folder)).read_bytes()),
            tree.page_path(folder),
            "de",
            folder,
        )
        for folder in folders
    ]
    pairs = pair_up(pages, site).pairs.values()
    clean = (p for p in pairs if p.original is not None and not any(_compared(p, site)))
    return [pair for pair, _ in zip(clean, range(count), strict=False)]


def changed(pair: Pair, change: Change) -> Pair:
    page = pair.translation
    return Pair(
        Page(Source(change.text), page.path, "de", page.folder),
        pair.state,
        pair.commit,
        pair.original,
    )


def measure(
    name: str, kind: Kind, pairs: list[Pair], site: Site, harmful: bool
) -> tuple[int, int, int]:
    """Return how many changes of a kind were made, how many gave findings, how many at the right line."""
    made = noticed = placed = 0
    chance = random.Random(zlib.crc32(name.encode()))
    for pair in pairs:
        change = kind(pair, chance)
        if change is None or change.text == pair.translation.text:
            continue
        made += 1
        known = {(rule, message) for rule, _line, message in problems(pair, site)}
        found = {p for p in problems(changed(pair, change), site) if (p[0], p[2]) not in known}
        first, last = change.place
        at_place = any(first - 1 <= line <= last + 1 for _, line, _ in found)
        noticed += bool(found)
        placed += at_place
        if bool(at_place if harmful else not found) is False and os.environ.get("SHOW"):
            print("   ", pair.translation.path, change.place, sorted(found)[:3])
        if made == TRIES:
            break
    return made, noticed, placed


def main(arguments: list[str]) -> int:
    """Print the table and return the exit status."""
    content = Path(os.environ["CONTENT_ROOT"])
    translated = Path(os.environ["CONTENT_TRANSLATED_ROOT"])
    site = Site(Roots(content, (translated,)), History.open(None, content))
    count = int(arguments[0]) if arguments else PAGES
    pairs = clean_pairs(site, content, count)
    print(f"{len(pairs)} clean pages")
    shares: list[bool] = []
    for title, kinds, harmful in (("defect", DEFECTS, True), ("harmless", HARMLESS, False)):
        print(f"\n{title:32} made found at the line")
        total = good = 0
        for name, kind in kinds.items():
            if arguments[1:] and name not in arguments[1:]:
                continue
            made, noticed, placed = measure(name, kind, pairs, site, harmful)
            total, good = total + made, good + (placed if harmful else made - noticed)
            print(f"{name:32} {made:4} {noticed:5} {placed if harmful else '':>11}")
        share = good / max(1, total)
        shares.append(share >= (FOUND if harmful else LEFT_ALONE))
        print(f"{'all':32} {total:4} {share:17.1%} {'found' if harmful else 'left alone'}")
    return 0 if all(shares) else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

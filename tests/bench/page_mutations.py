"""Measures how many defects put into real pages the rules for pages, sites, compatibility data and models find at the right line.

Run with CONTENT_ROOT and CONTENT_TRANSLATED_ROOT set: `python tests/bench/page_mutations.py [PAGES] [KIND ...]`. SHOW=1 lists
what was missed, SEED=n takes other pages. Prints a table; the exit status is 1 when fewer than 97 % are found.
"""

import os
import random
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from defects import Change
from page_defects import DEFECTS, Kind

from mdnkit.finding import Problem
from mdnkit.model.facts import Facts
from mdnkit.page.page import Page
from mdnkit.page.source import Source
from mdnkit.rules.catalogue import all_rules
from mdnkit.site.history import History
from mdnkit.site.site import Roots, Site

PAGES = 400
"""Pages of each locale that are looked at unless another number is given."""

TRIES = 60
"""Changes of one kind in one locale."""

FOUND = 0.97
RULES = {folder: all_rules().of(folder) for folder in ("page", "site", "compat", "model")}
FACTS = Facts()


def problems(page: Page, site: Site) -> set[tuple[str, int, str]]:
    """Return what the rules find: rule, line, message."""
    return {
        (rule, page.source.position(problem.span.start).line, problem.message)
        for rule, problem in _problems(page, site)
    }


def _problems(page: Page, site: Site) -> Iterator[tuple[str, Problem]]:
    given = {
        "page": (page,),
        "site": (page, site),
        "compat": (page, FACTS.compat),
        "model": (page, FACTS),
    }
    for folder, rules in RULES.items():
        for rule in rules:
            yield from ((rule.id, problem) for problem in rule.check(*given[folder]))


def sample(site: Site, locale: str, count: int) -> list[Page]:
    """Return pages of a locale, always the same ones for one seed."""
    tree = site.tree(locale)
    assert tree is not None
    chance = random.Random(int(os.environ.get("SEED", "20")))
    folders = chance.sample(sorted(tree.folders), min(count, len(tree.folders)))
    return [_page(locale, folder, tree.page_path(folder)) for folder in folders]


def _page(locale: str, folder: str, path: str, text: str | None = None) -> Page:
    source = Source.decode(Path(path).read_bytes()) if text is None else Source(text)
    return Page(source, path, locale, folder)


def measure(name: str, kind: Kind, pages: list[Page], site: Site) -> tuple[int, int, int]:
    """Return how many changes of a kind were made, how many gave findings, how many at the right line."""
    made = noticed = placed = 0
    chance = random.Random(zlib.crc32(name.encode()))
    for page in pages:
        change: Change | None = kind(page, site, chance)
        if change is None or change.text == page.text:
            continue
        made += 1
        known = {(rule, message) for rule, _line, message in problems(page, site)}
        after = _page(page.locale, page.folder, page.path, change.text)
        found = {p for p in problems(after, site) if (p[0], p[2]) not in known}
        first, last = change.place
        at_place = any(first - 1 <= line <= last + 1 for _, line, _ in found)
        noticed += bool(found)
        placed += at_place
        if os.environ.get("SHOW") and not at_place:
            print("   ", page.path, change.place, sorted(found)[:3])
        if made == TRIES:
            break
    return made, noticed, placed


def main(arguments: list[str]) -> int:
    """Print the table and return the exit status."""
    content = Path(os.environ["CONTENT_ROOT"])
    translated = Path(os.environ["CONTENT_TRANSLATED_ROOT"])
    site = Site(Roots(content, (translated,)), History.open(None, content))
    count = int(arguments[0]) if arguments else PAGES
    total = good = 0
    for locale in ("en-us", "de"):
        pages = sample(site, locale, count)
        print(f"\n{f'{len(pages)} pages of {locale}':40} made found at the line")
        for name, kind in DEFECTS.items():
            if arguments[1:] and name not in arguments[1:]:
                continue
            made, noticed, placed = measure(name, kind, pages, site)
            total, good = total + made, good + placed
            if made:
                print(f"{name:40} {made:4} {noticed:5} {placed:11}")
    share = good / max(1, total)
    print(f"\n{'all':40} {total:4} {share:17.1%}")
    return 0 if share >= FOUND else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

"""Whether edits leave a page the blocks it has: a correction of layout must not change what readers see."""

import functools
import re
from collections.abc import Callable, Iterator, Sequence

from mdnkit.edits import apply_edits
from mdnkit.finding import Edit, Problem
from mdnkit.page.page import Page

_WHITE = re.compile(r"\s+")
_EXACT = frozenset({"fence", "code"})
"""Where every space counts."""

TRIALS = 40
"""So often a page is read anew for the edits of one rule; what is not settled by then is not mended."""

PageCheck = Callable[[Page], Iterator[Problem]]


def keeping_blocks(check: PageCheck) -> PageCheck:
    """Take from the problems of a rule those edits that would change the blocks of the page."""

    @functools.wraps(check)
    def checked(page: Page) -> Iterator[Problem]:
        problems = list(check(page))
        return iter(_with_kept(page, problems) if problems else ())

    return checked


def _with_kept(page: Page, problems: list[Problem]) -> Iterator[Problem]:
    """Yield the problems of a page without the edits that would change its blocks."""
    kept = _kept(page, [problem.edits for problem in problems if problem.edits])
    for problem in problems:
        fits = not problem.edits or problem.edits in kept
        yield problem if fits else problem._replace(edits=())


def _kept(page: Page, groups: Sequence[tuple[Edit, ...]]) -> set[tuple[Edit, ...]]:
    """Return groups of edits that, all together, keep the blocks of a page: all of them, or what halving finds."""
    kept: list[tuple[Edit, ...]] = []
    untried = [list(groups)] if groups else []
    for _ in range(TRIALS):
        if not untried:
            break
        some = untried.pop()
        if _shape(page) == _shape_of(page, apply_edits(page.text, [*kept, *some])):
            kept += some
        elif len(some) > 1:
            half = len(some) // 2
            untried += [some[half:], some[:half]]
    return set(kept)


def _shape_of(page: Page, text: str) -> list[tuple[str, int, str, int]]:
    return _shape.__wrapped__(Page.parse(text, page.path, page.locale, page.folder))


@functools.lru_cache(maxsize=1)
def _shape(page: Page) -> list[tuple[str, int, str, int]]:
    """Return the blocks of a page with their words and their nesting; kept until the next page is asked about."""
    return [
        (
            block.kind,
            block.level,
            block.text if block.kind in _EXACT else _WHITE.sub(" ", block.text).strip(),
            len(block.children),
        )
        for block in page.all_blocks
    ]

"""The blocks of one page, read as far as somebody asks."""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING

from mdnkit.page.kept import kept
from mdnkit.span import Span

if TYPE_CHECKING:
    from mdnkit.page.blocks import Block
    from mdnkit.page.markdown import References

    Blocks = tuple[Block, ...]


def _nothing(_start: int, _end: int) -> "Blocks":
    return ()


class BlockTree:
    """All blocks of a page and the link definitions that its inline content needs."""

    def __init__(
        self,
        blocks: "Blocks",
        references: "References",
        is_regular: bool = False,
        proven: frozenset[str] = frozenset(),
        kinds: "Mapping[str, Sequence[Block]]" = MappingProxyType({}),
        runs: Sequence[tuple[int, int]] = (),
        read: "Callable[[int, int], Blocks]" = _nothing,
    ) -> None:
        self.references = references
        self.is_regular = is_regular
        """Whether markdown-it-py was not needed."""
        self.proven = proven
        """What is known of all blocks without a further look at them, as of `mdnkit.page.block_facts`."""
        self.kinds = kinds
        """The blocks of those kinds that were gathered already, in order: there are no others in what is not read yet."""
        self._known = blocks
        """The outermost blocks outside the runs."""
        self._runs = runs
        """Where the outermost blocks stand that are not read yet, in order."""
        self._read = read
        """Returns the blocks of a run."""
        self._blocks_of_runs: dict[tuple[int, int], Blocks] = {}

    @kept
    def blocks(self) -> "Blocks":
        """All outermost blocks."""
        if not self._runs:
            return self._known
        found = chain(self._known, *map(self._blocks_of, self._runs))
        return tuple(sorted(found, key=_start))

    def between(self, span: Span) -> "Blocks":
        """Return the outermost blocks that begin in `span`."""
        runs = [run for run in self._runs if run[0] < span.end and span.start < run[1]]
        found = chain(self._known, *map(self._blocks_of, runs))
        return tuple(
            sorted((one for one in found if span.start <= one.span[0] < span.end), key=_start)
        )

    def begun(self, offset: int) -> "Block | None":
        """Return the last of the outermost blocks that begins at a place or before it, at the end of a run perhaps none."""
        index = bisect_right(self._runs, offset, key=_first) - 1
        if index >= 0 and offset < self._runs[index][1]:
            return last_begun(self._blocks_of(self._runs[index]), offset)
        return last_begun(self._known, offset)

    def _blocks_of(self, run: tuple[int, int]) -> "Blocks":
        if run not in self._blocks_of_runs:
            self._blocks_of_runs[run] = self._read(*run)
        return self._blocks_of_runs[run]


def last_begun(blocks: "Sequence[Block]", offset: int) -> "Block | None":
    """Return the last of some blocks, which stand in order, that begins at a place or before it."""
    index = bisect_right(blocks, offset, key=_start) - 1
    return blocks[index] if index >= 0 else None


def _start(block: "Block") -> int:
    return block.span[0]


def _first(run: tuple[int, int]) -> int:
    return run[0]

"""Makes blocks, of which a page has many, without a look at the names and the defaults of their fields."""

from collections.abc import Callable
from functools import partial

from mdnkit.page.blocks import Block
from mdnkit.span import Span

new_block: Callable[[tuple[str, Span, int, str, int, str, tuple[Block, ...], str]], Block]
new_block = partial(tuple.__new__, Block)
"""Return a block, given all its fields."""

new_span: Callable[[tuple[int, int]], Span] = partial(tuple.__new__, Span)
"""Return a span, given its start and its end."""

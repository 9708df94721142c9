"""The tokens of a block's text are found in time that grows with its length."""

import pytest

from mdnkit.page import markdown
from mdnkit.page.markdown import inline_tokens


@pytest.mark.parametrize("opening", ["<!-- ", "<? ", "<![CDATA[ "])
def test_what_closes_html_is_looked_for_once_in_a_text(opening: str) -> None:
    markdown._last.cache_clear()
    tokens = inline_tokens(f"a {opening}" * 1_000, {})
    assert [token.type for token in tokens if token.type == "html_inline"] == []
    assert markdown._last.cache_info().misses == 1

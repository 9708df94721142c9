"""Text that any reader of a report can take."""

import re


def without_surrogates(text: str) -> str:
    """Return `text` with a replacement character for each byte that was not UTF-8: strict readers refuse lone surrogates."""
    return re.sub("[\ud800-\udfff]", "\N{REPLACEMENT CHARACTER}", text)

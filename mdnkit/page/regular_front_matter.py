"""Front matter as nearly all pages have it, found by one regular expression.

What it matches needs no reader of YAML, and gives the rules about keys, values and layout nothing to say.
"""

import re
from typing import NamedTuple

PLAIN_START = r"(?:[^\W\d]|[<(/$^;]|(?:-|::?-?)[A-Za-z]|[1-9][0-9]*(?:[A-DF-Za-df-z]| [A-Za-z]))"
"""What begins a text in YAML and nothing else: letters, some symbols, `-webkit`, `:hover`, `2D`, `404 Not Found`."""

COMMIT = "(?=[0-9a-f]*[acdf])[0-9a-f]{40}"
"""A commit that cannot be read as a number."""

KEYS = (
    "title",
    "short-title",
    "slug",
    "page-type",
    "status",
    "browser-compat",
    "spec-urls",
    "sidebar",
    "l10n",
)
"""The key of each group of the pattern."""

_DELIMITER = "---\n"

# Characters that can be printed, without those that need a look at what stands beside them. The numbers keep the whole
# shorter than what is read at all.
_NO_CONSTANT = r"(?!(?i:true|false|null|<<)\n)"
_PLAIN = rf'{_NO_CONSTANT}{PLAIN_START}[\w !"$-9;-~]{{0,400}}(?<! )'
_QUOTED = r'" {0,9}(?=[^ "])[\w !#-\[\]-~]{1,400}"'
_TITLE = rf"({_PLAIN}|{_QUOTED})\n"
_ENGLISH = (
    rf"page-type: ({_NO_CONSTANT}[a-z][a-z-]{{0,99}})\n"
    r"(?:status:(?=\n )((?:\n  - deprecated)?(?:\n  - experimental)?(?:\n  - non-standard)?)\n)?"
    r"(?:browser-compat: ([a-z]{1,99}\.[!-9;-~]{1,400})\n)?"
    r"(?:spec-urls: (https?://[!-~]{1,400}(?<!:))\n)?"
    rf"(?:sidebar: ({_NO_CONSTANT}[a-z][a-z-]{{0,99}})\n)?"
)
_FORM = re.compile(
    rf"{_DELIMITER}title: (?=[^\n]{{1,120}}\n){_TITLE}(?:short-title: (?=[^\n]{{1,60}}\n){_TITLE})?"
    rf"slug: ({_NO_CONSTANT}[A-Za-z][!-~]{{0,400}}(?<!:))\n"
    rf"(?:{_ENGLISH}|(?:l10n:(\n  sourceCommit: {COMMIT})\n)?){_DELIMITER}"
)


class Regular(NamedTuple):
    """What a regular front matter says."""

    is_english: bool
    """Whether it has the keys of an English page; else those of a translation."""
    written: dict[str, str | None]
    """What stands behind the colon of each key; None for a key that it does not have."""
    end: int
    """Where it ends, line end included."""

    @property
    def start(self) -> int:
        """Where the first key begins."""
        return len(_DELIMITER)

    @property
    def stop(self) -> int:
        """Where the last line ends."""
        return self.end - len(_DELIMITER)


def read_regular(text: str) -> Regular | None:
    """Return what the front matter of a page's whole text says, if it is regular."""
    match = _FORM.match(text)
    if match is None:
        return None
    written = dict(zip(KEYS, match.groups(), strict=True))
    return Regular(written["page-type"] is not None, written, match.end())

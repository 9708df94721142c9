"""Front matter as nearly all pages have it, found by one regular expression.

What it matches needs no reader of YAML, and gives the rules about keys, values and layout nothing to say.
"""

import re

PLAIN_START = r"(?:[^\W\d]|[<(/$^;]|(?:-|::?-?)[A-Za-z]|[1-9][0-9]*(?:[A-DF-Za-df-z]| [A-Za-z]))"
"""What begins a text in YAML and nothing else: letters, some symbols, `-webkit`, `:hover`, `2D`, `404 Not Found`."""

COMMIT = "(?=[0-9a-f]*[acdf])[0-9a-f]{40}"
"""A commit that cannot be read as a number."""

ENGLISH = (
    "title",
    "short-title",
    "slug",
    "page-type",
    "status",
    "browser-compat",
    "spec-urls",
    "sidebar",
)
"""The keys of en-US pages, from https://github.com/mdn/content/blob/main/front-matter-config.json."""

KEYS = (*ENGLISH, "l10n")
"""The key of each group of the pattern."""

DELIMITER = "---\n"

# Characters that can be printed, without those that need a look at what stands beside them. The numbers keep the whole
# shorter than what is read at all.
_NO_CONSTANT = r"(?!(?i:true|false|null|<<)\n)"
_PLAIN = rf'{_NO_CONSTANT}{PLAIN_START}[\w !"$-9;-~]{{0,400}}(?<! )'
_QUOTED = r'" {0,9}(?=[^ "])[\w !#-\[\]-~]{1,400}"'
_TITLE = rf"({_PLAIN}|{_QUOTED})\n"
_KEYS_OF_ENGLISH = (
    rf"page-type: ({_NO_CONSTANT}[a-z][a-z-]{{0,99}})\n"
    r"(?:status:(?=\n )((?:\n  - deprecated)?(?:\n  - experimental)?(?:\n  - non-standard)?)\n)?"
    r"(?:browser-compat: ([a-z]{1,99}\.[!-9;-~]{1,400})\n)?"
    r"(?:spec-urls: (https?://[!-~]{1,400}(?<!:))\n)?"
    rf"(?:sidebar: ({_NO_CONSTANT}[a-z][a-z-]{{0,99}})\n)?"
)
_FORM = re.compile(
    rf"{DELIMITER}title: (?=[^\n]{{1,120}}\n){_TITLE}(?:short-title: (?=[^\n]{{1,60}}\n){_TITLE})?"
    rf"slug: ({_NO_CONSTANT}[A-Za-z][!-~]{{0,400}}(?<!:))\n"
    rf"(?:{_KEYS_OF_ENGLISH}|(?:l10n:(\n  sourceCommit: {COMMIT})\n)?){DELIMITER}"
)


def match_regular(text: str) -> re.Match[str] | None:
    """Return the front matter of a page's whole text if it is regular; its groups are what stands behind each of `KEYS`."""
    return _FORM.match(text)

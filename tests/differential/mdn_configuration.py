"""MDN's configuration of markdownlint, for English pages and for translations: what is on, and with which options."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from mdnkit.rules.page.descriptive_link_text import SAYING_NOTHING
from mdnkit.rules.page.no_inline_html import ALLOWED, IN_TRANSLATIONS

OFF = ("MD013", "MD028", "MD031", "MD034", "MD037", "MD042", "MD051", "MD060")

OPTIONS: dict[str, Any] = {
    "MD004": {"style": "dash"},
    "MD007": {"indent": 2},
    "MD010": {"spaces_per_tab": 2},
    "MD024": {"siblings_only": True},
    "MD025": {"front_matter_title": r"^\s*title\s*[:=]"},
    "MD026": {"punctuation": ".,;:"},
    "MD029": {"style": "ordered"},
    "MD046": {"style": "fenced"},
    "MD049": {"style": "underscore"},
    "MD050": {"style": "asterisk"},
    "MD059": {"prohibited_texts": sorted(SAYING_NOTHING)},
}

CONSISTENT: dict[str, Any] = {
    "MD003": {"style": "atx"},
    "MD035": {"style": "---"},
    "MD048": {"style": "backtick"},
    "MD055": {"style": "leading_and_trailing"},
}
"""Where MDN lets the first of a page decide, and mdnkit wants what all of MDN's pages have."""


class Text(NamedTuple):
    """What one of MDN's rules for text is for, as the simplest patterns that find it."""

    scope: str
    """`all` is code too."""
    patterns: tuple[str, ...]
    replacements: tuple[str, ...] = ()
    """One for each pattern; empty where MDN mends nothing."""


TEXT = {
    "curly-double-quotes": Text("text", ("[“”]",), ('"',)),
    "curly-single-quotes": Text("text", ("[‘’]",), ("'",)),
    "nbsp": Text("all", ("\xa0",), (" ",)),
    "m-dash": Text("text", (" -- ",), (" — ",)),
    "relative-link": Text("text", (r'([("])en-US\/docs\/',), ("$1/en-US/docs/",)),
    "relative-link-path": Text("text", (r"\]\(\.\.",)),
    "trailing-spaces": Text("all", (r" {2,}(?=\n|$)",), ("",)),
    "double-spaces": Text("text", (r"(?<=[^\s>]) {2}(?=[^\s|])",), (" ",)),
    "stuck-definition": Text("text", (r"- :(?=\w)",), ("- : ",)),
    "fqdn-moz-links": Text(
        "text", (r"\]\(https:\/\/developer\.mozilla\.org\/(?!en-US\/blog\/)",), ("](/",)
    ),
    "incorrect-spelling": Text("all", ("([eE])-mail", "([wW])eb site"), ("$1mail", "$1ebsite")),
    "localhost-links": Text("text", (r"\]\(https?:\/\/localhost:\d+\/",), ("](/",)),
    "un-closed-md-link": Text("text", (r"\]\([^\s()\"]+(?=[\n\"]| [^\"'(])",)),
    "bad-gfm-alert": Text("text", (r"(?<=(?:^|\n) *> )!?\[(?:NOTE|WARNING|CALLOUT)\](?=\n)",)),
    "comma-after-ie": Text("text", (r"\bi\.e\. ",), ("i.e., ",)),
    "comma-after-eg": Text("text", (r"\be\.g\. ",), ("e.g., ",)),
    "short-link": Text(
        "all", (r"https:\/\/bugzilla\.mozilla\.org\/show_bug\.cgi\?id=",), ("https://bugzil.la/",)
    ),
}


OFF_IN_TRANSLATIONS = ("MD001", "MD036", "MD038", "MD045", "MD049", "MD052", "MD059")
"""Besides MD040, which is compared in no language."""

ENGLISH_TEXT = (
    "curly-double-quotes",
    "curly-single-quotes",
    "comma-after-ie",
    "comma-after-eg",
    "incorrect-spelling",
    "short-link",
)
"""The rules for text that translations do not have."""


def configuration(translation: bool = False, first_decides: bool = False) -> dict[str, Any]:
    """Return the configuration as markdownlint takes it; `first_decides`: as MDN has it, without `CONSISTENT`."""
    rules = [
        {
            "name": name,
            "message": name,
            "searchPattern": _one_or_all([f"/{pattern}/g" for pattern in text.patterns]),
            "searchScope": text.scope,
            **({"replace": _one_or_all(text.replacements)} if text.replacements else {}),
        }
        for name, text in TEXT.items()
        if not (translation and name in ENGLISH_TEXT)
    ]
    off = (*OFF, "MD040", *(OFF_IN_TRANSLATIONS if translation else ()))
    return {
        "default": True,
        **OPTIONS,
        **({} if first_decides else CONSISTENT),
        "MD033": {
            "allowed_elements": sorted(ALLOWED | (IN_TRANSLATIONS if translation else set()))
        },
        **{rule: False for rule in off},
        "search-replace": {"rules": rules},
    }


def _one_or_all(texts: Sequence[str]) -> str | list[str]:
    """Return one text as such, several as a list, as the plug-in for text takes them."""
    return texts[0] if len(texts) == 1 else list(texts)

"""MDN's configuration of markdownlint, for English pages and for translations: what is on, and with which options."""

from typing import Any

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

# What each of MDN's rules for text is for, as the simplest pattern that finds it. `all` is code too.
TEXT: dict[str, tuple[str, str]] = {
    "curly-double-quotes": ("[“”]", "text"),
    "curly-single-quotes": ("[‘’]", "text"),
    "nbsp": ("\xa0", "all"),
    "m-dash": (" -- ", "text"),
    "relative-link": (r'[("]en-US\/docs\/', "text"),
    "relative-link-path": (r"\]\(\.\.", "text"),
    "trailing-spaces": (r" {2,}(?=\n|$)", "all"),
    "double-spaces": (r"(?<=[^\s>]) {2}(?=[^\s|])", "text"),
    "stuck-definition": (r"- :(?=\w)", "text"),
    "fqdn-moz-links": (r"\]\(https:\/\/developer\.mozilla\.org\/(?!en-US\/blog\/)", "text"),
    "incorrect-spelling": (r"[eE]-mail|[wW]eb site", "all"),
    "localhost-links": (r"\]\(https?:\/\/localhost:\d+\/", "text"),
    "un-closed-md-link": (r"\]\([^\s()\"]+(?=[\n\"]| [^\"'(])", "text"),
    "bad-gfm-alert": (r"(?<=(?:^|\n) *> )!?\[(?:NOTE|WARNING|CALLOUT)\](?=\n)", "text"),
    "comma-after-ie": (r"\bi\.e\. ", "text"),
    "comma-after-eg": (r"\be\.g\. ", "text"),
    "short-link": (r"https:\/\/bugzilla\.mozilla\.org\/show_bug\.cgi\?id=", "all"),
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
        {"name": name, "message": name, "searchPattern": f"/{pattern}/g", "searchScope": scope}
        for name, (pattern, scope) in TEXT.items()
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

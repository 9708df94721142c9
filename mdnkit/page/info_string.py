"""The info string of a fence: its language and MDN's words after it.

https://developer.mozilla.org/en-US/docs/MDN/Writing_guidelines/Howto/Markdown_in_MDN#example_code_blocks
"""

from typing import NamedTuple

SCRIPT_LANGUAGES = frozenset({"js", "mjs", "cjs"})


class InfoString(NamedTuple):
    """What stands after the three back-ticks."""

    raw: str
    language: str
    """Without `-nolint`; empty where the fence names none."""
    nolint: bool
    """Whether the writer asked formatters to leave the code alone. It says nothing about running it."""
    words: tuple[str, ...]
    """The words after the language, in order."""

    @property
    def is_script(self) -> bool:
        """Whether the code is JavaScript."""
        return self.language in SCRIPT_LANGUAGES

    @property
    def live_samples(self) -> tuple[str, ...]:
        """The ids of the live samples that the code belongs to."""
        prefix = "live-sample___"
        return tuple(word.removeprefix(prefix) for word in self.words if word.startswith(prefix))


def parse_info_string(raw: str) -> InfoString:
    """Return the parts of `raw`; never raises."""
    first, *words = raw.split() or [""]
    language = first.removesuffix("-nolint")
    return InfoString(raw, language, language != first, tuple(words))

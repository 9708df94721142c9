"""A page: lazy layers over one text. A rule that needs macro calls never pays for Markdown."""

import functools

from mdnkit.page.front_matter import FrontMatter, parse_front_matter
from mdnkit.page.macro_call import MacroCall, mask_macro_calls, parse_macro_calls
from mdnkit.page.source import Source
from mdnkit.span import Span


class Page:
    """One file, parsed as far as somebody asks. Never raises on content."""

    def __init__(self, source: Source, path: str = "", locale: str = "en-us", folder: str = "") -> None:
        self.source = source
        self.path = path
        """As findings show it."""
        self.locale = locale
        """The folder name of the locale, in lower case: `en-us`, `de`, `pt-br`."""
        self.folder = folder
        """The folder of the page below its locale, with `/`: `web/api/event`."""

    @classmethod
    def parse(cls, text: str, path: str = "", locale: str = "en-us", folder: str = "") -> "Page":
        """Return the page of a text."""
        return cls(Source(text), path, locale, folder)

    @property
    def text(self) -> str:
        """The whole text, front matter included; all spans are offsets into it."""
        return self.source.text

    @property
    def is_translation(self) -> bool:
        """Whether the page stands in a locale other than en-US."""
        return self.locale != "en-us"

    @functools.cached_property
    def front_matter(self) -> FrontMatter:
        """Keys and values at the top of the page."""
        return parse_front_matter(self.text)

    @property
    def slug(self) -> str:
        """The slug that the front matter names; empty when it names none."""
        return self.front_matter.text("slug")

    @property
    def body(self) -> Span:
        """Everything after the front matter."""
        return Span(self.front_matter.span.end, len(self.text))

    @functools.cached_property
    def macro_calls(self) -> tuple[MacroCall, ...]:
        """Every macro call of the body, in order, code included: macros are expanded before Markdown is read."""
        return parse_macro_calls(self.text, self.body)

    @functools.cached_property
    def masked(self) -> str:
        """The text with every macro call replaced by a placeholder of the same length, as Markdown sees it."""
        return mask_macro_calls(self.text, self.macro_calls)

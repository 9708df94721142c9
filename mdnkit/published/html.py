"""Reads a published page from its HTML, as rari and yari write it.

https://github.com/mdn/rari/blob/main/crates/rari-doc/src/html/code.rs
"""

import re
from html.parser import HTMLParser

from mdnkit.published.shown import PublishedCode, Shown

_BRUSH = re.compile(r"brush:\s*([\w-]*)")
_IGNORED = frozenset({"notranslate", ""})

Attributes = list[tuple[str, str | None]]


def read_html(text: str, first_line: int = 1) -> Shown:
    """Return what HTML shows; `first_line` is the line of its file in which it begins. Never raises."""
    reader = _Reader(first_line)
    reader.feed(text)
    reader.close()
    return Shown(
        title=" ".join(reader.title.split()),
        codes=tuple(reader.codes),
        links=tuple(reader.links),
        canonical=reader.canonical,
        lang=reader.lang,
        modified=reader.modified,
    )


class _Reader(HTMLParser):
    """Gathers what is needed while the markup passes by."""

    def __init__(self, first_line: int) -> None:
        super().__init__(convert_charrefs=True)
        self._first_line = first_line
        self.title = ""
        self.lang = ""
        self.canonical = ""
        self.modified = ""
        self.links: list[str] = []
        self.codes: list[PublishedCode] = []
        self._open: str = ""
        """The element whose text is gathered: `title`, `h2` or `pre`."""
        self._text: list[str] = []
        self._section = ""
        self._classes = ""
        self._line = 1

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Note what an element says by its attributes."""
        named = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.lang = named.get("lang", "")
        elif tag == "link" and "canonical" in named.get("rel", "").lower().split():
            self.canonical = named.get("href", "")
        elif tag == "a" and "href" in named:
            self.links.append(named["href"])
        elif tag == "time" and not self.modified:
            self.modified = named.get("datetime", "")
        elif tag == "br" and self._open == "pre":
            self._text.append("\n")
        if tag in ("title", "h2", "pre") and not self._open:
            self._open, self._text = tag, []
            self._classes = named.get("class", "")
            self._line = self.getpos()[0] + self._first_line - 1

    def handle_data(self, data: str) -> None:
        """Gather text."""
        if self._open:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        """Keep what was gathered."""
        if not self._open or tag != self._open:
            return
        text, self._open = "".join(self._text), ""
        if tag == "title":
            self.title = self.title or text
        elif tag == "h2":
            self._section = " ".join(text.split())
        else:
            self._add_code(text)

    def _add_code(self, text: str) -> None:
        brush = _BRUSH.search(self._classes)
        if brush is None:
            return
        rest = self._classes[: brush.start()] + self._classes[brush.end() :]
        words = tuple(word for word in rest.split() if word not in _IGNORED)
        language = brush[1].removesuffix("-nolint")
        # HTML drops a line end right after the opening tag.
        code = text.removeprefix("\n").rstrip("\n") + "\n"
        self.codes.append(PublishedCode(language, words, code, self._section, self._line))

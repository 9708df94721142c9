"""Reads a published page from its HTML, as rari and yari write it.

https://github.com/mdn/rari/blob/main/crates/rari-doc/src/html/code.rs
"""

import re
from html.parser import HTMLParser

from mdnkit.published.shown import PublishedCode, Shown

_BRUSH = re.compile(r"brush:\s*([\w-]*)")
_IGNORED = frozenset({"notranslate", ""})
_COMPONENT = "mdn-code-example"
"""What MDN's pages put in the place of each block once they run in a browser; its code is in a shadow tree.

https://github.com/mdn/fred/blob/main/components/code-example/element.js
"""

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
        empty=reader.empty,
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
        self.empty = 0
        self._open = ""
        """The element whose text is gathered: `title`, `h2`, `pre`, `code` or `div`."""
        self._text: list[str] = []
        self._line = 1
        self._section = ""
        self._classes: str | None = None
        """Of the block of code that is open; None outside of one."""
        self._language = ""
        self._in_component = False
        self._found = 0
        """How much code there was before the component that is open."""

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
        elif tag == "br" and self._open in ("pre", "code"):
            self._text.append("\n")
        elif tag == "code" and self._open == "pre" and not self._text:
            # HTML drops a line end right after `<pre>`, not after `<pre><code>`.
            self._text.append("")
        elif tag == _COMPONENT:
            self._in_component, self._found = True, len(self.codes)
            self._classes, self._language = named.get("class", ""), named.get("language", "")
        if not self._open:
            self._begin(tag, named.get("class", ""))

    def _begin(self, tag: str, classes: str) -> None:
        """Begin to gather the text of an element that is needed."""
        if self._in_component:
            if tag not in ("pre", "code") and not (tag == "div" and classes == "header"):
                return
            if tag == "pre" and _BRUSH.search(classes):
                self._classes = classes
        elif tag not in ("title", "h2", "pre"):
            return
        else:
            self._classes = classes
        self._open, self._text = tag, []
        self._line = self.getpos()[0] + self._first_line - 1

    def handle_data(self, data: str) -> None:
        """Gather text."""
        if self._open:
            is_first = self._open == "pre" and not self._text
            self._text.append(data.removeprefix("\n") if is_first else data)

    def handle_endtag(self, tag: str) -> None:
        """Keep what was gathered."""
        if tag == _COMPONENT and self._in_component:
            self._in_component, self._open = False, ""
            self.empty += len(self.codes) == self._found
        if not self._open or tag != self._open:
            return
        text, self._open = "".join(self._text), ""
        if tag == "title":
            self.title = self.title or text
        elif tag == "h2":
            self._section = " ".join(text.split())
        elif tag == "div":
            self._language = self._language or text.strip().partition(" ")[0]
        elif len(self.codes) == self._found or not self._in_component:
            self._add_code(text)

    def _add_code(self, text: str) -> None:
        classes = self._classes or ""
        brush = _BRUSH.search(classes)
        if brush is None and not self._in_component:
            return
        rest = classes[: brush.start()] + classes[brush.end() :] if brush else classes
        words = tuple(word for word in rest.split() if word not in _IGNORED)
        language = (brush[1] if brush else self._language).removesuffix("-nolint")
        code = text.rstrip("\n") + "\n"
        if code.strip():
            self.codes.append(PublishedCode(language, words, code, self._section, self._line))

"""The JavaScript in markup: `<script>` elements and event handler attributes."""

import json
import re
from html.parser import HTMLParser
from typing import NamedTuple

MARKUP_LANGUAGES = frozenset({"html", "svg", "xml"})

_HINT = re.compile(r"<script\b|\son[a-z]+\s*=", re.IGNORECASE)
_TYPES = frozenset(
    {"", "module", "text/javascript", "application/javascript", "text/ecmascript"}
    | {"application/ecmascript", "application/x-javascript"}
)
"""https://html.spec.whatwg.org/#prepare-the-script-element and the older names in use."""

_HANDLER = re.compile(r"on[a-z]+")
_OF_WINDOW = frozenset(
    {"onload", "onerror", "onblur", "onfocus", "onresize", "onscroll", "onafterprint"}
    | {"onbeforeprint", "onbeforeunload", "onhashchange", "onlanguagechange", "onmessage"}
    | {"onmessageerror", "onoffline", "ononline", "onpagehide", "onpageshow", "onpopstate"}
    | {"onrejectionhandled", "onstorage", "onunhandledrejection", "onunload"}
)
"""Handlers that `<body>` hands on to the window.

https://html.spec.whatwg.org/#event-handlers-on-elements,-document-objects,-and-window-objects
"""

_CDATA = re.compile(r"\A(\s*(?://)?\s*)<!\[CDATA\[(.*?)(?://)?\s*\]\]>\s*\Z", re.DOTALL)


class InlineScript(NamedTuple):
    """One piece of JavaScript in markup."""

    code: str
    """Of a handler: the statement that sets it on an element of its own."""
    line: int
    """0-based, in the markup, on which `code` begins."""
    is_module: bool = False


def inline_scripts(markup: str) -> tuple[InlineScript, ...]:
    """Return the scripts and handlers in `markup`, in order; data blocks and scripts in other files are none."""
    if _HINT.search(markup) is None:
        return ()
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return tuple(reader.found)


class _Reader(HTMLParser):
    """Gathers scripts while the markup passes by."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[InlineScript] = []
        self._attributes: dict[str, str] | None = None
        """Of the script that is open."""
        self._text: list[str] = []
        self._line = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where a script begins, and the handlers of other elements."""
        if tag == "script":
            self._attributes = {name: value or "" for name, value in attrs}
            self._text = []
            self._line = self._line_of(len(self.get_starttag_text() or ""))
            return
        attributes = {name: value or "" for name, value in attrs}
        for name, value in attributes.items():
            if value.strip() and _HANDLER.fullmatch(name):
                line = self._line_of(self._place(name))
                self.found.append(_handler(tag, attributes, name, line))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the handlers of an element that is closed at once, as XML allows for scripts too."""
        if tag != "script":
            self.handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        """Gather the text of a script."""
        if self._attributes is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        """Keep a script that can be run."""
        if tag != "script" or self._attributes is None:
            return
        attributes, self._attributes = self._attributes, None
        kind = attributes.get("type", "").strip().lower()
        code = _CDATA.sub(r"\1\2", "".join(self._text))
        outside = {"src", "href", "xlink:href"} & attributes.keys()
        if not outside and kind in _TYPES and code.strip():
            self.found.append(InlineScript(code, self._line, kind == "module"))

    def _place(self, attribute: str) -> int:
        """Return where the value of an attribute begins in the tag that is being read."""
        text = self.get_starttag_text() or ""
        match = re.search(rf"\s{attribute}\s*=\s*[\"']?", text, re.IGNORECASE)
        return match.end() if match else 0

    def _line_of(self, offset: int) -> int:
        """Return the 0-based line of an offset in the tag that is being read."""
        text = self.get_starttag_text() or ""
        return self.getpos()[0] - 1 + text.count("\n", 0, offset)


def _handler(tag: str, attributes: dict[str, str], name: str, line: int) -> InlineScript:
    """Return the statement that sets a handler, so that its event can be fired; its body begins on the first line."""
    if tag in ("body", "frameset") and name in _OF_WINDOW:
        target = "window"
    elif attributes.get("id"):
        target = f"document.getElementById({json.dumps(attributes['id'])})"
    else:
        target = f"document.createElement({json.dumps(tag)})"
    return InlineScript(f"{target}.{name} = function (event) {{ {attributes[name]}\n}};\n", line)

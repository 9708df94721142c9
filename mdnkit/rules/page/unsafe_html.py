"""Raw HTML runs nothing and loads nothing."""

import re
from collections.abc import Iterator
from html import unescape

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.page.block_facts import PAIRED_FENCES
from mdnkit.page.page import Page
from mdnkit.rules.page._line_patterns import outside_fences
from mdnkit.rules.page._tags import UNSAFE, matching_tags
from mdnkit.rules.rule import page_rule
from mdnkit.span import Span

_ELEMENT = rf"<(?i:{'|'.join(sorted(UNSAFE))})[\s/>]"
_HANDLER = r"<[A-Za-z][^<>]*\s[oO][nN][A-Za-z]+\s*="
_SCRIPT_URL = r"<[A-Za-z][^<>]*=[\s\"']*(?:[jJ]|&#)[^<>=]*:"
_SUSPECT = re.compile("|".join((_ELEMENT, _HANDLER, _SCRIPT_URL)))
_NAME = re.compile(r"<([A-Za-z][A-Za-z0-9-]*)")
_ATTRIBUTE = re.compile(r"[\s/\"']([^\s\"'<>/=]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?")
_IGNORED = re.compile(r"[\x00-\x20]")


@page_rule(Severity.ERROR, where=outside_fences("</?[A-Za-z]"), unless=PAIRED_FENCES)
def unsafe_html(page: Page) -> Iterator[Problem]:
    """Raw HTML runs nothing: no `<script>`, `<style>`, `<iframe>`, `<object>`, `<embed>`, `on...` attribute or script URL.

    What stands in a page outside code becomes part of MDN itself and would run there, for every reader. Code that is to be
    tried belongs in a fence with `live-sample___`, and is shown with `EmbedLiveSample`.

    Bad: `<button onclick="alert()">Try it</button>`
    Good: a fence `html live-sample___button`, and `{{EmbedLiveSample("button")}}`
    """
    for _suspect, tag in matching_tags(page, _SUSPECT):
        text = page.masked[slice(*tag)]
        name = _NAME.match(text)
        if name and name[1].lower() in UNSAFE:
            message = _("`<{name}>` would become part of MDN itself; put it in a fence.")
            span = Span(tag.start, tag.start + name.end())
            yield Problem(span, message.format(name=name[1]))
        yield from _attributes(page, tag, name.end() if name else 1)


def _attributes(page: Page, tag: Span, after: int) -> Iterator[Problem]:
    """Yield the attributes of a tag that run something."""
    for attribute in _ATTRIBUTE.finditer(page.masked[: tag.end], tag.start + after):
        name = attribute[1]
        url = _IGNORED.sub("", unescape((attribute[2] or "").strip("\"'"))).lower()
        if re.fullmatch(r"on[a-z]+", name.lower()) and attribute[2]:
            message = _("The attribute `{name}` would run on MDN itself; remove it.")
            yield Problem(Span(*attribute.span(1)), message.format(name=name))
        elif url.startswith("javascript:"):
            message = _("A `javascript:` URL would run on MDN itself; remove it.")
            yield Problem(Span(*attribute.span(2)), message)

"""A link whose words are the name of a method leads to the page of that method."""

import functools
import re
from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.page.links import Link
from mdnkit.page.macro_call import MacroCall
from mdnkit.page.macro_grammar import argument_values
from mdnkit.page.page import Page
from mdnkit.rules.rule import site_rule
from mdnkit.site.macro_link import MacroLink, argument_span
from mdnkit.site.site import Site
from mdnkit.site.slug import EN_US

_METHOD = re.compile(r"(?:\w+\.)*(\w+)\(\)")
_LABEL = re.compile(rf"\[`({_METHOD.pattern})`\]\(\Z")
_NAMES = re.compile(r"[./]")
_LONGEST = 100
"""Characters of a label before the address of a link."""


@site_rule(Severity.WARNING, where=r"\(\)(?:`\]\(|[\"'])")
def link_label(page: Page, site: Site) -> Iterator[Problem]:
    """A link whose words are the name of a method leads to that method, where it has a page beside the other.

    Readers take what they find there for a description of the method that they asked for. Whether the words or the
    target are wrong, the writer knows. Translations have the links of their English page, so English pages alone are
    looked at.

    Bad: `{{jsxref("Array/find", "findIndex()")}}`
    Good: `{{jsxref("Array/findIndex", "findIndex()")}}`
    """
    if page.is_translation:
        return
    for words, slug, where in _links(page, site):
        method = _METHOD.fullmatch(words)
        right = _beside(slug, method[1], site) if method else ""
        if right:
            message = _(
                "`{words}` has the page `{right}`, but this link leads to `{slug}`; correct the words or the target."
            )
            span = where.span if isinstance(where, Link) else argument_span(*where)
            yield Problem(span, message.format(words=words, right=right, slug=slug))


def _links(page: Page, site: Site) -> Iterator[tuple[str, str, Link | tuple[MacroCall, MacroLink]]]:
    """Yield the words of link macros and of links in Markdown, the slugs that they lead to, and where those are named."""
    for call in page.macro_calls:
        # Most calls are given no name of a method, or that of the method that they name, which is told fast.
        if "()" not in call.inside or _names_its_words(call.inside):
            continue
        words = call.text(1)
        if not words.endswith("()"):
            continue
        found = site.macro_links.find(call, page.locale)
        if found is not None and found.answer.kind == "page":
            yield words, found.answer.slug, (call, found)
    for link in page.links if "()`](" in page.text else ():
        start = link.span.start
        if not page.text.endswith("()`](", 0, start):
            continue
        label = _LABEL.search(page.text[max(0, start - _LONGEST) : start])
        answer = site.resolve(link.target, page.locale) if label else None
        if label and answer is not None and answer.kind == "page":
            yield label[1], answer.slug, link


@functools.lru_cache(4096)
def _names_its_words(inside: str) -> bool:
    """Return whether the words of a call, given its arguments, are the name that it leads to, or are none of a method."""
    name, words, *_others = (*argument_values(inside), None, None)
    if not isinstance(name, str) or not isinstance(words, str):
        return True
    return _last_name(name) == _last_name(words)


def _last_name(words: str) -> str:
    """Return the name of a member in `Array.prototype.find()` or `Array/find`."""
    return _NAMES.split(words.removesuffix("()"))[-1]


def _beside(slug: str, method: str, site: Site) -> str:
    """Return the page of a method beside the page at `slug`; empty when `slug` is that page, or there is none."""
    above, _slash, name = slug.rpartition("/")
    if name.removesuffix("_static").lower() == method.lower():
        return ""
    candidates = (f"{above}/{method}", f"{above}/{method}_static")
    return next(filter(None, (site.true_slug(EN_US, one) for one in candidates)), "")

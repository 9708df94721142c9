"""Link macros lead to a page directly, and spell its name as the page does."""

from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.macros.targets import navigation_slugs
from mdnkit.messages import _
from mdnkit.page.macro_call import MacroCall
from mdnkit.page.page import Page
from mdnkit.rules.rule import site_rule
from mdnkit.site.macro_link import argument_span
from mdnkit.site.site import Site
from mdnkit.site.site_facts import SETTLED_CALLS


@site_rule(Severity.WARNING, unless=SETTLED_CALLS)
def link_macro_redirected(page: Page, site: Site) -> Iterator[Problem]:
    """A link macro names the page it leads to, not an old address that is redirected.

    Bad: `{{domxref("Old_name")}}` where the page has moved
    Good: `{{domxref("New_name")}}`
    """
    for call, link in site.macro_links.of_page(page, "redirect"):
        message = _("`{slug}` is redirected to `{new}`; link to the new page.")
        span = argument_span(call, link)
        asked = page.text[slice(*span)]
        edits = (
            (Edit(span, link.answer.slug),) if navigation_slugs(call) and link.answer.locale else ()
        )
        yield Problem(span, message.format(slug=asked, new=link.answer.target), edits)


@site_rule(Severity.WARNING, unless=SETTLED_CALLS)
def link_macro_case(page: Page, site: Site) -> Iterator[Problem]:
    """A link macro spells the name of an interface, property, header or element with the capitals of its page.

    The name is what readers see. Glossary terms may begin with a small letter, and objects such as `document`
    stand for their interface; both are left alone.

    Bad: `{{domxref("DomException")}}`
    Good: `{{domxref("DOMException")}}`
    """
    for call, link in site.macro_links.of_page(page, "case"):
        if call.key in _ANY_CASE or _is_object(call):
            continue
        span = argument_span(call, link)
        written = page.text[span.start : span.end]
        new = respelled(written, link.answer.slug)
        if new and new != written:
            message = _("The page spells `{written}` as `{new}`.")
            # Without a label the name itself is shown, and the writer has to decide.
            edits = (Edit(span, new),) if call.text(1) or navigation_slugs(call) else ()
            yield Problem(span, message.format(written=written, new=new), edits)


_ANY_CASE = frozenset({"glossary", "htmlelement", "mathmlelement"})
"""MDN ignores the case of these names, and the words that are shown are those of a sentence."""


def _is_object(call: MacroCall) -> bool:
    """Return whether a name such as `document.title` or `symbol` is that of an object or a primitive, no interface."""
    name = call.text(0)
    if call.key == "domxref":
        return name[:1].islower() or " " in name or "_" in name
    return call.key == "jsxref" and name[:1].islower() and not call.text(1)


def respelled(written: str, slug: str) -> str:
    """Return the name `written` with the capitals of `slug`, which ends with it; empty when it does not."""
    name = written.removesuffix("()")
    tail = slug[len(slug) - len(name) :]
    if name.replace(".", "/").replace(" ", "_").lower() != tail.lower():
        return ""
    letters = (
        new if new.lower() == old.lower() else old for old, new in zip(name, tail, strict=True)
    )
    return "".join(letters) + written[len(name) :]

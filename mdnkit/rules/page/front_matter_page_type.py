"""The page type in the front matter is one that MDN has, and has below such a slug."""

from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.front_matter import Scalar
from mdnkit.page.page import Page
from mdnkit.page.page_facts import MATCHING_KEYS
from mdnkit.page.page_type import page_types
from mdnkit.rules.page.front_matter_key import is_parked
from mdnkit.rules.rule import page_rule


@page_rule(Severity.ERROR, unless=MATCHING_KEYS)
def front_matter_page_type(page: Page) -> Iterator[Problem]:
    """`page-type` is a type that MDN has, and one that it allows below the slug of the page.

    Sidebars, macros and checks ask for the type. Guides, landing pages and a few others may stand anywhere. Slugs tell
    events, static members, constructors and instance members of Web APIs apart, and the kinds of CSS features.

    Bad: `page-type: css-property` with the slug `Web/API/Event`
    Good: `page-type: web-api-interface` with the slug `Web/API/Event`
    """
    if not page.slug or page.is_translation or is_parked(page):
        return
    types = page_types()
    if types.is_allowed(page.front_matter.text("page-type"), page.slug):
        return
    entry = page.front_matter.get("page-type")
    if entry is None or not isinstance(entry.value, Scalar):
        return
    name, allowed = entry.value.value, types.allowed(page.slug)
    if name not in types.places:
        from difflib import get_close_matches

        near = get_close_matches(name, sorted(types.places), n=1)
        hint = _(" Did you mean `{near}`?").format(near=near[0]) if near else ""
        message = _("MDN has no page type `{name}`.{hint}").format(name=name, hint=hint)
        exact = page.text[slice(*entry.value.span)] == name
        fits = near and exact and types.is_allowed(near[0], page.slug)
        edits = (Edit(entry.value.span, near[0]),) if fits else ()
        yield Problem(entry.value.span, message, edits)
    elif page.slug.startswith(types.places[name]):
        message = _(
            "A page with the slug `{slug}` is none of the type `{name}`, whose slugs look like `{example}`; one of the two"
            " is wrong."
        )
        text = message.format(slug=page.slug, name=name, example=types.shapes[name][1])
        yield Problem(entry.value.span, text)
    else:
        special = sorted(allowed - types.everywhere) or sorted(types.everywhere)
        message = _(
            "A page with the slug `{slug}` cannot have the page type `{name}`; MDN allows {allowed} there."
        )
        text = message.format(slug=page.slug, name=name, allowed=", ".join(special))
        yield Problem(entry.value.span, text)

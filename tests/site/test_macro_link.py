"""Where link macros lead."""

from pathlib import Path

import pytest
from trees import page, write

from mdnkit.page.page import Page
from mdnkit.site.site import Roots, Site

PAGES = {
    "en-us/web/api/event": page("Web/API/Event"),
    "en-us/web/api/window/fetch": page("Web/API/Window/fetch"),
    "de/web/api/event": page("Web/API/Event"),
}


@pytest.mark.parametrize(
    ("call", "locale", "kind", "slug"),
    [
        ('{{domxref("Event")}}', "en-us", "page", "Web/API/Event"),
        ('{{domxref("fetch")}}', "en-us", "page", "Web/API/Window/fetch"),
        ('{{domxref("EVENT")}}', "en-us", "case", "Web/API/Event"),
        ('{{domxref("Old")}}', "en-us", "redirect", "Web/API/Event"),
        ('{{domxref("Evnt")}}', "en-us", "missing", "Web/API/Evnt"),
        ('{{domxref("Event")}}', "de", "page", "Web/API/Event"),
        ('{{domxref("fetch")}}', "de", "page", "Web/API/Window/fetch"),
        ('{{domxref("Event")}}', "fr", "page", "Web/API/Event"),
    ],
)
def test_a_macro_leads_to_the_first_page_there_is(
    tmp_path: Path, call: str, locale: str, kind: str, slug: str
) -> None:
    write(tmp_path, PAGES)
    redirects = tmp_path / "en-us" / "_redirects.txt"
    redirects.write_text("/en-US/docs/Web/API/Old\t/en-US/docs/Web/API/Event\n", "utf-8")
    site = Site(Roots(tmp_path, (tmp_path,)))
    (parsed,) = Page.parse(call).macro_calls
    link = site.macro_links.find(parsed, locale)
    assert link is not None
    assert (link.answer.kind, link.answer.slug) == (kind, slug)
    assert site.macro_links.find(parsed, locale) is link


@pytest.mark.parametrize("call", ["{{Compat}}", "{{RFC(9110)}}", "{{domxref}}", '{{domxref("")}}'])
def test_other_macros_lead_to_no_page(tmp_path: Path, call: str) -> None:
    (parsed,) = Page.parse(call).macro_calls
    assert Site(Roots(tmp_path)).macro_links.find(parsed, "en-us") is None

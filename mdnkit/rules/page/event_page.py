"""The front matter of an event page names one event, everywhere in the same way."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.page.event_page import MARKS, PAGE_TYPE, page_event
from mdnkit.page.front_matter_edit import set_value
from mdnkit.page.page import Page
from mdnkit.rules.rule import page_rule


@page_rule(Severity.WARNING, front=MARKS)
def event_page_slug(page: Page) -> Iterator[Problem]:
    """The slug of an event page is `Web/API/Interface/name_event`.

    Links made by macros, sidebars and the pages of interfaces find events under such slugs alone.

    Bad: `slug: Web/API/Document/scroll` with `page-type: web-api-event`
    Good: `slug: Web/API/Document/scroll_event`
    """
    entry = page.front_matter.get("slug")
    if entry and page.front_matter.text("page-type") == PAGE_TYPE and page_event(page) is None:
        message = _("The slug of an event page is `Web/API/Interface/name_event`, not `{slug}`.")
        yield Problem(entry.value.span, message.format(slug=page.slug))


@page_rule(Severity.WARNING, front=MARKS, behind=("translation-title",))
def event_page_title(page: Page) -> Iterator[Problem]:
    """The title of an event page names the interface and the event of its slug.

    In English it is `Interface: name event`. In translations the word for "event" is translated, but
    never the names: they are code.

    Bad: `title: "Dokument: scroll Ereignis"`
    Good: `title: "Document: scroll Ereignis"`
    """
    names = page_event(page)
    entry = page.front_matter.get("title")
    if names is None or entry is None:
        return
    title = page.front_matter.text("title")
    wanted = f"{names.interface}: {names.event} event"
    missing = [name for name in names if name not in title]
    if page.is_translation and missing:
        message = _("The title lacks `{name}`; names from code stay as they are in every language.")
        yield Problem(entry.value.span, message.format(name="`, `".join(missing)))
    elif not page.is_translation and title != wanted:
        message = _("The title of this event page should be `{wanted}`, by its slug.")
        yield Problem(entry.value.span, message.format(wanted=wanted))


@page_rule(Severity.WARNING, front=MARKS)
def event_page_short_title(page: Page) -> Iterator[Problem]:
    """The short title of an event page is the name of the event.

    The path of titles above a page shows it. The name is code and is not translated.

    Bad: `short-title: Scroll event`
    Good: `short-title: scroll`
    """
    names = page_event(page)
    if names is None:
        return
    entry = page.front_matter.get("short-title")
    if entry is not None and page.front_matter.text("short-title") != names.event:
        message = _(
            "The short title of this event page should be `{event}`, the name of the event."
        )
        yield Problem(entry.value.span, message.format(event=names.event))
    title = page.front_matter.get("title")
    if entry is None and title is not None and not page.is_translation:
        edit = set_value(page, ("short-title",), names.event)
        message = _(
            "The path of titles above this event page shows the whole title; add `short-title: {event}`."
        )
        text = message.format(event=names.event)
        yield Problem(title.key_span, text, (edit,) if edit else (), severity=Severity.NOTE)


@page_rule(Severity.WARNING, front=MARKS)
def event_page_compat(page: Page) -> Iterator[Problem]:
    """`browser-compat` of an event page names the event of its slug.

    The event of a mixin is listed under each interface that has the mixin, so that several names may
    differ from the slug in their interface.

    Bad: `browser-compat: api.Document.scrollend_event` on the page `Web/API/Document/scroll_event`
    Good: `browser-compat: api.Document.scroll_event`
    """
    names = page_event(page)
    entry = page.front_matter.get("browser-compat")
    if names is None or entry is None:
        return
    keys = page.front_matter.texts("browser-compat")
    wanted = f"api.{names.interface}.{names.event}_event"
    is_mixin = len(keys) > 1 and all(key.endswith(f".{names.event}_event") for key in keys)
    if wanted not in keys and not is_mixin:
        message = _("`browser-compat` of this event page should be `{wanted}`, by its slug.")
        yield Problem(entry.value.span, message.format(wanted=wanted))

"""The title of a translation keeps the names of its English, in the form of its locale."""

import re
from collections.abc import Iterable, Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.l10n.pair import Pair
from mdnkit.locales.locale import locale
from mdnkit.messages import _
from mdnkit.page.front_matter_edit import set_value
from mdnkit.page.page import Page
from mdnkit.page.page_type import page_types
from mdnkit.rules.rule import translation_rule
from mdnkit.site.site import Site
from mdnkit.site.slug import EN_US

_PLACEHOLDER = re.compile(r"\\\{(\w+)\\\}")
_NAME = re.compile(r"\{\w+\}")


@translation_rule(Severity.ERROR)
def translation_title(pair: Pair, site: Site) -> Iterator[Problem]:
    """The title of a reference page has the names of its English title, and the form that the locale gives such titles.

    Interfaces, members and events have one name in all languages; sidebars and search sort by it. Another form, or an
    English title, is a warning or a note.

    Bad: `Dokument: scroll-Ereignis` for `Document: scroll event`
    Good: `Document: scroll-Ereignis`
    """
    page, original = pair.translation, pair.original
    entry = page.front_matter.get("title")
    if original is None or entry is None:
        return
    english = original.front_matter.text("title")
    title = page.front_matter.text("title")
    if original.front_matter.get("short-title") and not page.front_matter.get("short-title"):
        message = _("The English page has a `short-title`, which sidebars show; add it here.")
        yield Problem(entry.key_span, message, severity=Severity.WARNING)
    page_type = original.front_matter.text("page-type")
    yield from _short_title(page, original, page_type)
    names = _names(english, locale(EN_US).titles.get(page_type, ()))
    if not names:
        return
    span = entry.value.span
    known = locale(page.locale).titles.get(page_type, ())
    forms = [form.format(**names) for form in known]
    usual = next(iter(forms), english if english in names.values() else "")
    lost = _lost(title, names.values())
    if lost:
        # Only a name is wrong: the form that the title has stays.
        usual = next((form.format(**names) for form in known if _has_form(title, form)), usual)
        message = _(
            "`{name}` of the English title `{english}` is a name; names are not translated."
        )
        if usual:
            message += _(" Write `{new}`.")
        yield Problem(
            span, message.format(name=lost[0], english=english, new=usual), _fix(page, usual)
        )
        return
    if forms and title not in forms:
        severity = Severity.WARNING if title == english else Severity.NOTE
        message = _("Titles of such pages are written `{form}` here.")
        yield Problem(span, message.format(form=usual), _fix(page, usual), severity=severity)


def _has_form(title: str, form: str) -> bool:
    """Return whether a title has all words of a form, whatever names stand between them."""
    return re.fullmatch(".+?".join(map(re.escape, _NAME.split(form))), title) is not None


def _short_title(page: Page, original: Page, page_type: str) -> Iterator[Problem]:
    """Yield the problem of a short title that lacks the name in the English one."""
    english, short = (one.front_matter.text("short-title") for one in (original, page))
    entry = page.front_matter.get("short-title")
    for name in page_types().names(page_type, original.slug)[-1:]:
        if entry is not None and name in english and name not in short:
            message = _(
                "The short title lacks `{name}`, a name that is not translated. Write `{new}`."
            )
            edit = set_value(page, ("short-title",), english)
            text = message.format(name=name, new=english)
            yield Problem(entry.value.span, text, (edit,) if edit else ())


def _fix(page: Page, title: str) -> tuple[Edit, ...]:
    """Return what writes a title over that of a page; nothing where it is not known."""
    edit = set_value(page, ("title",), title) if title else None
    return () if edit is None else (edit,)


def _names(title: str, forms: tuple[str, ...]) -> dict[str, str]:
    """Return the names in an English title, by their placeholder; empty where the title has no known form."""
    for form in forms:
        pattern = _PLACEHOLDER.sub(r"(?P<\1>.+?)", re.escape(form))
        match = re.fullmatch(pattern, title)
        if match is not None:
            return match.groupdict()
    return {}


def _lost(title: str, names: Iterable[str]) -> list[str]:
    """Return the names that a title lacks as whole words; each stands for itself, and `File` is not in `File()`."""
    lost: list[str] = []
    for name in sorted(names, key=len, reverse=True):
        rest = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "\0", title, count=1)
        if rest == title:
            lost.append(name)
        title = rest
    return lost

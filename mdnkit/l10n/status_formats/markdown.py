"""The queue for an issue or a wiki page: a task list of what to do."""

from collections.abc import Sequence

from mdnkit.l10n.change_words import change_words
from mdnkit.l10n.state import State
from mdnkit.l10n.status import PageStatus, Status
from mdnkit.l10n.status_formats._facts import day
from mdnkit.messages import _, _n
from mdnkit.site.slug import HOST, docs_path, locale_name


def render(status: Status, pages: Sequence[PageStatus], width: int | None) -> str:
    """Return a heading, the counts, and an item for each page."""
    title = _("State of the translations into {locale}").format(locale=locale_name(status.locale))
    counts = [f"{count} {state}" for state, count in status.summary().items() if count]
    items = "".join(_item(page, status.locale) for page in pages)
    return f"## {title}\n\n{', '.join(counts) or _('No pages')}.\n" + (
        f"\n{items}" if items else ""
    )


def _item(page: PageStatus, locale: str) -> str:
    """Return the item of a page, with what there is to do and where to see it."""
    where = "en-us" if page.state is State.MISSING else locale
    name = page.slug.replace("_", r"\_").replace("*", r"\*")
    link = f"[{name}](<{HOST}{docs_path(where, page.slug)}>)"
    if page.state is not State.BEHIND:
        return f"- [ ] {link}: {page.state}\n"
    message = _n(
        "{count} commit since {day}: {words} (`mdnkit l10n diff`)",
        "{count} commits since {day}: {words} (`mdnkit l10n diff`)",
        page.commits_behind or 0,
    )
    words = change_words(page.change) if page.change else _("unknown")
    said = message.format(count=page.commits_behind, day=day(page) or "?", words=words)
    return f"- [ ] {link}: {said}\n"

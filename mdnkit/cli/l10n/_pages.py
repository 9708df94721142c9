"""What commands for translations have in common: the locale and the pages they are given, writing what they say."""

from pathlib import Path

import click

from mdnkit.edits import write_atomically
from mdnkit.errors import UsageError, WriteError
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.page.source import Source
from mdnkit.site.shown_path import shown_path
from mdnkit.site.site import Site
from mdnkit.site.slug import EN_US, locale_name
from mdnkit.site.tree import PAGE_NAME


def read_translation(path: Path, site: Site) -> Page:
    """Return the translated page at `path`, a file or its folder. Raises UsageError when there is none."""
    file = path / PAGE_NAME if path.is_dir() else path
    place = site.locate(file)
    try:
        data = file.read_bytes()
    except OSError as error:
        message = _("{path} cannot be read: {error}.")
        raise UsageError(message.format(path=file, error=error.strerror)) from error
    page = Page(Source.decode(data), shown_path(file))
    if place is not None:
        page = Page(page.source, page.path, place.locale, place.folder)
    if page.overload:
        message = _("{path} is too complex to read; `mdnkit check` says where.")
        raise UsageError(message.format(path=file))
    if not page.is_translation:
        message = _("{path} is no translated page; name the index.md of one.")
        raise UsageError(message.format(path=file))
    return page


def only_locale(site: Site) -> str:
    """Return the one locale that the roots have; raises UsageError."""
    locales = [name for name in site.locales() if name != EN_US]
    if len(locales) == 1:
        return locales[0]
    if not locales:
        raise UsageError(_("There are no translations: name their folder with --translated-root."))
    names = ", ".join(map(locale_name, locales))
    raise UsageError(_("Choose one of the locales with --locale: {names}.").format(names=names))


def write_output(text: str, file: Path | None) -> None:
    """Write `text` to a file, or to the standard output. Raises WriteError."""
    if file is None:
        click.echo(text, nl=False)
        return
    try:
        write_atomically(file, text.encode("utf-8", "surrogateescape"))
    except OSError as error:
        message = _("{path} was not written: {error}.")
        raise WriteError(message.format(path=file, error=error.strerror)) from error

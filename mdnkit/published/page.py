"""A published page: where it is, what it was built from, and the code that it shows."""

import re
from dataclasses import dataclass
from pathlib import Path

from mdnkit.errors import UsageError
from mdnkit.messages import _
from mdnkit.published.footer import read_footer
from mdnkit.published.headers import split_headers
from mdnkit.published.html import read_html
from mdnkit.published.shown import PublishedCode
from mdnkit.published.text import read_text

_MARKUP = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype|html|head|body|main|article|section|div)\b",
    re.IGNORECASE | re.DOTALL,
)
"""How a file begins that is HTML, or a part of it."""

LARGEST = 20_000_000
"""Bytes. The largest pages of MDN have two million."""


@dataclass(frozen=True, slots=True)
class PublishedPage:
    """What a saved page says."""

    file: str
    form: str
    """`html`; `markdown`, text that marks its code; `text`, in which code cannot be told from prose."""
    title: str = ""
    address: str = ""
    """The canonical one, or the last one that a redirect names; empty where nothing in the file says it."""
    redirects: tuple[str, ...] = ()
    """Where each redirect led that was followed to get it."""
    locale: str = ""
    """As in URLs: `en-US`."""
    slug: str = ""
    source: str = ""
    """The file that it was built from: `files/en-us/web/api/event/index.md`."""
    commit: str = ""
    """The last commit of that file."""
    modified: str = ""
    """When that was: `2024-05-07T14:59:11.000Z`, or a date as the page has it."""
    codes: tuple[PublishedCode, ...] = ()
    empty: int = 0
    """Blocks of code that a browser has saved without their code."""
    text: str = ""
    """What follows the headers of HTTP, line by line as in the file."""
    first_line: int = 1
    """The line of the file in which `text` begins."""


def read_published(path: Path) -> PublishedPage:
    """Return what the saved page in a file says. Raises UsageError where it cannot be read."""
    whole = _read(path)
    headers, text, first_line = split_headers(whole)
    if _MARKUP.match(text):
        form, shown = "html", read_html(text, first_line)
    else:
        shown = read_text(text, first_line)
        form = "markdown" if shown.is_marked else "text"
    footer = read_footer(shown, headers.locations)
    return PublishedPage(
        file=str(path),
        form=form,
        title=shown.title,
        address=footer.address,
        redirects=headers.locations,
        locale=footer.locale,
        slug=footer.slug,
        source=footer.source,
        commit=footer.commit,
        modified=footer.modified,
        codes=shown.codes,
        empty=shown.empty,
        text=text,
        first_line=first_line,
    )


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            message = _("{file}: too large for a page: {bytes} bytes.")
            raise UsageError(message.format(file=path, bytes=path.stat().st_size))
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}") from None
    text = data.decode("utf-8-sig", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")

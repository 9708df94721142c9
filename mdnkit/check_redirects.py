"""The redirects of locales, checked like pages: `_redirects.txt` beside them."""

import os
from collections.abc import Sequence
from pathlib import Path

from mdnkit.config import Config
from mdnkit.given import Given, read_page
from mdnkit.outcome import Outcome
from mdnkit.page.page import Page
from mdnkit.page_check import look_at_redirects
from mdnkit.site.open_site import open_site
from mdnkit.site.redirects import FILE_NAME as REDIRECTS


def find_redirects(paths: Sequence[Path], config: Config) -> list[Given]:
    """Return the files of the redirects of locales that are among `paths` or below them."""
    site = open_site(config)
    asked = [os.path.abspath(path) for path in paths]
    trees = [tree for locale in site.locales() if (tree := site.tree(locale))]
    files = [os.path.join(tree.root, tree.locale, REDIRECTS) for tree in trees]
    return [
        Given(file, is_redirects=True)
        for file in files
        if os.path.isfile(file)
        and not os.path.islink(file)
        and _is_asked(os.path.abspath(file), asked)
    ]


def read_redirects(given: Sequence[Given], config: Config) -> list[Page]:
    """Return the redirects of locales, as if they were pages."""
    site = open_site(config)
    pages = [(read_page(one.path, site, one.text), os.path.dirname(one.path)) for one in given]
    return [
        Page(page.source, page.path, os.path.basename(folder), unreadable=page.unreadable)
        for page, folder in pages
    ]


def check_redirects(pages: Sequence[Page], config: Config, hashed: bool = False) -> list[Outcome]:
    """Return what the rules find in the redirects of locales; `hashed` as of `check_pages`."""
    if hashed:
        from mdnkit.site.fingerprint import content_of
    site = open_site(config)
    return [
        Outcome(
            page.path,
            look_at_redirects(page, site, config.selection(page.path)),
            is_page=False,
            content=content_of(page) if hashed else "",
        )
        for page in pages
    ]


def _is_asked(file: str, asked: Sequence[str]) -> bool:
    return any(file == path or file.startswith(os.path.join(path, "")) for path in asked)

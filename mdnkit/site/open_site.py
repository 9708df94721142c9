"""Makes the site of a configuration, once in each process."""

import functools
from pathlib import Path

from mdnkit.config import Config
from mdnkit.site.history import History
from mdnkit.site.site import Roots, Site


def open_site(config: Config) -> Site:
    """Return the site that `config` names; the same object for the same roots and history."""
    return _open(config.content_root, config.translated_roots, config.source_history)


@functools.cache
def _open(content: Path | None, translated: tuple[Path, ...], source: str | None) -> Site:
    return Site(Roots(content, translated), History.open(source, content))

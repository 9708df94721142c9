"""Makes the site of a configuration, once in each process."""

import functools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from mdnkit.config import Config
from mdnkit.site.site import Roots, Site

if TYPE_CHECKING:
    from mdnkit.site.history import History


def open_site(config: Config, announce: Callable[[str], None] | None = None) -> Site:
    """Return the site that `config` names; the same object for the same roots and history.

    `announce` is told in one line before something takes long: the first fetch of a history.
    """
    site = _open(config.content_root, config.translated_roots, config.source_history)
    if announce is not None and site.history is not None:
        site.history.announce = announce
    return site


@functools.cache
def _open(content: Path | None, translated: tuple[Path, ...], source: str | None) -> Site:
    def history() -> "History":
        from mdnkit.site.history import History

        return History.open(source, content)

    return Site(Roots(content, translated), history)

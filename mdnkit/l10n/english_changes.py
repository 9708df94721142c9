"""What changed in English pages since commits: remembered where it was found before, else found in several processes."""

import functools
from collections.abc import Callable, Sequence
from typing import NamedTuple

from mdnkit.l10n.change import Change, compare
from mdnkit.l10n.change_memory import Texts, recall, remember
from mdnkit.page.page import Page
from mdnkit.page.source import Source
from mdnkit.site.history import Absence, Request
from mdnkit.site.repository import cache_folder
from mdnkit.site.site import Site
from mdnkit.spread import spread


class _Task(NamedTuple):
    """Two texts of a page to be compared."""

    then: Request
    now: Request


def find_changes(
    open_site: Callable[[], Site],
    requests: Sequence[Request],
    jobs: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> dict[Request, Change]:
    """Return for each page, given by a commit and its folder now, what changed since; nothing where a text is missing.

    Arguments as of `status`. Raises HistoryError when the history breaks off.
    """
    history = open_site().history
    if history is None or history.head is None or not requests:
        return {}
    blobs = history.page_blobs(requests)
    now = history.blobs_now
    texts: dict[Request, Texts] = {}
    for request in requests:
        then = blobs[request]
        if request[1] in now and not isinstance(then, Absence):
            texts[request] = (then, now[request[1]])
    cache = cache_folder()
    known = recall(cache)
    pending = {pair: request for request, pair in texts.items() if pair not in known}
    tasks = [_Task(request, (history.head, request[1])) for request in pending.values()]
    work = functools.partial(_compare, open_site=open_site)
    found = [change for chunk in spread(work, tasks, jobs, _nothing, progress) for change in chunk]
    new = {pair: change for pair, change in zip(pending, found, strict=True) if change}
    if new:
        remember(cache, known, new, texts.values())
    changes = {**known, **new}
    return {request: changes[pair] for request, pair in texts.items() if pair in changes}


def _nothing() -> None:
    """Prepare nothing: what was read before is shared anyway."""


def _compare(tasks: Sequence[_Task], open_site: Callable[[], Site]) -> list[Change | None]:
    history = open_site().history
    assert history is not None
    texts = history.texts(request for task in tasks for request in task)
    changes: list[Change | None] = []
    for task in tasks:
        old, new = texts[task.then], texts[task.now]
        if isinstance(old, bytes) and isinstance(new, bytes):
            changes.append(compare(Page(Source.decode(old)), Page(Source.decode(new))))
        else:
            changes.append(None)
    return changes

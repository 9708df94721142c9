"""The states for programs."""

import json
from collections.abc import Sequence
from typing import Any

from mdnkit.l10n.status import PageStatus, Status
from mdnkit.l10n.status_formats._facts import day
from mdnkit.site.shown_path import shown_path
from mdnkit.site.slug import locale_name


def render(status: Status, pages: Sequence[PageStatus], width: int | None) -> str:
    """Return a JSON object."""
    data = {
        "version": 1,
        "locale": locale_name(status.locale),
        "summary": {str(state): count for state, count in status.summary().items()},
        "pages": [_page(page) for page in pages],
        "remarks": list(status.remarks),
    }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _page(page: PageStatus) -> dict[str, Any]:
    change = page.change
    facts = {
        "path": shown_path(page.path),
        "slug": page.slug,
        "state": str(page.state),
        "sourceCommit": page.source_commit or None,
        "commitsBehind": page.commits_behind,
        "changes": [str(kind) for kind in change.kinds] if change else [],
        "segmentsChanged": change.segments if change else None,
        "details": {str(detail): count for detail, count in change.details} if change else {},
        "since": day(page) or None,
    }
    return facts if page.popularity is None else {**facts, "popularity": page.popularity}

"""The difference for programs."""

import json
from typing import Any

from mdnkit.l10n.difference import Difference, Row
from mdnkit.site.slug import locale_name


def render(difference: Difference, width: int, color: bool) -> str:
    """Return a JSON object; `details` and `what` have the words of `mdnkit l10n status`."""
    data = {
        "version": 1,
        "path": difference.path,
        "locale": locale_name(difference.locale),
        "slug": difference.slug,
        "since": difference.since,
        "until": difference.until,
        "changes": [str(kind) for kind in difference.change.kinds],
        "segmentsChanged": difference.change.segments,
        "details": {str(detail): count for detail, count in difference.change.details},
        "segments": [_row(row) for row in difference.rows],
    }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _row(row: Row) -> dict[str, Any]:
    return {
        "fate": str(row.fate),
        "what": [str(detail) for detail in row.what],
        "section": row.section or None,
        "shape": row.shape,
        "old": row.old or None,
        "new": row.new or None,
        "translation": row.translation or None,
        "line": row.line,
    }

"""The states for spreadsheets."""

import csv
import io
from collections.abc import Sequence

from mdnkit.l10n.status import PageStatus, Status
from mdnkit.l10n.status_formats._facts import day
from mdnkit.site.shown_path import shown_path

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a text for a formula."""


def render(status: Status, pages: Sequence[PageStatus], width: int | None) -> str:
    """Return a line for each page, comma-separated (RFC 4180 with plain line ends), below a line of names as in JSON."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    names = ["path", "slug", "state", "sourceCommit", "since", "commitsBehind", "segmentsChanged"]
    writer.writerow([*names, "changes", "details", "popularity"])
    for page in pages:
        change = page.change
        cells = [
            shown_path(page.path),
            page.slug,
            str(page.state),
            page.source_commit,
            day(page),
            page.commits_behind,
            change.segments if change else None,
            " ".join(change.kinds) if change else "",
            " ".join(f"{detail}:{count}" for detail, count in change.details) if change else "",
            page.popularity,
        ]
        writer.writerow([f"'{cell}" if str(cell).startswith(_FORMULA) else cell for cell in cells])
    return file.getvalue()

"""Changes that were found before, kept in the user's cache folder by the content of both texts."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from mdnkit import __version__
from mdnkit.l10n.change import Change, Detail, Kind
from mdnkit.site.kept_file import keep

FORMAT = 1
"""Number of what `compare` finds; raised when it finds something else in the same texts."""

MOST = 100_000
"""Changes that are kept; beyond, those that were not asked for are forgotten."""

Texts = tuple[str, str]
"""The ids of the contents of a page before and after."""


def recall(cache: Path) -> dict[Texts, Change]:
    """Return what is remembered; nothing where the file is missing, damaged or of another version."""
    try:
        data = json.loads(_file(cache).read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(data, dict) or data.get("made-by") != _maker():
        return {}
    entries = data.get("changes")
    if not isinstance(entries, dict):
        return {}
    try:
        return {_texts(key): _change(value) for key, value in entries.items()}
    except (ValueError, TypeError, AttributeError):
        return {}


def remember(
    cache: Path, known: Mapping[Texts, Change], new: Mapping[Texts, Change], asked: Iterable[Texts]
) -> None:
    """Keep what was found, beside what is known. Where nothing can be written, nothing is kept."""
    changes = {**known, **new}
    if len(changes) > MOST:
        changes = {texts: changes[texts] for texts in asked if texts in changes}
    entries = {" ".join(texts): _plain(change) for texts, change in changes.items()}
    content = json.dumps({"made-by": _maker(), "changes": entries}, separators=(",", ":"))
    keep(_file(cache), content.encode())


def _file(cache: Path) -> Path:
    return cache / "l10n" / "changes.json"


def _maker() -> str:
    return f"mdnkit {__version__}, {FORMAT}"


def _texts(key: str) -> Texts:
    old, new = key.split(" ")
    return old, new


def _plain(change: Change) -> list[Any]:
    return [change.kinds, change.segments, dict(change.details)]


def _change(value: Any) -> Change:
    kinds, segments, details = value
    return Change(
        tuple(Kind(kind) for kind in kinds),
        int(segments),
        tuple((Detail(detail), int(count)) for detail, count in details.items()),
    )

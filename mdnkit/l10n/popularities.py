"""Reads how much pages are visited, from a file such as MDN's popularities.json."""

import json
from collections.abc import Mapping
from pathlib import Path

from mdnkit.errors import UsageError
from mdnkit.messages import _
from mdnkit.site.slug import folder_of, parse_url


def read_popularities(file: Path) -> Mapping[str, float]:
    """Return a number for each English page, by its folder; higher is read more.

    The file is a JSON object from slugs, or paths such as `/en-US/docs/Web`, to numbers. Raises UsageError.
    """
    try:
        data = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        message = _("The popularities in {file} cannot be read: {error}")
        raise UsageError(message.format(file=file, error=error)) from error
    if not isinstance(data, dict) or not all(_is_number(value) for value in data.values()):
        message = _("{file} is no JSON object from slugs to numbers of 0 or more.")
        raise UsageError(message.format(file=file))
    return {_folder(key): float(value) for key, value in data.items()}


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 1e300


def _folder(key: str) -> str:
    url = parse_url(key)
    return folder_of(url.slug if url else key)

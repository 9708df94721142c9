"""Globs of paths, as `exclude` and `per-path` write them."""

import os
import re
from collections.abc import Sequence

_PART = re.compile(r"\*\*/|/\*\*$|\*\*|\*|\?|.", re.DOTALL)
_MEANINGS = {"**/": "(?:.*/)?", "/**": "(?:/.*)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def compile_globs(globs: Sequence[str]) -> re.Pattern[str] | None:
    """Return what matches, as a whole, a path that any of `globs` matches; None when there are none.

    `*` stands for anything inside a name, `**` across folders; a glob without `/` matches any file or folder of that name.
    """
    return re.compile("|".join(map(_translate, globs)), re.DOTALL) if globs else None


def is_within(path: str, pattern: re.Pattern[str]) -> bool:
    """Return whether `pattern` matches the relative path, or a folder that it lies in."""
    while path:
        if pattern.fullmatch(path):
            return True
        path = path.rpartition("/")[0]
    return False


def relative_path(absolute: str, folder: str) -> str:
    """Return the absolute path `absolute` relative to `folder`, with `/`, as globs are matched against it."""
    prefix = os.path.join(folder, "")
    if absolute.startswith(prefix):
        return absolute[len(prefix) :].replace(os.sep, "/")
    return os.path.relpath(absolute, folder).replace(os.sep, "/")


def _translate(glob: str) -> str:
    """Return the regular expression for a glob."""
    glob = glob.removeprefix("./").rstrip("/")
    anywhere = "" if "/" in glob else "(?:.*/)?"
    parts = _PART.findall(glob.removeprefix("/"))
    return anywhere + "".join(_MEANINGS.get(part) or re.escape(part) for part in parts)

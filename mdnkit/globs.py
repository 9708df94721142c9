"""Globs of paths, as `exclude` and `per-path` write them."""

import os
import re
from collections.abc import Callable, Sequence
from typing import Any, Protocol

from mdnkit.errors import ConfigError
from mdnkit.messages import _

_PART = re.compile(r"\*\*/|/\*\*$|\*\*|\*|\?|.", re.DOTALL)
_STARS = re.compile(r"\*+")
_MANY_STARS = re.compile(r"\*{3,}")
_MEANINGS = {"**/": "(?:.*/)?", "/**": "(?:/.*)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


_FEW = 3
"""Stars of a glob that `re` may try in all ways; with each more, that can take as many times as long as a path is long."""


class Pattern(Protocol):
    """What a path is held against."""

    def fullmatch(self, path: str, /) -> object:
        """Return something true for a path that matches as a whole."""
        ...


def compile_globs(globs: Sequence[str]) -> Pattern | None:
    """Return what matches, as a whole, a path that any of `globs` matches; None when there are none.

    `*` stands for anything inside a name, `**` across folders; a glob without `/` matches any file or folder of that name.
    Raises ConfigError for a glob that is too long.
    """
    if not globs:
        return None
    if all(len(_STARS.findall(glob)) <= _FEW for glob in globs):
        return re.compile("|".join(_translate(glob, re.escape) for glob in globs), re.DOTALL)
    return _Linear(globs)


class _Linear:
    """The same in RE2, which takes a little longer for each path, and no longer for any glob."""

    def __init__(self, globs: Sequence[str]) -> None:
        import re2

        expression = "|".join(_translate(_encodable(glob), re2.escape) for glob in globs)
        options = re2.Options()
        options.dot_nl = True
        options.log_errors = False
        try:
            self._pattern: Any = re2.compile(expression, options)
        except re2.error as error:
            longest = max(globs, key=len)
            message = _("The glob `{glob}…` is too long; write several shorter ones.")
            raise ConfigError(message.format(glob=longest[:30])) from error

    def fullmatch(self, path: str, /) -> object:
        """Return something true for a path that matches as a whole."""
        return self._pattern.fullmatch(_encodable(path))


def _encodable(text: str) -> str:
    """Return a text in which `?` stands for bytes that are no text."""
    return text.encode("utf-8", "replace").decode()


def is_within(path: str, pattern: Pattern) -> bool:
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


def _translate(glob: str, escape: Callable[[str], str]) -> str:
    """Return the regular expression for a glob, in which `escape` writes what stands for itself."""
    glob = _MANY_STARS.sub("**", glob.removeprefix("./").rstrip("/"))
    anywhere = "" if "/" in glob else "(?:.*/)?"
    parts = _PART.findall(glob.removeprefix("/"))
    return anywhere + "".join(_MEANINGS.get(part) or escape(part) for part in parts)

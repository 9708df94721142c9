"""The page files below the paths that a run is given."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mdnkit.errors import UsageError
from mdnkit.globs import Pattern, compile_globs, relative_path
from mdnkit.messages import _
from mdnkit.site.listing import Listing
from mdnkit.site.redirects import FILE_NAME as REDIRECTS
from mdnkit.site.tree import PAGE_NAME

if TYPE_CHECKING:
    from mdnkit.site.outline import Outline

SKIPPED = frozenset(
    (".git", ".hg", ".svn", "node_modules", ".mdnkit_cache", ".tox", ".nox", ".venv", "__pycache__")
)
"""Folders that never hold pages."""


def find_pages(
    paths: Iterable[str | Path],
    exclude: Sequence[str] = (),
    base: Path | None = None,
    listing: Listing | None = None,
) -> tuple[str, ...]:
    """Return the files given, and every `index.md` below the folders given, sorted, each once.

    `exclude` holds globs (`*` inside a name, `**` across folders) for paths relative to `base`
    (default: the current folder); one without `/` matches any file or folder of that name. Files
    that are given are never excluded, and symbolic links below a folder are not followed.
    `listing` has the folders that were read already. Raises UsageError when a path does not exist.
    """
    excluded = compile_globs(exclude)
    start = os.path.abspath(base or os.curdir)
    listing = listing or Listing()
    found: dict[str, str] = {}
    for path in map(str, paths):
        absolute = os.path.abspath(path)
        if os.path.isdir(path):
            for inside in _walk(absolute, excluded, start, listing):
                found.setdefault(absolute + inside, path + inside)
        elif os.path.basename(path) == REDIRECTS:
            continue
        elif os.path.exists(path):
            found.setdefault(absolute, path)
        else:
            raise UsageError(_("There is no file or folder `{path}`.").format(path=path))
    return tuple(found[absolute] for absolute in sorted(found))


def no_page(paths: Iterable[str | Path]) -> UsageError:
    """Return why a run over `paths`, which hold no page, cannot begin: a wrong folder must not look like a clean one."""
    message = _(
        "There is no page in {paths}: pages are files named `{name}` that `exclude` does not leave out."
        " Name another file or folder."
    )
    places = ", ".join(os.path.abspath(path) for path in paths)
    return UsageError(message.format(paths=places, name=PAGE_NAME))


def _walk(folder: str, excluded: Pattern | None, start: str, listing: Listing) -> Iterator[str]:
    """Yield the pages below `folder`, leaving out what `excluded` matches, relative to it."""
    pending = [""]
    while pending:
        if listing.is_long and listing.unchanged and listing.unchanged.has_folder(folder):
            yield from _known(folder, excluded, start, listing.unchanged)
            return
        here = pending.pop()
        try:
            entries = listing.entries(folder + here)
        except OSError as error:
            message = _("The folder `{path}` cannot be read: {reason}.")
            text = message.format(path=folder + here, reason=error.strerror)
            raise UsageError(text) from error
        for entry in entries:
            is_page = entry.name == PAGE_NAME and entry.is_file(follow_symlinks=False)
            is_folder = not is_page and entry.is_dir(follow_symlinks=False)
            if not is_page and (not is_folder or entry.name in SKIPPED):
                continue
            if excluded and excluded.fullmatch(relative_path(entry.path, start)):
                continue
            inside = f"{here}{os.sep}{entry.name}"
            if is_page:
                yield inside
            else:
                pending.append(inside)


def _known(folder: str, excluded: Pattern | None, start: str, outline: "Outline") -> Iterator[str]:
    """Yield the same from an outline of what is there."""

    def is_excluded(path: str) -> bool:
        return excluded is not None and bool(excluded.fullmatch(relative_path(path, start)))

    kept = {folder}
    for path in outline.folders:
        above, _sep, name = path.rpartition(os.sep)
        if above in kept and name not in SKIPPED and not is_excluded(path):
            kept.add(path)
    pages = (path for path in outline.files if path.endswith(os.sep + PAGE_NAME))
    irregular = frozenset(outline.irregular)
    for path in pages:
        if path.rpartition(os.sep)[0] in kept and path not in irregular and not is_excluded(path):
            yield path.removeprefix(folder)

"""Which pages git says were changed, and their text in git's index; stages pages that were mended."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from mdnkit.errors import UsageError
from mdnkit.globs import compile_globs, is_within, relative_path
from mdnkit.messages import _
from mdnkit.site import git
from mdnkit.site.shown_path import shown_path
from mdnkit.site.tree import PAGE_NAME


class Changed(NamedTuple):
    """A page that was changed."""

    path: Path
    text: bytes | None = None
    """As it is staged; None: as the file has it."""


def changed_since(
    revision: str, paths: Sequence[Path], exclude: Sequence[str], base: Path
) -> list[Changed]:
    """Return the pages below `paths` that were changed, or are new, since the branch at hand left `revision`.

    Their text is that of the files: what is committed, what is staged and what is neither. Raises UsageError.
    """
    found: set[str] = set()
    for top, folder_paths in _repositories(paths).items():
        place = ("-C", top)
        resolved = _asked(
            place, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
        )
        if resolved is None:
            message = _("There is no revision `{revision}` in {folder}; fetch it, or name another.")
            raise UsageError(message.format(revision=revision, folder=top))
        # What others did on the branch of `revision` meanwhile is not this branch's change.
        start = _asked(place, "merge-base", resolved.decode().strip(), "HEAD") or resolved
        difference = ("diff", "--name-only", "--no-renames", "--diff-filter=d", "-z")
        names = _lines(place, *difference, start.decode().strip(), "--", *folder_paths)
        names += _lines(
            place, "ls-files", "--others", "--exclude-standard", "-z", "--", *folder_paths
        )
        found.update(os.path.join(top, os.fsdecode(name)) for name in names)
    return [
        Changed(_shown(path))
        for path in _pages(found, paths, exclude, base)
        if os.path.isfile(path)
    ]


def changed_in_index(paths: Sequence[Path], exclude: Sequence[str], base: Path) -> list[Changed]:
    """Return the pages below `paths` that are staged, with the text that a commit would have. Raises UsageError."""
    staged: dict[str, bytes] = {}
    for top, folder_paths in _repositories(paths).items():
        place, index = ("-C", top), _index_of_caller(top)
        difference = (
            "diff",
            "--cached",
            "--raw",
            "--no-abbrev",
            "--no-renames",
            "--diff-filter=d",
            "-z",
        )
        fields = _lines(place, *difference, "--", *folder_paths, index=index)
        blobs = {
            os.path.join(top, os.fsdecode(name)): facts.split()[3]
            for facts, name in zip(fields[::2], fields[1::2], strict=True)
            if facts.split()[1].startswith(b"100")
        }
        wanted = _pages(blobs, paths, exclude, base)
        conversation = git.Conversation(place)
        answers = conversation.ask(blobs[path] for path in wanted)
        staged.update(
            (path, answer.content) for path, answer in zip(wanted, answers, strict=True) if answer
        )
        conversation.close()
    return [Changed(_shown(path), staged[path]) for path in sorted(staged)]


def with_other_text(staged: Iterable[tuple[str, bytes | None]]) -> frozenset[str]:
    """Return which staged pages have a file with another text, or none, as reports show their paths."""

    def is_content(path: str, text: bytes | None) -> bool:
        try:
            return Path(path).read_bytes() == text
        except OSError:
            return False

    return frozenset(shown_path(path) for path, text in staged if not is_content(path, text))


def said_of_apart(count: int, write: bool) -> str:
    """Say that the text that was checked of some pages is not that of their files, and what is not done for that reason."""
    if write:
        message = _(
            "Pages that were not mended, as their files have text that is not staged: {count}."
        )
    else:
        message = _(
            "Pages that were checked as they are staged, while their files have other text: {count}."
        )
    return message.format(count=count) if count else ""


def said_of_unstaged(mended: int) -> str:
    """Say what is left to do for mended pages where they are not staged."""
    message = _(
        "Pages that were mended, but not staged, as pre-commit runs this: {count}. Stage them and commit again;"
        " where pre-commit takes the changes back, run `mdnkit check --fix` yourself."
    )
    return message.format(count=mended) if mended and keeps_unstaged_text() else ""


def refuse_partial_commit(paths: Sequence[Path]) -> None:
    """Raise UsageError in a hook of `git commit FILE`, in which no page can be staged for good.

    git makes such a commit from an index of its own, and goes on with another one that it has prepared before the hook:
    what the hook stages would be in the commit, and taken back by the next. https://git-scm.com/docs/git-commit
    """
    for top in _repositories(paths):
        index = _index_of_caller(top)
        if index is not None and os.path.basename(index).startswith("next-index-"):
            raise UsageError(
                _(
                    "git commits named files only here, so what `--fix --staged` would stage is taken back by the next"
                    " commit; stage the files and commit without naming them, or leave out `--fix`."
                )
            )


def keeps_unstaged_text() -> bool:
    """Return whether pre-commit runs this, and so keeps what is not staged in a patch that must still apply afterwards.

    Where it does not apply, pre-commit takes back what hooks wrote and tries again; what a hook has staged would stay, the
    patch would fail for good, and what was not staged would be gone from its file. https://pre-commit.com/#creating-new-hooks
    """
    return os.environ.get("PRE_COMMIT") == "1"


def stage(paths: Sequence[Path]) -> list[str]:
    """Put the text of files that git knows into its index. Return, for each work tree that refuses, a line that says why."""
    refused: list[str] = []
    for top, files in _repositories(paths).items():
        answer = git.run(("-C", top), "add", "--", *files, index=_index_of_caller(top))
        if answer.code:
            message = _("Pages were mended, but not staged ({reason}): {files}.")
            refused.append(message.format(reason=answer.error, files=", ".join(files)))
    return refused


def _repositories(paths: Sequence[Path]) -> dict[str, list[str]]:
    """Return the work trees that hold `paths`, each with those that it holds; raises UsageError."""
    found: dict[str, list[str]] = {}
    for path in paths:
        if not path.exists():
            raise UsageError(_("There is no file or folder `{path}`.").format(path=path))
        real = os.path.realpath(path)
        folder = real if os.path.isdir(real) else os.path.dirname(real)
        answer = git.run(("-C", folder), "rev-parse", "--show-toplevel")
        if answer.code:
            message = _(
                "{path} is in no git work tree ({reason}); `--since` and `--staged` need one."
            )
            raise UsageError(message.format(path=path, reason=answer.error))
        found.setdefault(os.fsdecode(answer.output[:-1]), []).append(real)
    return found


def _index_of_caller(top: str) -> str | None:
    """Return the index that git prepared for a hook of this work tree, as for `git commit FILE`; None when there is none."""
    index = os.environ.get("GIT_INDEX_FILE")
    folder = _asked(("-C", top), "rev-parse", "--absolute-git-dir")
    if not index or folder is None:
        return None
    absolute = os.path.realpath(index)
    inside = os.path.join(os.path.realpath(os.fsdecode(folder[:-1])), "")
    return absolute if absolute.startswith(inside) else None


def _asked(place: Sequence[str], *arguments: str) -> bytes | None:
    """Return what git prints; None when it fails."""
    answer = git.run(place, *arguments)
    return None if answer.code else answer.output


def _lines(place: Sequence[str], *arguments: str, index: str | None = None) -> list[bytes]:
    """Return what git prints, cut at each NUL; raises UsageError when it fails."""
    answer = git.run(place, *arguments, index=index)
    if answer.code:
        raise UsageError(
            _("git cannot say what was changed: {reason}.").format(reason=answer.error)
        )
    return answer.output.split(b"\0")[:-1]


def _pages(
    files: Iterable[str], paths: Sequence[Path], exclude: Sequence[str], base: Path
) -> list[str]:
    """Return which of `files` a run over `paths` would check: files that were named, and pages that are not excluded."""
    named = {os.path.realpath(path) for path in paths}
    excluded = compile_globs(exclude)
    start = os.path.realpath(base)

    def is_excluded(path: str) -> bool:
        return excluded is not None and is_within(relative_path(path, start), excluded)

    return sorted(
        path
        for path in files
        if path in named or (os.path.basename(path) == PAGE_NAME and not is_excluded(path))
    )


def _shown(path: str) -> Path:
    """Return the path without what symbolic links of the current folder add to it."""
    here = os.path.realpath(os.curdir)
    return (
        Path(os.path.relpath(path, here)) if path.startswith(os.path.join(here, "")) else Path(path)
    )

"""The repository of the English history: around the content root, or where a run says."""

import contextlib
import os
import re
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from mdnkit.errors import HistoryError
from mdnkit.messages import _
from mdnkit.site import git
from mdnkit.site.slug import EN_US
from mdnkit.site.tree import PAGE_NAME

_URL = re.compile(r"(?:https?|ssh|git|file)://.|[\w.-]+@[\w.-]+:.", re.ASCII)
_BUNDLE = re.compile(rb"# v[23] git bundle\n")
_DUBIOUS = re.compile("dubious ownership in repository at '(.+)'")
_LAYOUTS = (f"files/{EN_US}", EN_US)
"""Where the English pages are: in MDN's repository, and in one of them alone."""

_FRESH = 3600.0
"""Seconds for which a clone that was fetched is not fetched again."""


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository that can be read."""

    folder: str
    """What git calls the git directory."""
    head: str
    """The commit that stands for "now"."""
    english: str
    """The folder of the English pages in it, such as `files/en-us`."""
    shallow: bool = False
    """Whether old commits were left out when it was fetched."""
    promisor: str = ""
    """The remote from which texts are fetched when they are asked for; empty when all are here."""

    @property
    def partial(self) -> bool:
        """Whether texts are fetched only when they are asked for."""
        return self.promisor != ""

    @property
    def place(self) -> tuple[str, ...]:
        """The option that makes git work here."""
        return (f"--git-dir={self.folder}",)


def output(repository: Repository, *arguments: str) -> bytes:
    """Return what git prints in a repository; raises HistoryError when it fails."""
    answer = git.run(repository.place, *arguments)
    if answer.code:
        raise HistoryError(_refusal(answer, repository.folder))
    return answer.output


def newest_pages(repository: Repository) -> dict[str, str]:
    """Return the id of the content of every English page at the newest commit, by folder. Raises HistoryError."""
    english, ending = f"{repository.english}/", f"/{PAGE_NAME}"
    arguments = ("ls-tree", "-r", "-z", "--full-tree", repository.head, "--", english)
    pages = {}
    for line in os.fsdecode(output(repository, *arguments)).split("\0"):
        facts, _tab, path = line.partition("\t")
        if path.endswith(ending):
            pages[path[len(english) : -len(ending)]] = facts.split()[2]
    return pages


def resolve(repository: Repository, revision: str) -> str | None:
    """Return the commit that a revision in git's words names; None when it names none."""
    asked = ("--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    answer = git.run(repository.place, "rev-parse", *asked)
    return answer.output.decode().strip() if answer.code == 0 else None


def is_url(source: str) -> bool:
    """Return whether a source is fetched over a network, or from a URL `file://`."""
    return _URL.match(source) is not None


def find_repository(folder: Path) -> Repository:
    """Return the repository around `folder`, which holds `en-us/`; raises HistoryError."""
    return _open(("-C", str(folder)), str(folder), only_here=True)


def open_source(source: str, cache: Path, announce: Callable[[str], None]) -> Repository:
    """Return the repository of a checkout, a bare repository, a bundle or a URL.

    Bundles and URLs are cloned into `cache` once; `announce` is told before that. Raises
    HistoryError.
    """
    if is_url(source):
        return _clone_url(source, cache, announce)
    path = Path(source)
    if path.is_file():
        return _clone_bundle(path, cache, announce)
    if path.is_dir():
        # git may be told to use a bare repository only where it is named as one.
        is_bare = (path / "HEAD").is_file() and (path / "objects").is_dir()
        return _open((f"--git-dir={source}",) if is_bare else ("-C", source), source)
    message = _("The English history {source} is no folder, bundle or URL; mend `source-history`.")
    raise HistoryError(message.format(source=source))


def cache_folder() -> Path:
    """Return the folder where this user's programs keep what they can make again."""
    if os.name == "nt":
        root = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    else:
        root = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(root) / "mdnkit"


def _open(place: Sequence[str], name: str, only_here: bool = False) -> Repository:
    """Return the repository that git finds at `place`; `name` is what messages call it.

    With `only_here` the English pages must be below `place`, not elsewhere in the repository.
    """
    asked = ("--is-shallow-repository", "--absolute-git-dir", "--show-prefix")
    answer = git.run(place, "rev-parse", *asked)
    if answer.code:
        raise HistoryError(_refusal(answer, name))
    shallow, folder, prefix = [*os.fsdecode(answer.output).split("\n"), ""][:3]
    repository = (f"--git-dir={folder}",)
    head = _find_head(repository)
    if not head:
        message = _("The repository {name} has no commits; commit or fetch the English pages.")
        raise HistoryError(message.format(name=name))
    here = f"{prefix}{EN_US}"
    english = _first_folder(repository, name, head, [here] if only_here else [here, *_LAYOUTS])
    if not english:
        message = _(
            "The newest commit around {name} has no folder `{locale}`; "
            "name the history of the English pages with `source-history`."
        )
        raise HistoryError(message.format(name=name, locale=EN_US))
    promisor = git.run(repository, "config", "--get-regexp", r"^remote\..*\.promisor$")
    remote = os.fsdecode(promisor.output).partition(".promisor ")[0].removeprefix("remote.")
    return Repository(folder, head, english, shallow == "true", remote)


def _refusal(answer: git.Answer, name: str) -> str:
    """Return in one line why git does not open a repository, and what to do."""
    if answer.code == git.NOT_INSTALLED:
        return _("git is not installed; the English history cannot be read without it.")
    dubious = _DUBIOUS.search(answer.error)
    if dubious is not None:
        message = _(
            "git does not trust {name}, which belongs to another user; "
            "run `git config --global --add safe.directory '{folder}'`."
        )
        return message.format(name=name, folder=dubious[1])
    if "not a git repository" in answer.error:
        message = _("{name} is not in a git repository; name one with `source-history`.")
    else:
        message = _(
            "git cannot read the repository {name} ({error}); fetch it anew, or name another with `source-history`."
        )
    return message.format(name=name, error=answer.error)


def _find_head(place: Sequence[str]) -> str:
    """Return the commit of HEAD, else of the main branch, else of the only branch; else nothing."""
    for name in ("HEAD", "refs/heads/main", "refs/heads/master"):
        answer = git.run(place, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
        if answer.code == 0:
            return answer.output.decode().strip()
    branches = git.run(place, "for-each-ref", "--format=%(objectname)", "refs/heads")
    commits = branches.output.decode().split()
    return commits[0] if len(commits) == 1 else ""


def _first_folder(place: Sequence[str], name: str, commit: str, folders: Sequence[str]) -> str:
    """Return the first of `folders` that a commit has; empty when it has none.

    `name` is what messages call the repository. Raises HistoryError.
    """
    answer = git.run(place, "ls-tree", "-d", "-z", "--name-only", "--full-tree", commit, *folders)
    if answer.code:
        raise HistoryError(_refusal(answer, name))
    found = os.fsdecode(answer.output).split("\0")
    return next((folder for folder in folders if folder in found), "")


def _clone_url(url: str, cache: Path, announce: Callable[[str], None]) -> Repository:
    """Return the clone of `url` without texts, which git fetches when they are read."""
    import hashlib

    folder = cache / "history" / f"{hashlib.sha256(url.encode()).hexdigest()[:32]}.git"
    if not folder.is_dir():
        announce(_("Fetching the English history from {url} (once)").format(url=url))
        _clone(url, folder, "--filter=blob:none", "--single-branch", "--no-tags")
    elif _age(folder) > _FRESH:
        # Where this fails, what was fetched before is still good.
        place = (f"--git-dir={folder}",)
        branch = git.run(place, "symbolic-ref", "HEAD").output.decode().strip()
        git.run(place, "fetch", "--quiet", "--no-tags", "origin", f"+{branch}:{branch}")
    return _open((f"--git-dir={folder}",), url)


def _age(folder: Path) -> float:
    """Return the seconds since a clone was last fetched, or tried to be."""
    files = (folder / "FETCH_HEAD", folder / "HEAD")
    return time.time() - max(file.stat().st_mtime for file in files if file.exists())


def fetch_blobs(repository: Repository, blobs: Iterable[str]) -> None:
    """Fetch those of `blobs` that a partial clone has not; raises HistoryError."""
    listing = ("cat-file", "--batch-all-objects", "--unordered", "--batch-check=%(objectname)")
    here = set(git.run(repository.place, *listing).output.decode().split())
    missing = [blob for blob in blobs if blob not in here]
    if not missing:
        return
    answer = git.run(
        (*repository.place, "-c", "fetch.negotiationAlgorithm=noop"),
        *("fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--filter=blob:none"),
        *("--recurse-submodules=no", "--stdin", repository.promisor),
        stdin="\n".join(missing).encode(),
    )
    if answer.code:
        message = _("{count} English texts cannot be fetched ({error}); is the network there?")
        raise HistoryError(message.format(count=len(missing), error=answer.error))


def _clone_bundle(path: Path, cache: Path, announce: Callable[[str], None]) -> Repository:
    """Return the clone of a bundle, known by its content."""
    folder = cache / "history" / f"{_bundle_key(path)}.git"
    if not folder.is_dir():
        announce(_("Reading the English history from {path} (once)").format(path=path))
        _clone(str(path), folder)
    return _open((f"--git-dir={folder}",), str(path))


def _bundle_key(path: Path) -> str:
    """Return a name for a bundle's content: of its list of commits, and the checksum at its end."""
    import hashlib

    with open(path, "rb") as file:
        first = file.readline()
        if not _BUNDLE.fullmatch(first):
            message = _("{path} is neither a folder nor a git bundle; mend `source-history`.")
            raise HistoryError(message.format(path=path))
        digest = hashlib.sha256(first)
        while (line := file.readline()) not in (b"\n", b""):
            digest.update(line)
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - 32))
        digest.update(b"%d " % size + file.read())
    return digest.hexdigest()[:32]


def _clone(source: str, folder: Path, *options: str) -> None:
    """Clone `source` to `folder`, which appears only when it is complete; raises HistoryError."""
    import shutil
    import tempfile

    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix="clone-", dir=folder.parent))
    except OSError as error:
        message = _("The cache folder {folder} cannot be written: {error}")
        message = message.format(folder=folder.parent, error=error.strerror)
        raise HistoryError(message) from error
    try:
        answer = git.run(
            (), "clone", "--quiet", "--bare", *options, "--", source, str(made / "git")
        )
        if answer.code:
            message = _(
                "The English history {source} cannot be fetched ({error}); mend `source-history`."
            )
            raise HistoryError(message.format(source=source, error=answer.error))
        # Another run may have put its clone there in the meantime, which is as good as ours.
        with contextlib.suppress(OSError):
            os.replace(made / "git", folder)
    finally:
        shutil.rmtree(made, ignore_errors=True)

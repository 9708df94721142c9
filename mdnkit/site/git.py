"""Running git: plumbing only, no hooks, no prompts, nothing of a calling git's environment.

Everything passed on is either written here, or a full commit id, or follows `--`.
"""

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, NamedTuple

_CALLERS = frozenset(
    (
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_COMMON_DIR",
        "GIT_CONFIG",
        "GIT_CONFIG_PARAMETERS",
        "GIT_DIR",
        "GIT_EXTERNAL_DIFF",
        "GIT_GLOB_PATHSPECS",
        "GIT_GRAFT_FILE",
        "GIT_ICASE_PATHSPECS",
        "GIT_IMPLICIT_WORK_TREE",
        "GIT_INDEX_FILE",
        "GIT_INTERNAL_SUPER_PREFIX",
        "GIT_NAMESPACE",
        "GIT_NOGLOB_PATHSPECS",
        "GIT_NO_REPLACE_OBJECTS",
        "GIT_OBJECT_DIRECTORY",
        "GIT_PREFIX",
        "GIT_QUARANTINE_PATH",
        "GIT_REPLACE_REF_BASE",
        "GIT_SHALLOW_FILE",
        "GIT_WORK_TREE",
    )
)
"""What git sets for its hooks (and pre-commit passes on), or what would change the answers."""

_OURS = {
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}

_CONFIG = (
    "core.fsmonitor=false",
    "core.hooksPath=" + os.devnull,
    "core.quotePath=false",
    "gc.auto=0",
    "log.showSignature=false",
    "maintenance.auto=false",
    "protocol.ext.allow=never",
)

_CHUNK = 4096
"""Bytes that fit into any pipe at once, so that neither side ever waits for the other."""

NOT_INSTALLED = 127


class Answer(NamedTuple):
    """What a call of git came to."""

    code: int
    """0 when it went well; NOT_INSTALLED when there is no git."""
    output: bytes
    error: str
    """The line of its error stream that names the reason, without its label."""


def run(
    place: Sequence[str], *arguments: str, stdin: bytes = b"", index: str | None = None
) -> Answer:
    """Run `git` with `place` (`-C FOLDER` or `--git-dir=FOLDER`) and `arguments`; never raises.

    `index`: another file than the repository's own index.
    """
    try:
        done = subprocess.run(
            _command(place, arguments), input=stdin, capture_output=True, env=_environment(index)
        )
    except FileNotFoundError:
        return Answer(NOT_INSTALLED, b"", "git is not installed")
    except OSError as error:
        return Answer(NOT_INSTALLED, b"", f"git cannot be started: {error.strerror}")
    return Answer(done.returncode, done.stdout, _said(done.stderr))


def _command(place: Sequence[str], arguments: Sequence[str]) -> list[str]:
    config = (part for value in _CONFIG for part in ("-c", value))
    return ["git", *config, *place, *arguments]


def _environment(index: str | None = None) -> dict[str, str]:
    ours = _OURS | ({"GIT_INDEX_FILE": index} if index else {})
    return {k: v for k, v in os.environ.items() if k not in _CALLERS} | ours


def _said(error: bytes) -> str:
    """Return the one line of git's complaint that names the reason."""
    lines = error.decode("utf-8", "replace").strip().splitlines()
    reasons = [line[len("fatal: ") :] for line in lines if line.startswith(("fatal: ", "error: "))]
    return next(iter(reasons or lines), "")


class Object(NamedTuple):
    """An object as `git cat-file --batch` gives it."""

    id: str
    kind: str
    """`blob`, `tree`, `commit` or `tag`."""
    content: bytes


class Conversation:
    """One `git cat-file --batch` that is asked again and again; each process opens its own.

    The process starts with the first question, also after a fork or in a process that was given
    a pickled copy.
    """

    def __init__(self, place: Sequence[str]) -> None:
        self._place = tuple(place)
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def __reduce__(self) -> tuple[type["Conversation"], tuple[tuple[str, ...]]]:
        return (Conversation, (self._place,))

    def ask(self, names: Iterable[bytes]) -> Iterator[Object | None]:
        """Yield the object behind each name, in order; None where there is none.

        A name is anything `git rev-parse` takes, without a line end. Raises EOFError when git
        stops in the middle. The answers must be read to their end.
        """
        chunk: list[bytes] = []
        size = 0
        for name in names:
            if chunk and size + len(name) >= _CHUNK:
                yield from self._exchange(chunk)
                chunk, size = [], 0
            chunk.append(name)
            size += len(name) + 1
        if chunk:
            yield from self._exchange(chunk)

    def _exchange(self, names: list[bytes]) -> Iterator[Object | None]:
        stdin, stdout = self._pipes()
        try:
            stdin.write(b"\n".join(names) + b"\n")
            stdin.flush()
        except BrokenPipeError as error:
            raise EOFError from error
        for _name in names:
            yield _read_object(stdout)

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        if self._process is None or self._owner != os.getpid():
            self._process = subprocess.Popen(
                _command(self._place, ("cat-file", "--batch")),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
            )
            self._owner = os.getpid()
        assert self._process.stdin is not None and self._process.stdout is not None
        return self._process.stdin, self._process.stdout

    def close(self) -> None:
        """End the process of this process, if there is one."""
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        # A forked process may hold the other end of the pipe, so that closing it would not be seen.
        process.kill()
        process.communicate()


_HEADER = re.compile(rb"([0-9a-f]{40,64}) (blob|tree|commit|tag) ([0-9]+)\n")


def _read_object(stdout: IO[bytes]) -> Object | None:
    """Return the next answer; None where it says that the object is missing or ambiguous."""
    line = stdout.readline()
    if not line.endswith(b"\n"):
        raise EOFError
    header = _HEADER.fullmatch(line)
    if header is None:
        return None
    size = int(header[3])
    content = stdout.read(size + 1)
    if len(content) <= size:
        raise EOFError
    return Object(header[1].decode(), header[2].decode(), content[:size])


_TREE_ENTRY = re.compile(rb"([0-7]+) ([^\0]+)\0(.{20})", re.DOTALL)


def regular_file(tree: bytes, name: str) -> str:
    """Return the id of a file in the content of a tree object; empty when it has none, or a link."""
    for entry in _TREE_ENTRY.finditer(tree):
        if entry[2] == name.encode() and entry[1].startswith(b"100"):
            return entry[3].hex()
    return ""


_COMMITTED = re.compile(rb"^committer .*> ([0-9]+) [+-][0-9]+$", re.MULTILINE)


def time_of(commit: bytes) -> int:
    """Return the time in the content of a commit object, in seconds since 1970; 0 when it has none."""
    match = _COMMITTED.search(commit)
    return int(match[1]) if match else 0

"""Makes the history of the English sample pages, in which `l10n.sourceCommit` is looked up.

The history is a git bundle, one file that holds commits, so that the samples work offline and in an
unpacked archive. `earlier/<n>/` keeps the text that a page had up to commit n, where it has changed
since; all other texts are those of `content/`. The same pages always give the same commits.

    python samples/make_history.py           writes the bundles, and the commits into the translations
    python samples/make_history.py --check   writes nothing; ends with 1 when they do not agree
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent

ENGLISH = "files/en-us"
"""The folder of the English pages below `content/` and in the history."""

AUTHOR = "mdnkit samples <samples@example.org>"
FIRST_SECOND = 1_767_268_800
"""The time of the first commit: noon of 2026-01-01, UTC, in seconds since 1970. The others follow a day apart."""
DAY = 86_400

STAMP = re.compile(rb"(?<=\n  sourceCommit: )[0-9a-f]{40}(?=\r?\n)")


@dataclass(frozen=True, slots=True)
class Sample:
    """A tree of English pages with its translations."""

    folder: Path
    messages: tuple[str, ...]
    """One for each commit."""
    behind: Mapping[str, int] = field(default_factory=dict)
    """Pages whose translation was made from an earlier commit than the last that touched them, by folder."""


SAMPLES = (
    Sample(
        HERE,
        (
            "Describe background fetches, notifications and push subscriptions",
            "Tell a failed background fetch from one that is still active",
            "Say what a service worker can do without a page",
        ),
        {"web/api/serviceworkerglobalscope/backgroundfetchclick_event": 1},
    ),
    Sample(
        HERE / "broken",
        ("Collect pages with one mistake each", "Change a page after it was translated"),
        {"web/broken/translation-behind": 1},
    ),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write or check the history of every sample and return the exit status."""
    parser = argparse.ArgumentParser(description="Make the history of the English sample pages.")
    parser.add_argument("--check", action="store_true", help="write nothing, report differences")
    only_check = parser.parse_args(arguments).check
    differences = [line for sample in SAMPLES for line in update(sample, only_check)]
    for line in differences:
        print(line, file=sys.stderr if only_check else sys.stdout)
    return int(only_check and bool(differences))


def update(sample: Sample, only_check: bool) -> Iterator[str]:
    """Yield in one line each what does not agree with the pages, and unless `only_check` put it right."""
    bundle = sample.folder / "history.bundle"
    with tempfile.TemporaryDirectory() as scratch:
        repository = Path(scratch) / "pages.git"
        commits = commit_pages(sample, repository)
        if commits != bundled_commits(bundle, Path(scratch) / "bundle.git"):
            yield f"{bundle.relative_to(HERE)}: does not hold the history of the pages"
            if not only_check:
                git(repository, "bundle", "create", "--quiet", str(bundle), "HEAD", "main")
    for path, text in stamped(sample, commits):
        if path.read_bytes() != text:
            yield f"{path.relative_to(HERE)}: names another sourceCommit"
            if not only_check:
                path.write_bytes(text)


def commit_pages(sample: Sample, repository: Path) -> tuple[str, ...]:
    """Commit all texts of a sample to a new repository and return the commits, the oldest first."""
    create(repository)
    git(repository, "fast-import", "--quiet", stdin=b"".join(commit_stream(sample)))
    return commits_of(repository)


def commit_stream(sample: Sample) -> Iterator[bytes]:
    """Yield what `git fast-import` reads: https://git-scm.com/docs/git-fast-import#_input_format"""
    before: dict[str, bytes] = {}
    for number, message in enumerate(sample.messages, 1):
        person = f"{AUTHOR} {FIRST_SECOND + (number - 1) * DAY} +0000"
        yield f"commit refs/heads/main\nauthor {person}\ncommitter {person}\n".encode()
        yield data(f"{message}\n".encode())
        now = texts_at(sample, number)
        for name, text in now.items():
            if before.get(name) != text:
                yield f"M 100644 inline {ENGLISH}/{name}\n".encode() + data(text)
        before = now


def data(content: bytes) -> bytes:
    """Return `content` as `git fast-import` reads it."""
    return b"data %d\n%s\n" % (len(content), content)


def texts_at(sample: Sample, number: int) -> dict[str, bytes]:
    """Return the content of every English file at a commit, by its path, sorted."""
    root = sample.folder / "content" / ENGLISH
    names = sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    earlier = [sample.folder / "earlier" / str(n) for n in range(number, len(sample.messages))]
    return {
        name: next(
            (folder / name for folder in earlier if (folder / name).is_file()), root / name
        ).read_bytes()
        for name in names
    }


def stamped(sample: Sample, commits: Sequence[str]) -> Iterator[tuple[Path, bytes]]:
    """Yield every translation with its text as it should be: with the commit of its English page."""
    texts = [texts_at(sample, number) for number in range(1, len(commits) + 1)]
    for root in sorted((sample.folder / "translated" / "files").iterdir()):
        for path in sorted(root.rglob("index.md")):
            page = path.parent.relative_to(root).as_posix()
            name = f"{page}/index.md"
            if name in texts[-1]:
                number = sample.behind.get(page) or last_touch([text[name] for text in texts])
                yield path, STAMP.sub(commits[number - 1].encode(), path.read_bytes())


def last_touch(texts: Sequence[bytes]) -> int:
    """Return the number of the last commit that changed a page, given its text at each."""
    return max(n for n in range(1, len(texts) + 1) if n == 1 or texts[n - 1] != texts[n - 2])


def bundled_commits(bundle: Path, scratch: Path) -> tuple[str, ...]:
    """Return the commits that a bundle holds, the oldest first; none where it cannot be read."""
    create(scratch)
    try:
        git(scratch, "fetch", "--quiet", str(bundle), "main:main")
    except subprocess.CalledProcessError:
        return ()
    return commits_of(scratch)


def create(repository: Path) -> None:
    """Create a bare repository."""
    git(repository.parent, "init", "--quiet", "--bare", "--initial-branch=main", str(repository))


def commits_of(repository: Path) -> tuple[str, ...]:
    """Return the commits of the main branch, the oldest first."""
    return tuple(git(repository, "rev-list", "--reverse", "main").decode().split())


def git(folder: Path, *arguments: str, stdin: bytes = b"") -> bytes:
    """Run git in `folder`, without anybody's settings, and return what it prints."""
    environment = {name: text for name, text in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull, "LC_ALL": "C"}
    command = ["git", "-C", str(folder), *arguments]
    done = subprocess.run(command, input=stdin, env=environment, capture_output=True, check=True)
    return done.stdout


if __name__ == "__main__":
    raise SystemExit(main())

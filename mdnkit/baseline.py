"""Findings that a project knows of and does not want to hear about again, until they are gone."""

import json
import os
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from mdnkit.edits import write_atomically
from mdnkit.errors import ConfigError, UsageError
from mdnkit.finding import Finding
from mdnkit.messages import _

VERSION = 1


class Known(NamedTuple):
    """What makes a finding of a page the same as before: not its line, which moves whenever something is written above."""

    rule: str
    message: str
    context: str
    """The line of the page that it is about, without the white space around it."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """The known findings."""

    folder: str
    """Absolute; paths are relative to it."""
    pages: Mapping[str, Mapping[Known, int]] = field(default_factory=dict)
    """By path, with `/`: how many there are of each."""

    @property
    def size(self) -> int:
        """How many findings are known."""
        return sum(sum(counts.values()) for counts in self.pages.values())

    def relative(self, path: str) -> str:
        """Return the path of a page as the baseline writes it."""
        return os.path.relpath(os.path.abspath(path), self.folder).replace(os.sep, "/")

    def unknown(self, path: str, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return the findings of a page that are not known; of more than are known, the last ones."""
        left = dict(self.pages.get(self.relative(path), {}))
        new: list[Finding] = []
        for finding in sorted(findings):
            known = _known(finding)
            if left.get(known, 0) > 0:
                left[known] -= 1
            else:
                new.append(finding)
        return tuple(new)


def _known(finding: Finding) -> Known:
    return Known(finding.rule, finding.message, finding.context.strip())


class Seen(NamedTuple):
    """One page as a run saw it."""

    path: str
    findings: Collection[Finding]
    asked: Collection[str]
    """The ids of the rules that could have found something."""


def read_baseline(path: Path) -> Baseline:
    """Return the baseline in a file. Raises UsageError when it cannot be read, ConfigError when it is none."""
    try:
        data = json.loads(path.read_text("utf-8"))
    except (ValueError, RecursionError) as error:
        message = _("{path} is no baseline ({error}); mend it, or {renew}.")
        raise ConfigError(message.format(path=path, error=error, renew=_renew())) from error
    except FileNotFoundError as error:
        message = _("There is no baseline {path}; `--update-baseline` writes one.")
        raise UsageError(message.format(path=path)) from error
    except OSError as error:
        message = _("The baseline {path} cannot be read: {reason}; name another file.")
        raise UsageError(message.format(path=path, reason=error.strerror)) from error
    if not isinstance(data, dict) or data.get("version") != VERSION:
        message = _("{path} is no baseline that this mdnkit can read; {renew}.")
        raise ConfigError(message.format(path=path, renew=_renew()))
    pages: dict[str, dict[Known, int]] = {}
    items = data.get("findings")
    for item in items if isinstance(items, list) else [None]:
        page, known, count = _entry(item, path)
        pages.setdefault(page, {})[known] = count
    return Baseline(_folder(path), pages)


def _entry(item: Any, path: Path) -> tuple[str, Known, int]:
    """Return path, finding and number of an entry of the file; raises ConfigError."""
    match item:
        case {
            "path": str(page),
            "rule": str(rule),
            "message": str(message),
            "context": str(context),
            "count": int(count),
        }:
            return page, Known(rule, message, context), count
    said = _("{path} has an entry that is none: {item}; mend it, or {renew}.")
    raise ConfigError(said.format(path=path, item=json.dumps(item), renew=_renew()))


def _renew() -> str:
    """Say how a file gets a baseline that had something else; that is never written over, as it may be another file."""
    return _("remove the file, and `--update-baseline` writes it anew")


def new_baseline(path: Path) -> Baseline:
    """Return the baseline in a file that `--update-baseline` is going to write; empty when there is none yet."""
    return read_baseline(path) if path.exists() else Baseline(_folder(path))


def _folder(path: Path) -> str:
    return os.path.dirname(os.path.abspath(path))


def stale(baseline: Baseline, seen: Iterable[Seen]) -> int:
    """Return how many known findings are gone: those of pages and rules that this run looked at, and of removed pages."""
    return baseline.size - Baseline(baseline.folder, _remaining(baseline, seen)).size


def updated(baseline: Baseline, seen: Iterable[Seen]) -> Baseline:
    """Return a baseline with what a run found; what it did not look at stays."""
    seen = list(seen)
    pages = _remaining(baseline, seen)
    for page in seen:
        new = Counter(map(_known, baseline.unknown(page.path, page.findings)))
        if new:
            path = baseline.relative(page.path)
            pages[path] = Counter(pages.get(path, {})) + new
    return Baseline(baseline.folder, pages)


def _remaining(baseline: Baseline, seen: Iterable[Seen]) -> dict[str, Mapping[Known, int]]:
    """Return the known findings that are still there, or that nobody looked for."""
    looked_at = {baseline.relative(page.path): page for page in seen}
    remaining: dict[str, Mapping[Known, int]] = {}
    for path, counts in baseline.pages.items():
        page = looked_at.get(path)
        if page is not None:
            there = Counter(map(_known, page.findings))
            kept = {
                known: min(count, there[known]) if known.rule in page.asked else count
                for known, count in counts.items()
            }
            remaining[path] = {known: count for known, count in kept.items() if count}
        elif os.path.exists(os.path.join(baseline.folder, path)):
            remaining[path] = counts
    return remaining


def write_baseline(baseline: Baseline, path: Path) -> None:
    """Write a baseline, sorted, so that two of the same findings are the same file. Raises UsageError."""
    findings = [
        {"path": page, **known._asdict(), "count": count}
        for page, counts in sorted(baseline.pages.items())
        for known, count in sorted(counts.items())
    ]
    data = json.dumps({"version": VERSION, "findings": findings}, indent=2) + "\n"
    try:
        write_atomically(path, data.encode())
    except OSError as error:
        message = _("The baseline {path} cannot be written: {reason}.")
        raise UsageError(message.format(path=path, reason=error.strerror)) from error

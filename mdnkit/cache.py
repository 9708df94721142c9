"""Outcomes of earlier runs, for pages about which nothing can have changed since.

An outcome is used again when the page has the same content and the run is in the same situation: the same mdnkit and Python,
the same configuration, the same files below the roots, the same history. What is not certain is checked again.
"""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mdnkit.check import Given, Outcome
from mdnkit.config import Config
from mdnkit.edits import write_atomically
from mdnkit.finding import Edit, Finding, Related, Replacement, Severity
from mdnkit.messages import language
from mdnkit.site.cache_folder import folder_of_results, prepare, program
from mdnkit.site.fingerprint import (
    LINK,
    SPECIAL,
    UNREADABLE,
    Files,
    Stamp,
    content_hash,
    history_digest,
    read_files,
)
from mdnkit.site.listing import Listing
from mdnkit.site.open_site import open_site
from mdnkit.site.site import Site
from mdnkit.site.slug import EN_US
from mdnkit.span import Span

_KEPT = 8
"""Situations whose outcomes are kept; the oldest give way."""

_UNRELATED = frozenset(("jobs", "fail_on", "exclude", "file", "origins"))
"""Fields of the configuration that change no outcome; of the origins, only that of `select` does."""

_PACKAGES = ("markdown_it", "mdurl", "ruamel.yaml")
"""Packages besides mdnkit that outcomes depend on."""


@dataclass(frozen=True, slots=True)
class Cache:
    """The outcomes that one run can use again."""

    given: Sequence[Given]
    config: Config
    folder: Path
    site: Site
    files: Files
    """All files as they were when the run began."""
    reliable: Files
    """Those whose next change would show."""
    are_known: bool
    """Whether all of them looked as the last run had seen them."""
    situation: str
    outcomes: Mapping[str, Any]
    """By key, as JSON holds them."""
    keys: tuple[str | None, ...]
    """Of each page of the run; None for one that is not known by its content."""

    def get(self, number: int) -> Outcome | None:
        """Return the outcome of a page of the run, by its number; None when it has to be checked."""
        key = self.keys[number]
        found = None if key is None else self.outcomes.get(key)
        return None if found is None else _outcome(found)

    def keep(self, outcomes: Sequence[Outcome]) -> None:
        """Keep the outcomes of a run, unless something has changed meanwhile.

        A folder that cannot be written is no problem: the next run checks again.
        """
        known = {None, *self.outcomes}
        if self.are_known and known.issuperset(self.keys):
            return
        now = read_files(self.site, self.reliable)
        if _situation(self.config, self.site, now.digest, self.given) != self.situation:
            return
        found = {
            key: _plain(outcome)
            for key, outcome in zip(self.keys, outcomes, strict=True)
            if key is not None
        }
        try:
            prepare(self.folder)
            settled = now.settled()
            seen = {"digest": settled.digest, "stamps": settled.stamps}
            _save(self.folder / _files_name(self.site), seen)
            _save(self.folder / f"outcomes-{self.situation}.json", {**self.outcomes, **found})
            _remove_old(self.folder)
        except OSError:
            return


def open_cache(
    given: Sequence[Given], config: Config, listing: Listing | None = None
) -> Cache | None:
    """Return what is known about the pages of a run; None when that cannot be said for certain.

    Folders are read through `listing`.
    """
    folder = folder_of_results(config)
    if folder is None or any(page.text is not None for page in given):
        return None
    site = open_site(config)
    known, digest = _known_files(folder, site)
    files = read_files(site, known, listing, config.jobs)
    are_known = files == known
    reliable = files if are_known else files.settled()
    situation = _situation(config, site, digest if are_known else files.digest, given)
    if situation is None:
        return None
    outcomes = _load(folder / f"outcomes-{situation}.json")
    keys = _keys(given, files)
    return Cache(given, config, folder, site, files, reliable, are_known, situation, outcomes, keys)


def _known_files(folder: Path, site: Site) -> tuple[Files, str]:
    """Return the files as the last run had seen them, and their digest."""
    seen = _load(folder / _files_name(site))
    try:
        stamps = {path: Stamp(*stamp) for path, stamp in seen["stamps"].items()}
        return Files(stamps), str(seen["digest"])
    except (AttributeError, KeyError, TypeError):
        return Files(), ""


def _keys(given: Sequence[Given], files: Files) -> tuple[str | None, ...]:
    keys: list[str | None] = []
    for page in given:
        path, stamp = page.path, files.stamps.get(page.path)
        if stamp is None:
            path = os.path.abspath(path)
            stamp = files.stamps.get(path)
        known = stamp is not None and not stamp.digest.startswith((LINK, UNREADABLE, SPECIAL))
        keys.append(f"{path}\0{stamp.digest}" if stamp and known else None)
    return tuple(keys)


def _situation(config: Config, site: Site, files: str, given: Sequence[Given]) -> str | None:
    """Return a hash of everything besides a page's content that its outcome depends on; None when that cannot be known.

    `files`: the digest of all files.
    """
    history: str | None = "not asked"
    inside = tuple(os.path.join(os.path.abspath(root), EN_US, "") for root in site.roots.all())
    others = (page for page in given if not page.path.startswith(inside))
    if any(_is_translation(page, site) for page in others):
        history = history_digest(site)
    if history is None:
        return None
    values = {name: value for name, value in config._asdict().items() if name not in _UNRELATED}
    values["is_selected"] = config.origins.get("select") == "--select"
    parts = (_program(), repr(values), os.getcwd(), files, history, language())
    return content_hash("\0".join(parts).encode("utf-8", "surrogateescape"))


def _is_translation(page: Given, site: Site) -> bool:
    place = site.locate(page.path)
    return place is not None and place.locale != EN_US


def _program() -> str:
    """Return what tells this mdnkit, its packages and its Python from others."""
    return program(_PACKAGES)


def _files_name(site: Site) -> str:
    roots = "\0".join(os.path.abspath(root) for root in site.roots.all())
    return f"files-{content_hash(roots.encode('utf-8', 'surrogateescape'))}.json"


def _save(path: Path, values: Mapping[str, Any]) -> None:
    """Write values with a hash of their own: half a file, or one of another program, is never read."""
    data = json.dumps(values, separators=(",", ":")).encode()
    write_atomically(path, content_hash(data).encode() + b"\n" + data)


def _load(path: Path) -> dict[str, Any]:
    """Return the values of a file; none where it is not as `_save` wrote it."""
    try:
        digest, _, data = path.read_bytes().partition(b"\n")
        if digest.decode("ascii") != content_hash(data):
            return {}
        values = json.loads(data)
    except (OSError, ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}


def _remove_old(folder: Path) -> None:
    kept = sorted(folder.glob("outcomes-*.json"), key=lambda path: path.stat().st_mtime)
    for path in kept[:-_KEPT]:
        path.unlink(missing_ok=True)


def _plain(outcome: Outcome) -> list[Any] | str:
    """Return an outcome as JSON can hold it: of most pages there is no more to say than their path."""
    if outcome == Outcome(outcome.path):
        return outcome.path
    return [
        outcome.path,
        outcome.is_page,
        outcome.silent,
        outcome.compared,
        outcome.remarks,
        [
            [
                *(getattr(finding, name) for name in _SIMPLE),
                [[*edit.span, edit.text] for edit in finding.edits],
                [[other.path, other.line, other.message] for other in finding.related],
                [
                    [r.line, r.column, r.end_line, r.end_column, r.text]
                    for r in finding.replacements
                ],
            ]
            for finding in outcome.findings
        ],
    ]


_SIMPLE = (
    "path", "line", "column", "rule", "end_line", "end_column", "message", "severity", "locale",
    "slug", "context",
)  # fmt: skip


def _outcome(plain: list[Any] | str) -> Outcome | None:
    """Return the outcome of a page; None for what is none."""
    if isinstance(plain, str):
        return Outcome(plain)
    try:
        path, is_page, silent, compared, remarks, findings = plain
        return Outcome(
            path=path,
            is_page=is_page,
            silent=tuple(silent),
            compared=compared,
            remarks=tuple(remarks),
            findings=tuple(map(_finding, findings)),
        )
    except (KeyError, TypeError, ValueError):
        return None


_SEVERITIES = {str(severity): severity for severity in Severity}


def _finding(plain: list[Any]) -> Finding:
    *simple, edits, related, replacements = plain
    values = dict(zip(_SIMPLE, simple, strict=True))
    values["severity"] = _SEVERITIES[values["severity"]]
    return Finding(
        **values,
        edits=tuple(Edit(Span(start, end), text) for start, end, text in edits),
        related=tuple(Related(*other) for other in related),
        replacements=tuple(Replacement(*replacement) for replacement in replacements),
    )

"""Outcomes of earlier runs, for pages about which nothing can have changed since.

An outcome is used again when the page has the same content and the run is in the same situation: the same mdnkit and Python,
the same configuration, the same files below the roots, the same history. What is not certain is checked again.
"""

import json
import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mdnkit.check import Given, Outcome
from mdnkit.config import Config
from mdnkit.kept_outcomes import from_plain, to_plain
from mdnkit.messages import language
from mdnkit.site.cache_folder import folder_of_results, prepare, program
from mdnkit.site.fingerprint import (
    Files,
    Stamp,
    content_hash,
    history_digest,
    read_files,
)
from mdnkit.site.kept_file import keep
from mdnkit.site.listing import Facts, Listing
from mdnkit.site.open_site import open_site
from mdnkit.site.outline import Outline, outline_of
from mdnkit.site.site import Site
from mdnkit.site.slug import EN_US

_KEPT = 8
"""Situations whose outcomes are kept; the oldest give way."""

_UNRELATED = frozenset(("jobs", "fail_on", "exclude", "file", "origins"))
"""Fields of the configuration that change no outcome; of the origins, only that of `select` does."""

_PACKAGES = ("markdown_it", "mdurl", "ruamel.yaml")
"""Packages besides mdnkit that outcomes depend on."""


@dataclass(frozen=True, slots=True)
class Cache:
    """The outcomes that one run can use again."""

    config: Config
    folder: Path
    site: Site
    before: Files | None
    """All files as they were when the run began; None where they are known to be as an earlier run had seen them."""
    outline: Outline
    """Of all files as they were when the run began."""
    situation: str
    outcomes: Mapping[str, Outcome]
    """By the absolute path of the page."""
    paths: Sequence[str]
    """Of the pages of the run, absolute."""
    by_content: Collection[str]
    """Those of them that are known by their content."""

    def known(self) -> list[Outcome | None]:
        """Return the outcome of each page of the run; None for one that has to be checked."""
        return [self.outcomes.get(path) for path in self.paths]

    def keep(self, outcomes: Sequence[Outcome]) -> None:
        """Keep the outcomes of a run, unless something has changed meanwhile.

        A folder that cannot be written is no problem: the next run checks again.
        """
        found = {
            path: outcome
            for path, outcome in zip(self.paths, outcomes, strict=True)
            if path in self.by_content
        }
        if self.before is None and found.keys() <= self.outcomes.keys():
            return
        files, outline = self.before, self.outline
        if not outline.is_unchanged():
            known = _known_stamps(self.folder, self.site) if files is None else files.settled()
            files = read_files(self.site, known)
            outline = outline_of(files)
        if _situation(self.config, self.site, outline.digest, self.paths) != self.situation:
            return
        try:
            prepare(self.folder)
            if files is not None:
                _save(self.folder / _name("files", self.site), files.settled())
                _save(self.folder / _name("outline", self.site), outline._asdict())
            kept = to_plain({**self.outcomes, **found})
            _save(self.folder / f"outcomes-{self.situation}.json", kept)
            _remove_old(self.folder)
        except OSError:
            return


def open_cache(given: Sequence[Given], config: Config, listing: Listing) -> Cache | None:
    """Return what is known about the pages of a run; None when that cannot be said for certain.

    `listing` says what the folders hold, and whether an earlier run knows.
    """
    folder = folder_of_results(config)
    if folder is None or any(page.text is not None for page in given):
        return None
    site = open_site(config)
    files, outline = None, listing.unchanged
    if outline is None:
        files = read_files(site, _known_stamps(folder, site), listing, config.jobs)
        outline = outline_of(files)
    regular = frozenset(outline.files).difference(outline.irregular)
    paths = [page.path if page.path in regular else os.path.abspath(page.path) for page in given]
    situation = _situation(config, site, outline.digest, paths)
    if situation is None:
        return None
    outcomes = from_plain(_load(folder / f"outcomes-{situation}.json"))
    return Cache(config, folder, site, files, outline, situation, outcomes, paths, regular)


def known_outline(config: Config) -> Outline | None:
    """Return the outline of what the last run has seen."""
    folder = folder_of_results(config)
    if folder is None:
        return None
    seen = _load(folder / _name("outline", open_site(config)))
    return Outline(**seen) if seen.keys() == set(Outline._fields) else None


def _known_stamps(folder: Path, site: Site) -> Mapping[str, Stamp]:
    """Return the files that the last run has seen, as far as their next change shows."""
    try:
        return {
            path: Stamp(Facts(*facts), digest)
            for path, (facts, digest) in _load(folder / _name("files", site)).items()
        }
    except (TypeError, ValueError):
        return {}


def _situation(config: Config, site: Site, files: str, paths: Sequence[str]) -> str | None:
    """Return a hash of everything that the outcomes of the pages at `paths` depend on; None when that cannot be known.

    `files`: the digest of all files.
    """
    history: str | None = "not asked"
    inside = tuple(os.path.join(os.path.abspath(root), EN_US, "") for root in site.roots.all())
    if any(_is_translation(path, site) for path in paths if not path.startswith(inside)):
        history = history_digest(site)
    if history is None:
        return None
    values = {name: value for name, value in config._asdict().items() if name not in _UNRELATED}
    values["is_selected"] = config.origins.get("select") == "--select"
    parts = (_program(), repr(values), os.getcwd(), files, history, language())
    return content_hash("\0".join(parts).encode("utf-8", "surrogateescape"))


def _is_translation(path: str, site: Site) -> bool:
    place = site.locate(path)
    return place is not None and place.locale != EN_US


def _program() -> str:
    """Return what tells this mdnkit, its packages and its Python from others."""
    return program(_PACKAGES)


def _name(kind: str, site: Site) -> str:
    roots = "\0".join(os.path.abspath(root) for root in site.roots.all())
    return f"{kind}-{content_hash(roots.encode('utf-8', 'surrogateescape'))}.json"


def _save(path: Path, values: Mapping[str, Any]) -> None:
    """Write values with a hash of their own: half a file, or one of another program, is never read."""
    data = json.dumps(values, separators=(",", ":")).encode()
    keep(path, content_hash(data).encode() + b"\n" + data)


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

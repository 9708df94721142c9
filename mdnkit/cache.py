"""Outcomes of earlier runs, for pages about which nothing can have changed since.

An outcome is used again when the page has the same content and the run is in the same situation: the same mdnkit and Python,
the same configuration, the same files below the roots, the same history. What is not certain is checked again.
"""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from mdnkit.config import Config
from mdnkit.given import Given
from mdnkit.kept_outcomes import from_plain, to_plain
from mdnkit.messages import language
from mdnkit.outcome import Outcome
from mdnkit.site.cache_folder import folder_of_results, prepare, program
from mdnkit.site.fingerprint import Files, Stamp, content_hash, history_digest, read_files
from mdnkit.site.first_look import FirstLook
from mdnkit.site.kept_file import keep
from mdnkit.site.listing import Listing
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
    before: Files | FirstLook | None
    """All files as they were when the run began; None where they are known to be as an earlier run had seen them."""
    outline: Outline | None
    """Of all files as they were when the run began; None where they are looked at only while pages are checked."""
    surroundings: str
    """A hash of whatever else the outcomes of the run depend on."""
    outcomes: Mapping[str, Outcome]
    """By the absolute path of the page."""
    paths: Sequence[str]
    """Of the pages of the run, absolute."""

    def known(self) -> list[Outcome | None]:
        """Return the outcome of each page of the run; None for one that has to be checked."""
        return [self.outcomes.get(path) for path in self.paths]

    def read_others(self) -> None:
        """Read the files that no outcome tells of, if that was not done before."""
        if isinstance(self.before, FirstLook):
            self.before.read(frozenset(self.paths))

    def keep(self, outcomes: Sequence[Outcome]) -> None:
        """Keep the outcomes of a run, unless something has changed meanwhile. Those of this run tell what they are of.

        A folder that cannot be written is no problem: the next run checks again.
        """
        checked = {
            path: outcome
            for path, outcome in zip(self.paths, outcomes, strict=True)
            if outcome.content
        }
        if self.before is None and checked.keys() <= self.outcomes.keys():
            return
        now = self._now(checked)
        if now is None or _surroundings(self.config, self.site, self.paths) != self.surroundings:
            return
        files, outline = now
        stamps = _known_stamps(self.folder, self.site) if files is None else files.stamps
        regular = frozenset(outline.files).difference(outline.irregular)
        found = {
            path: outcome
            for path, outcome in checked.items()
            if path in regular and path in stamps and stamps[path].digest == outcome.content
        }
        try:
            prepare(self.folder)
            if files is not None:
                _save(
                    self.folder / _name("files", self.site), {"columns": _columns(files.settled())}
                )
                _save(self.folder / _name("outline", self.site), outline._asdict())
            kept = to_plain({**self.outcomes, **found})
            _save(self.folder / _outcomes_name(self.surroundings, outline), kept)
            _remove_old(self.folder)
        except OSError:
            return

    def _now(self, checked: Mapping[str, Outcome]) -> tuple[Files | None, Outline] | None:
        """Return all files and their outline after the run; None when they are not as they were when it began.

        No files where they are known to be as an earlier run had seen them.
        """
        if isinstance(self.before, FirstLook):
            files = self.before.finish({path: one.content for path, one in checked.items()})
            return (files, outline_of(files)) if files else None
        outline = self.outline
        assert outline is not None
        if outline.is_unchanged():
            return self.before, outline
        known = self.before.settled() if self.before else _known_stamps(self.folder, self.site)
        files = read_files(self.site, known)
        after = outline_of(files)
        return (files, after) if after.digest == outline.digest else None


def open_cache(given: Sequence[Given], config: Config, listing: Listing) -> Cache | None:
    """Return what is known about the pages of a run; None when that cannot be said for certain.

    `listing` says what the folders hold, and whether an earlier run knows.
    """
    folder = folder_of_results(config)
    if folder is None or any(page.text is not None for page in given):
        return None
    site = open_site(config)
    paths = [os.path.abspath(page.path) for page in given]
    surroundings = _surroundings(config, site, paths)
    if surroundings is None:
        return None
    before: Files | FirstLook | None = None
    outline = listing.unchanged
    if outline is None and not any(folder.glob("outcomes-*.json")):
        # No outcome is kept that what the files hold could lead to.
        before = FirstLook(site, listing)
    elif outline is None:
        before = read_files(site, _known_stamps(folder, site), listing, config.jobs)
        outline = outline_of(before)
    kept = _load(folder / _outcomes_name(surroundings, outline)) if outline else {}
    return Cache(config, folder, site, before, outline, surroundings, from_plain(kept), paths)


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
        paths, facts, digests = _load(folder / _name("files", site))["columns"]
        four = [iter(facts)] * 4
        stamps = map(Stamp, zip(*four, strict=True), digests)
        return dict(zip(paths, stamps, strict=True))
    except (KeyError, TypeError, ValueError):
        return {}


def _columns(stamps: Mapping[str, Stamp]) -> list[list[Any]]:
    """Return stamps as three lists, which are written in a third of the time of one entry for each file."""
    facts = chain.from_iterable(stamp.facts for stamp in stamps.values())
    return [list(stamps), list(facts), [stamp.digest for stamp in stamps.values()]]


def _surroundings(config: Config, site: Site, paths: Sequence[str]) -> str | None:
    """Return a hash of what the outcomes of the pages at `paths` depend on besides the files below the roots.

    None when that cannot be known.
    """
    history: str | None = "not asked"
    inside = tuple(os.path.join(os.path.abspath(root), EN_US, "") for root in site.roots.all())
    if any(_is_translation(path, site) for path in paths if not path.startswith(inside)):
        history = history_digest(site)
    if history is None:
        return None
    values = {name: value for name, value in config._asdict().items() if name not in _UNRELATED}
    values["is_selected"] = config.origins.get("select") == "--select"
    parts = (_program(), repr(values), os.getcwd(), history, language())
    return content_hash("\0".join(parts).encode("utf-8", "surrogateescape"))


def _outcomes_name(surroundings: str, outline: Outline) -> str:
    """Return the name of the file of outcomes that were found in one situation."""
    return f"outcomes-{content_hash(f'{surroundings} {outline.digest}'.encode())}.json"


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

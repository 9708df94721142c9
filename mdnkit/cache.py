"""Outcomes of earlier runs, for pages about which nothing can have changed since.

An outcome is used again when the page has the same content and the run is in the same situation: the same mdnkit and Python,
the same configuration, the same files below the roots, the same history. What is not certain is checked again.
"""

import json
import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
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
    look_at_files,
    read_contents,
    read_files,
    with_contents,
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
    outline: Outline | None
    """Of all files as they were when the run began; None where they are read only while pages are checked."""
    surroundings: str
    """A hash of whatever else the outcomes of the run depend on."""
    outcomes: Mapping[str, Outcome]
    """By the absolute path of the page."""
    paths: Sequence[str]
    """Of the pages of the run, absolute."""
    others: dict[str, str] = field(default_factory=dict)
    """What was read while pages were checked: hashes by path."""

    def known(self) -> list[Outcome | None]:
        """Return the outcome of each page of the run; None for one that has to be checked."""
        return [self.outcomes.get(path) for path in self.paths]

    @property
    def is_read_later(self) -> bool:
        """Whether the outcomes of the run are to tell what the pages hold: their files are not read just for that."""
        return self.outline is None

    def read_others(self) -> None:
        """Read the files that no outcome tells of."""
        if self.before is not None:
            self.others.update(read_contents(set(self.before.unread()).difference(self.paths)))

    def keep(self, outcomes: Sequence[Outcome]) -> None:
        """Keep the outcomes of a run, unless something has changed meanwhile.

        A folder that cannot be written is no problem: the next run checks again.
        """
        if self._knows_all(outcomes):
            return
        now = self._now(outcomes)
        if now is None or _surroundings(self.config, self.site, self.paths) != self.surroundings:
            return
        files, outline = now
        try:
            prepare(self.folder)
            if files is not None:
                _save(self.folder / _name("files", self.site), files.settled())
                _save(self.folder / _name("outline", self.site), outline._asdict())
            kept = to_plain({**self.outcomes, **self._found(outcomes, outline)})
            _save(self.folder / _outcomes_name(self.surroundings, outline), kept)
            _remove_old(self.folder)
        except OSError:
            return

    def _knows_all(self, outcomes: Sequence[Outcome]) -> bool:
        """Return whether nothing new was found in files that are as an earlier run had seen them."""
        if self.before is not None or self.outline is None:
            return False
        return self._found(outcomes, self.outline).keys() <= self.outcomes.keys()

    def _found(self, outcomes: Sequence[Outcome], outline: Outline) -> dict[str, Outcome]:
        """Return the outcomes of pages that are known by their content, by their absolute path."""
        regular = _regular(outline)
        return {
            path: outcome
            for path, outcome in zip(self.paths, outcomes, strict=True)
            if path in regular
            # One that is to tell what it was of, and does not, is of a page that could not be read.
            and (outcome.content or not outcome.is_page or not self.is_read_later)
        }

    def _now(self, outcomes: Sequence[Outcome]) -> tuple[Files | None, Outline] | None:
        """Return all files and their outline after the run; None when they are not as they were when it began.

        No files where they are known to be as an earlier run had seen them.
        """
        files, outline = self.before, self.outline
        if outline is None:
            files = self._with_contents(outcomes)
            outline = outline_of(files)
            is_same = outline.is_unchanged() or _look_the_same(files, self.site)
            return (files, outline) if is_same else None
        if outline.is_unchanged():
            return files, outline
        known = _known_stamps(self.folder, self.site) if files is None else files.settled()
        files = read_files(self.site, known)
        after = outline_of(files)
        return (files, after) if after.digest == outline.digest else None

    def _with_contents(self, outcomes: Sequence[Outcome]) -> Files:
        """Return all files with what was read of them meanwhile: of pages exactly what was checked."""
        assert self.before is not None
        checked = zip(self.paths, outcomes, strict=True)
        contents = {path: outcome.content for path, outcome in checked if outcome.content}
        contents.update(self.others)
        contents.update(read_contents(set(self.before.unread()).difference(contents)))
        return self.before.with_contents(contents)


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
        files = look_at_files(site, _known_stamps(folder, site), listing)
        if not _can_wait(files, folder, given):
            files = with_contents(files, config.jobs)
            outline = outline_of(files)
        seen: Collection[str] = files.stamps
    else:
        seen = frozenset(outline.files)
    paths = [page.path if page.path in seen else os.path.abspath(page.path) for page in given]
    surroundings = _surroundings(config, site, paths)
    if surroundings is None:
        return None
    kept = _load(folder / _outcomes_name(surroundings, outline)) if outline else {}
    return Cache(config, folder, site, files, outline, surroundings, from_plain(kept), paths)


def _can_wait(files: Files, folder: Path, given: Sequence[Given]) -> bool:
    """Return whether the files need not be read before the pages are checked.

    So it is when no outcome is kept that what they hold could lead to, and when every change from now on shows in what the
    disk says of them, so that what is read of them later is what they hold now.
    """
    return (
        not any(folder.glob("outcomes-*.json"))
        and files.are_settled()
        # Below a link to a folder, `..` leads elsewhere than it seems.
        and not any(f"{os.sep}{os.pardir}{os.sep}" in page.path for page in given)
    )


def _look_the_same(files: Files, site: Site) -> bool:
    """Return whether all files look as they did: where one cannot be read, their outline does not say so."""
    now = look_at_files(site, files.stamps)
    return now.stamps == files.stamps and now.folders == files.folders


def _regular(outline: Outline) -> Collection[str]:
    """Return the files that are known by their content."""
    return frozenset(outline.files).difference(outline.irregular)


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

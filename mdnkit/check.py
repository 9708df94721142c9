"""The whole line in one place: find pages, parse them, let the rules look, gather a report. Start reading here."""

import functools
import re
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from mdnkit.check_redirects import check_redirects, find_redirects, read_redirects
from mdnkit.config import Config
from mdnkit.errors import ConfigError, EngineError, UsageError
from mdnkit.finding import Report
from mdnkit.given import Given, read_page
from mdnkit.messages import _
from mdnkit.outcome import Outcome
from mdnkit.page.page import Page
from mdnkit.page_check import Others, look_at, search_ahead, silent_rules
from mdnkit.rules.catalogue import FOLDERS, RuleSet, check_patterns, select_rules
from mdnkit.site.find_pages import find_pages
from mdnkit.site.listing import Listing
from mdnkit.site.open_site import open_site
from mdnkit.site.site import Site
from mdnkit.site.slug import EN_US
from mdnkit.spread import spread

if TYPE_CHECKING:
    from mdnkit.examples.run import ExampleRun
    from mdnkit.l10n.pair import Pair

Progress = Callable[[int, int], None]
"""Is called with the number of pages done and their total."""

_SCRIPT = r"(?i)[`~]{3}[ \t]*[cm]?js|<script\b|\son[a-z]+=[\"']"
"""Where a page may have an example."""

EXAMPLE_BUDGET = 50
"""Up to so many pages the examples run as part of a check; whole trees have a command of their own."""


def check(
    paths: Sequence[Path],
    config: Config,
    *,
    examples: bool | None = None,
    progress: Progress | None = None,
) -> Report:
    """Return what the selected rules find in the pages under `paths`.

    `examples`: whether to run examples; None: when there are at most `EXAMPLE_BUDGET` pages. Raises UsageError for a path
    that does not exist, ConfigError for a rule that nobody knows.
    """
    started = time.perf_counter()
    given = [Given(path) for path in find_pages(paths, config.exclude, config.base)]
    given += find_redirects(paths, config)
    return gather(check_given(given, config, examples, progress), started)


def check_text(text: bytes, path: Path, config: Config, *, examples: bool = True) -> Report:
    """Return what the rules find in a page that is not read from its file, as an editor or a pipe holds it."""
    started = time.perf_counter()
    return gather(check_given([Given(str(path), text)], config, examples), started)


def check_given(
    given: Sequence[Given],
    config: Config,
    examples: bool | None = None,
    progress: Progress | None = None,
    *,
    use_cache: bool = False,
    listing: Listing | None = None,
    hashed: bool = False,
    meanwhile: Callable[[], None] | None = None,
) -> list[Outcome]:
    """Return what checking each page gave, in the order of `given`, from one process or from several; redirects stand last.

    `use_cache`: whether runs of examples may be those of earlier commands, and are kept for later ones.
    `listing`: what was read of the folders so far. `hashed`: whether outcomes tell the content of pages.
    `meanwhile` is done once, while other processes check pages.
    """
    check_rule_names(config)
    with_examples = len(given) <= EXAMPLE_BUDGET if examples is None else examples
    task = functools.partial(
        _check_chunk,
        config=config,
        examples=with_examples,
        use_cache=use_cache,
        hashed=hashed,
    )
    pages = [one for one in given if not one.is_redirects]
    files = [one for one in given if one.is_redirects]
    prepare = functools.partial(read_site, config, listing, with_examples)
    chunks = spread(task, pages, config.jobs, prepare, progress)
    outcomes = list(next(chunks, ()))
    # Here, while other processes go on with pages.
    last = check_redirects(read_redirects(files, config), config, hashed)
    if meanwhile is not None:
        meanwhile()
    return [*outcomes, *(outcome for chunk in chunks for outcome in chunk), *last]


def _check_chunk(
    chunk: Sequence[Given], config: Config, examples: bool, use_cache: bool, hashed: bool
) -> list[Outcome]:
    # Nothing here holds on to the pages: each is freed when it is checked.
    return check_pages(_read_pages(chunk, open_site(config)), config, examples, use_cache, hashed)


def _read_pages(chunk: Sequence[Given], site: Site) -> list[Page]:
    """Return pages, those of files with their slugs made known to the site."""
    pages = [read_page(given.path, site, given.text) for given in chunk]
    for given, page in zip(chunk, pages, strict=True):
        if given.text is None:
            site.learn_slug(page)
    return pages


def gather(outcomes: Iterable[Outcome], started: float, remarks: Iterable[str] = ()) -> Report:
    """Return the report of a run that began at `started` (of `time.perf_counter`), with more `remarks`."""
    outcomes = list(outcomes)
    said = (remark for outcome in outcomes for remark in outcome.remarks)
    return Report(
        findings=tuple(sorted(finding for outcome in outcomes for finding in outcome.findings)),
        pages=sum(outcome.is_page for outcome in outcomes),
        translations=sum(outcome.compared for outcome in outcomes),
        examples=sum(outcome.examples for outcome in outcomes),
        seconds=time.perf_counter() - started,
        remarks=tuple(remark for remark in dict.fromkeys((*said, *remarks)) if remark),
    )


def check_rule_names(config: Config) -> None:
    """Raise ConfigError, which says where it stands, for a rule that the configuration names and nobody knows."""
    named: list[tuple[str, Iterable[str]]] = [
        ("select", config.select),
        ("ignore", config.ignore),
        ("severity", config.severity),
    ]
    for values in config.per_path.values():
        named += [("per-path", patterns) for patterns in values.values()]
    for key, patterns in named:
        try:
            check_patterns(patterns)
        except UsageError as error:
            origin = config.origins.get(key, key)
            raise ConfigError(f"{origin}: {error}") from error


def read_site(config: Config, listing: Listing | None = None, examples: bool = False) -> None:
    """Read what every process needs: rules, and which pages there are of the locales whose folders were listed.

    Folders are read through `listing`. `examples`: whether they are run, and their rules needed. What is not read here,
    each process reads when it needs it.
    """
    site = open_site(config)
    listing = listing or Listing()
    trees = [tree for locale in site.locales() if (tree := site.tree(locale))]
    trees = [tree for tree in trees if tree.locale == EN_US or listing.has_read_in(tree.path)]
    for tree in trees:
        tree.walk(listing)
    unneeded = {"example": not examples, "translation": all(t.locale == EN_US for t in trees)}
    rules = select_rules(config.select, config.ignore)
    for folder in FOLDERS:
        if not unneeded.get(folder):
            rules.of(folder)


def check_pages(
    pages: Sequence[Page],
    config: Config,
    examples: bool,
    use_cache: bool = False,
    hashed: bool = False,
) -> list[Outcome]:
    """Return what the rules find in some pages, each with its original and its example runs where rules want them.

    `hashed`: whether outcomes tell the content of pages.
    """
    site = open_site(config)
    selections = [config.selection(page.path) for page in pages]
    rules = [select_rules(selection.select, selection.ignore) for selection in selections]
    pairs, remarks = _pair_up(pages, site, rules, examples)
    runs, why = (
        _run_examples(pages, pairs, config, use_cache)
        if examples and any(c.has("example") for c in rules)
        else ({}, "")
    )
    examples = examples and not why
    if hashed:
        from mdnkit.site.fingerprint import content_of
    outcomes: list[Outcome] = []
    waiting = [
        (
            page,
            selection,
            Others(site, pairs.get(page.path), runs.get(page.path, ()) if examples else None),
        )
        for page, selection in zip(pages, selections, strict=True)
    ]
    for page, selection, others in waiting:
        search_ahead(page, others, selection)
    # What is found out about a page takes much more memory than its text, and is freed with the page.
    del pages, pairs, runs
    waiting.reverse()
    while waiting:
        page, selection, others = waiting.pop()
        pair = others.pair
        silent = silent_rules(page, others)
        outcome = Outcome(
            path=page.path,
            findings=look_at(page, others, selection, silent),
            silent=silent,
            compared=pair is not None and pair.original is not None,
            examples=sum(run.was_run for run in others.runs or ()),
            remarks=(
                why,
                _not_run(page, others),
                _no_site() if "site" in silent and not (page.unreadable or page.overload) else "",
                *(remarks if pair and pair.state == "unknown-commit" else ()),
            ),
            content=content_of(page) if hashed else "",
        )
        outcomes.append(outcome)
    return outcomes


def _not_run(page: Page, others: Others) -> str:
    """Say how many examples of a page there was no time for; nothing where there are none."""
    count = sum(not run.was_run for run in others.runs) if others.runs else 0
    if not count:
        return ""
    message = _("{path}: examples that were not run, as those before them took too long: {count}.")
    return message.format(path=page.path, count=count)


def _no_site() -> str:
    return _(
        "Links, macros that link, images and sidebars were not looked up, as nothing names the folders of MDN's pages;"
        " `content-root` names that of `en-us/`, `translated-roots` those of other locales."
    )


def _pair_up(
    pages: Sequence[Page], site: Site, rules: Sequence[RuleSet], examples: bool
) -> "tuple[Mapping[str, Pair], tuple[str, ...]]":
    """Return the translations among `pages` with their originals, and what could not be known of them."""
    translated = [chosen for page, chosen in zip(pages, rules, strict=True) if page.is_translation]
    compared = any(chosen.has("translation") for chosen in translated)
    if not compared and not (examples and any(chosen.has("example") for chosen in translated)):
        return {}, ()
    from mdnkit.l10n.pairing import pair_up

    pairing = pair_up(pages, site, required=compared)
    return pairing.pairs, pairing.remarks


def _run_examples(
    pages: Sequence[Page], pairs: "Mapping[str, Pair]", config: Config, use_cache: bool
) -> "tuple[Mapping[str, Sequence[ExampleRun]], str]":
    """Return what became of the examples of each page, and why where they could not be run.

    Engines are loaded only here.
    """
    with_scripts = [page for page in pages if re.search(_SCRIPT, page.text)]
    if not with_scripts:
        return {}, ""
    from mdnkit.examples.run import run_examples
    from mdnkit.examples.run_cache import open_run_cache

    cache = open_run_cache(config) if use_cache else None
    try:
        with closing(cache) if cache else nullcontext():
            originals = {path: pair.original for path, pair in pairs.items() if pair.original}
            return run_examples(with_scripts, cache=cache, originals=originals), ""
    except EngineError as error:
        return {}, _("Examples were not run. {reason}").format(reason=error)

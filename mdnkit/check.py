"""The whole line in one place: find pages, parse them, let the rules look, gather a report. Start reading here."""

import functools
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from mdnkit.config import Config
from mdnkit.examples.run import run_examples
from mdnkit.finding import Finding, Problem, Report, Severity
from mdnkit.l10n.pairing import Pairing, pair_up
from mdnkit.messages import _
from mdnkit.model.facts import Facts
from mdnkit.page.page import Page
from mdnkit.page.source import Source
from mdnkit.rules.catalogue import select_rules
from mdnkit.rules.rule import Rule
from mdnkit.site.find_pages import find_pages
from mdnkit.site.open_site import open_site
from mdnkit.site.site import Site

CHUNK = 128
"""Pages that one task of a process takes: enough to batch the questions to git, few enough to keep memory low."""

POOL_FROM = 500
"""Below so many pages one process is faster than starting more."""

EXAMPLE_BUDGET = 50
"""Up to so many pages the examples run as part of a check; whole trees have a command of their own."""

LONGEST_CONTEXT = 500
"""Code points of a source line that a finding keeps."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What checking some pages gave."""

    findings: tuple[Finding, ...] = ()
    pages: int = 0
    translations: int = 0
    examples: int = 0
    remarks: tuple[str, ...] = ()


def check(
    paths: Sequence[Path],
    config: Config,
    *,
    examples: bool | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Return what the selected rules find in the pages under `paths`.

    `examples`: whether to run examples; None: when there are at most `EXAMPLE_BUDGET` pages. `progress` is called with the number
    of pages done and their total. Raises UsageError for a path that does not exist or a rule that nobody knows.
    """
    started = time.perf_counter()
    files = find_pages(paths, config.exclude, config.base)
    run_examples = len(files) <= EXAMPLE_BUDGET if examples is None else examples
    outcomes = list(_check_files(files, config, run_examples, progress))
    return replace(_report(outcomes), seconds=time.perf_counter() - started)


def check_text(text: bytes, path: Path, config: Config, *, examples: bool = True) -> Report:
    """Return what the rules find in a page that is not read from its file, as an editor or a pipe holds it."""
    started = time.perf_counter()
    page = _page(text, path, open_site(config))
    outcome = _check_pages([page], config, examples)
    return replace(_report([outcome]), seconds=time.perf_counter() - started)


def _report(outcomes: Iterable[Outcome]) -> Report:
    outcomes = list(outcomes)
    return Report(
        findings=tuple(sorted(finding for outcome in outcomes for finding in outcome.findings)),
        pages=sum(outcome.pages for outcome in outcomes),
        translations=sum(outcome.translations for outcome in outcomes),
        examples=sum(outcome.examples for outcome in outcomes),
        remarks=tuple(dict.fromkeys(r for outcome in outcomes for r in outcome.remarks)),
    )


def _check_files(
    files: Sequence[Path],
    config: Config,
    examples: bool,
    progress: Callable[[int, int], None] | None,
) -> Iterator[Outcome]:
    """Yield outcomes in the order of `files`, from one process or from several."""
    chunks = [files[at : at + CHUNK] for at in range(0, len(files), CHUNK)]
    done = 0
    for chunk, outcome in zip(chunks, _map_chunks(chunks, config, examples), strict=True):
        done += len(chunk)
        if progress is not None:
            progress(done, len(files))
        yield outcome


def _map_chunks(
    chunks: list[Sequence[Path]], config: Config, examples: bool
) -> Iterator[Outcome]:
    jobs = config.jobs or os.cpu_count() or 1
    task = functools.partial(_check_chunk, config=config, examples=examples)
    if jobs == 1 or sum(map(len, chunks)) < POOL_FROM:
        yield from map(task, chunks)
        return
    site = open_site(config)
    for locale in site.locales():
        site.pages(locale)
    with _executor(jobs) as executor:
        yield from executor.map(task, chunks)


def _executor(jobs: int) -> Executor:
    """Return the pool of processes; the only place that knows how work is spread."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_all_start_methods, get_context

    # A forked process shares what the site has read so far; elsewhere each process reads for itself.
    method = "fork" if "fork" in get_all_start_methods() else "spawn"
    return ProcessPoolExecutor(jobs, get_context(method))


def _check_chunk(chunk: Sequence[Path], config: Config, examples: bool) -> Outcome:
    site = open_site(config)
    return _check_pages([read_page(path, site) for path in chunk], config, examples)


def read_page(path: Path, site: Site) -> Page:
    """Return the page of a file; one that cannot be read says so in `unreadable`."""
    try:
        data, unreadable = path.read_bytes(), ""
    except OSError as error:
        data, unreadable = b"", error.strerror or str(error)
    return _page(data, path, site, unreadable)


def _page(data: bytes, path: Path, site: Site, unreadable: str = "") -> Page:
    place = site.locate(path)
    source = Source.decode(data)
    if place is None:
        return Page(source, shown_path(path), unreadable=unreadable)
    return Page(source, shown_path(path), place.locale, place.folder, unreadable)


def shown_path(path: Path) -> str:
    """Return `path` as reports show it: relative to the current folder where it lies below it."""
    absolute = Path(os.path.abspath(path))
    try:
        return absolute.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return absolute.as_posix()


def _check_pages(pages: list[Page], config: Config, examples: bool) -> Outcome:
    """Return what the rules find in some pages, each with its original and its example runs where rules want them."""
    site = open_site(config)
    rules = select_rules(config.select, config.ignore)
    pairing = pair_up(pages, site) if rules.translation else Pairing()
    runs = run_examples(pages) if examples and rules.example else {}
    facts = _facts()
    findings: list[Finding] = []
    for page in pages:
        checks: list[tuple[Rule[Any], tuple[Any, ...]]] = [(rule, (page,)) for rule in rules.page]
        if not page.unreadable:
            checks += [(rule, (page, site)) for rule in rules.site]
            if page.path in pairing.pairs:
                pair = pairing.pairs[page.path]
                checks += [(rule, (pair, site)) for rule in rules.translation]
            checks += [(rule, (page, facts)) for rule in rules.model]
            for run in runs.get(page.path, ()):
                checks += [(rule, (run, facts)) for rule in rules.example]
        for rule, given in checks:
            severity = _severity(rule, config)
            problems = _problems(rule, page, given)
            findings += [_finding(page, rule, severity, problem) for problem in problems]
    return Outcome(
        findings=tuple(findings),
        pages=len(pages),
        translations=sum(pair.original is not None for pair in pairing.pairs.values()),
        examples=sum(map(len, runs.values())),
        remarks=pairing.remarks,
    )


@functools.cache
def _facts() -> Facts:
    """Return the model's facts; one reader serves a whole process."""
    return Facts()


def _problems(rule: Rule[Any], page: Page, given: tuple[Any, ...]) -> list[Problem]:
    """Return what a rule yields. A rule that fails costs its own findings on this page, not the run, and says so."""
    try:
        return list(rule.check(*given))
    except Exception as error:
        start = page.source.line_span(1)
        message = _("mdnkit failed on this page ({error}); this is a mistake in mdnkit, please report it.")
        return [Problem(start, message.format(error=f"{type(error).__name__}: {error}"))]


def _severity(rule: Rule[Any], config: Config) -> Severity | None:
    """Return the severity that the configuration gives a rule; the last pattern that matches counts."""
    levels = [level for pattern, level in config.severity.items() if fnmatchcase(rule.id, pattern)]
    return levels[-1] if levels else None


def _finding(page: Page, rule: Rule[Any], severity: Severity | None, problem: Problem) -> Finding:
    start = page.source.position(problem.span.start)
    end = page.source.position(problem.span.end)
    line = page.source.line_span(start.line)
    return Finding(
        path=page.path,
        line=start.line,
        column=start.column,
        rule=rule.id,
        end_line=end.line,
        end_column=end.column,
        message=problem.message,
        severity=severity or problem.severity or rule.severity,
        locale=page.locale,
        slug=page.slug,
        edits=problem.edits,
        related=problem.related,
        context=page.text[line.start : min(line.end, line.start + LONGEST_CONTEXT)],
    )

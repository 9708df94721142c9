"""What the command line adds to a check: only changed pages, fixes, a baseline of known findings."""

import functools
import time
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mdnkit.check import (
    EXAMPLE_BUDGET,
    Progress,
    check_given,
    check_pages,
    check_rule_names,
    gather,
    read_site,
)
from mdnkit.check_redirects import check_redirects, find_redirects, read_redirects
from mdnkit.config import Config
from mdnkit.errors import UsageError
from mdnkit.finding import Finding, Report
from mdnkit.given import Given, read_page
from mdnkit.messages import _
from mdnkit.outcome import Outcome
from mdnkit.page.page import Page
from mdnkit.rules.catalogue import select_rules
from mdnkit.site.find_pages import find_pages, no_page
from mdnkit.site.listing import Listing
from mdnkit.site.open_site import open_site
from mdnkit.spread import spread

if TYPE_CHECKING:
    from mdnkit.baseline import Baseline, Seen
    from mdnkit.fix import Fixed
    from mdnkit.site.outline import Outline


CACHE_FROM = 300
"""For fewer pages it costs less to check them than to find out what has changed since an earlier run."""


class Request(NamedTuple):
    """What a run is to do, besides the configuration."""

    paths: Sequence[Path] = ()
    text: bytes | None = None
    """Stands for what the file at the only path has."""
    since: str | None = None
    """Only pages that were changed since this revision."""
    staged: bool = False
    """Only pages that are staged, as they are staged."""
    baseline: Path | None = None
    """The file of known findings."""
    update_baseline: bool = False
    """Write that file, with everything that is found."""
    fix: bool = False
    """Apply the edits of findings, and report what remains."""
    write: bool = False
    """Write the fixed pages to their files."""
    cache: bool = True
    """Use the outcomes of earlier runs where nothing has changed since."""
    examples: bool | None = None
    """None: run examples when there are at most `EXAMPLE_BUDGET` pages."""


class Result(NamedTuple):
    """What a run gave."""

    report: Report
    rewritten: "tuple[Fixed[Outcome], ...]" = ()
    """The pages that edits changed."""
    unwritten: tuple[str, ...] = ()
    """Which files could not be written, and why."""


def run(request: Request, config: Config, progress: Progress | None = None) -> Result:
    """Do what is requested.

    Raises UsageError for a path or a revision that does not exist, ConfigError for a rule that nobody knows.
    """
    started = time.perf_counter()
    baseline = _baseline(request)
    listing = Listing(functools.partial(_earlier, config) if request.cache else None)
    given = find(request, config, listing)
    few = len(given) <= EXAMPLE_BUDGET
    examples = few if request.examples is None else request.examples
    whole = request.text is None and request.since is None and not request.staged
    redirects = find_redirects(request.paths, config) if whole else []
    if whole and not given and not redirects:
        raise no_page(request.paths)
    outcomes = _check(given, redirects, config, examples, listing, progress)
    remarks: list[str] = []
    if request.examples is None and not few:
        message = _(
            "Examples were not run, as there are more than {count} pages; `--examples` runs them."
        )
        remarks.append(message.format(count=EXAMPLE_BUDGET))
    apart: frozenset[str] = frozenset()
    if request.staged:
        from mdnkit.changed_files import said_of_apart, said_of_unstaged, with_other_text

        apart = with_other_text((page.path, page.text) for page in given)
    unwritten: list[str] = []
    fixed: list[Fixed[Outcome]] = []
    if request.fix:
        fixed = _fix(given, outcomes[: len(given)], config, examples, request.cache, baseline)
        fixed += _fix_redirects(read_redirects(redirects, config), config, baseline)
        remarks += [_contradicting(entry.path) for entry in fixed if not entry.settled]
        if request.write:
            fixed, unwritten = _write(fixed, apart, request)
    after = {entry.path: entry.outcome for entry in fixed}
    outcomes = [after.get(outcome.path, outcome) for outcome in outcomes]
    if baseline is not None:
        outcomes, said = _without_known(outcomes, config, request, baseline)
        remarks += said
    rewritten = tuple(entry for entry in fixed if entry.before != entry.after)
    if request.staged:
        remarks.append(said_of_apart(len(apart), request.write))
        remarks.append(said_of_unstaged(len(rewritten) if request.write else 0))
    return Result(gather(outcomes, started, remarks), rewritten, tuple(unwritten))


def find(request: Request, config: Config, listing: Listing | None = None) -> list[Given]:
    """Return the pages that a run is to check; folders are read through `listing`."""
    if request.text is not None:
        return [Given(str(path), request.text) for path in request.paths]
    if request.since is None and not request.staged:
        return [
            Given(path) for path in find_pages(request.paths, config.exclude, config.base, listing)
        ]
    from mdnkit.changed_files import (
        changed_in_index,
        changed_since,
        keeps_unstaged_text,
        refuse_partial_commit,
    )

    if request.since is None:
        if request.write and not keeps_unstaged_text():
            refuse_partial_commit(request.paths)
        changed = changed_in_index(request.paths, config.exclude, config.base)
    else:
        changed = changed_since(request.since, request.paths, config.exclude, config.base)
    return [Given(str(page.path), page.text) for page in changed]


def _check(
    given: Sequence[Given],
    redirects: Sequence[Given],
    config: Config,
    examples: bool,
    listing: Listing,
    progress: Progress | None,
) -> list[Outcome]:
    """Return the outcome of each page and of the redirects, of an earlier run where nothing has changed since.

    `listing`: what was read of the folders so far, and what an earlier run has seen; that counts where there is such a run.
    """
    checked = functools.partial(
        check_given,
        config=config,
        examples=examples,
        progress=progress,
        use_cache=listing.counts_earlier,
        listing=listing,
    )
    everything = [*given, *redirects]
    if not listing.counts_earlier or examples or len(given) < CACHE_FROM:
        return checked(everything)
    from mdnkit.cache import open_cache

    check_rule_names(config)
    cache = open_cache(everything, config, listing)
    if cache is None:
        return checked(everything)
    known = cache.known()
    unknown = [one for one, outcome in zip(everything, known, strict=True) if outcome is None]
    found = iter(checked(unknown, hashed=True, meanwhile=cache.read_others))
    outcomes = [next(found) if outcome is None else outcome for outcome in known]
    cache.keep(outcomes)
    return outcomes


def _earlier(config: Config) -> "Outline | None":
    from mdnkit.cache import known_outline

    return known_outline(config)


def _fix(
    given: Sequence[Given],
    outcomes: Sequence[Outcome],
    config: Config,
    examples: bool,
    use_cache: bool,
    baseline: "Baseline | None",
) -> "list[Fixed[Outcome]]":
    """Return the pages that have something to fix, fixed."""
    fixable = [
        page
        for page, outcome in zip(given, outcomes, strict=True)
        if any(finding.edits for finding in _unknown(outcome, baseline))
    ]
    task = functools.partial(
        _fix_chunk, config=config, examples=examples, use_cache=use_cache, baseline=baseline
    )
    chunks = spread(
        task, fixable, config.jobs, functools.partial(read_site, config, None, examples)
    )
    return [entry for chunk in chunks for entry in chunk]


def _fix_chunk(
    chunk: Sequence[Given],
    config: Config,
    examples: bool,
    use_cache: bool,
    baseline: "Baseline | None",
) -> "list[Fixed[Outcome]]":
    from mdnkit.fix import fix_pages

    site = open_site(config)
    return fix_pages(
        [read_page(page.path, site, page.text) for page in chunk],
        lambda pages: check_pages(pages, config, examples, use_cache),
        lambda outcome: _unknown(outcome, baseline),
    )


def _fix_redirects(
    redirects: list[Page], config: Config, baseline: "Baseline | None"
) -> "list[Fixed[Outcome]]":
    """Return the redirects of locales, fixed."""
    from mdnkit.fix import fix_pages

    return fix_pages(
        redirects,
        lambda pages: check_redirects(pages, config),
        lambda outcome: _unknown(outcome, baseline),
    )


def _write(
    fixed: "list[Fixed[Outcome]]", apart: Collection[str], request: Request
) -> "tuple[list[Fixed[Outcome]], list[str]]":
    """Write the pages that were changed, and stage them where what is staged was mended and git's index is ours to change.

    Return the pages whose files now have that text, and why others do not. A file whose text is not `apart` from what is
    staged is known to hold nothing that its author keeps out of the commit.
    """
    from mdnkit.fix import write_fixed

    written, unwritten = write_fixed([entry for entry in fixed if entry.path not in apart])
    changed = [Path(entry.path) for entry in written if entry.before != entry.after]
    if request.staged and changed:
        from mdnkit.changed_files import keeps_unstaged_text, stage

        unwritten += [] if keeps_unstaged_text() else stage(changed)
    return written, unwritten


def _contradicting(path: str) -> str:
    message = _(
        "The fixes for {path} contradict each other, and none was applied; this is a mistake in mdnkit, please report it."
    )
    return message.format(path=path)


def _baseline(request: Request) -> "Baseline | None":
    """Return the known findings of a run; None when it has none."""
    if request.baseline is None:
        if request.update_baseline:
            raise UsageError(
                _("`--update-baseline` writes a file; name it with `--baseline FILE`.")
            )
        return None
    from mdnkit.baseline import new_baseline, read_baseline

    return (new_baseline if request.update_baseline else read_baseline)(request.baseline)


def _unknown(outcome: Outcome, baseline: "Baseline | None") -> tuple[Finding, ...]:
    """Return the findings of a page that are not known."""
    return baseline.unknown(outcome.path, outcome.findings) if baseline else outcome.findings


def _without_known(
    outcomes: Sequence[Outcome], config: Config, request: Request, baseline: "Baseline"
) -> tuple[list[Outcome], list[str]]:
    """Return the outcomes without known findings, and what to say of the baseline; write it where that is requested."""
    from mdnkit.baseline import stale, updated, write_baseline

    seen = [_seen(outcome, config) for outcome in outcomes]
    remarks: list[str] = []
    if request.update_baseline and request.baseline is not None:
        baseline = updated(baseline, seen)
        write_baseline(baseline, request.baseline)
        message = _("Findings that {path} holds now: {count}.")
        remarks.append(message.format(path=request.baseline, count=baseline.size))
    elif gone := stale(baseline, seen):
        message = _(
            "Findings of {path} that are gone: {count}; `--update-baseline` takes them out."
        )
        remarks.append(message.format(path=request.baseline, count=gone))
    return [o._replace(findings=_unknown(o, baseline)) for o in outcomes], remarks


def _seen(outcome: Outcome, config: Config) -> "Seen":
    from mdnkit.baseline import Seen

    selection = config.selection(outcome.path)
    rules = select_rules(selection.select, selection.ignore)
    return Seen(outcome.path, outcome.findings, rules.ids_except(outcome.silent))

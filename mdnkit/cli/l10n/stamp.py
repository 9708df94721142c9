"""`mdnkit l10n stamp`: says in translations which English they were made from."""

from collections.abc import Sequence
from pathlib import Path

import click

from mdnkit.cli._options import PATH, configure, roots_options
from mdnkit.cli.l10n._pages import read_translation
from mdnkit.edits import apply_edits, replace_content
from mdnkit.errors import WriteError
from mdnkit.finding import Severity
from mdnkit.l10n.pair import Pair
from mdnkit.l10n.stamp import Verdict, judge
from mdnkit.messages import _
from mdnkit.page.source import Source
from mdnkit.rules.translation.translation_block import translation_block
from mdnkit.rules.translation.translation_fence import translation_fence
from mdnkit.rules.translation.translation_heading import translation_heading
from mdnkit.site.open_site import open_site
from mdnkit.site.site import Site

_STRUCTURE = (translation_heading, translation_block, translation_fence)


@click.command("stamp")
@click.argument("pages", nargs=-1, required=True, type=PATH)
@click.option(
    "--commit",
    "revision",
    metavar="REV",
    help="Name this commit, instead of the last one that touched the English page.",
)
@click.option("--force", is_flag=True, help="Write even where the structure does not agree.")
@click.option(
    "--check", is_flag=True, help="Write nothing; exit with 1 where there is something to write."
)
@roots_options
def command(
    pages: tuple[Path, ...],
    revision: str | None,
    force: bool,
    check: bool,
    config_file: Path | None,
    content_root: str | None,
    translated_roots: tuple[str, ...],
    source_history: str | None,
) -> int:
    """Write l10n.sourceCommit into PAGES whose structure agrees with the English of that commit.

    Headings, blocks and code must be those of the English page; whether the sentences are, only
    the translator knows. Exits with 1 when a page was refused.
    """
    config = configure(pages, config_file, content_root, translated_roots, source_history)
    site = open_site(config)
    failed = False
    for path in pages:
        page = read_translation(path, site)
        verdict = judge(page, site, lambda pair: _disagreements(pair, site), revision, force)
        failed |= bool(verdict.refusal) or (check and verdict.edit is not None)
        line = _line(verdict, check)
        if verdict.edit is not None and not check:
            try:
                _write(verdict)
            except WriteError as error:
                failed, line = True, str(error)
        click.echo(line)
    return int(failed)


def _disagreements(pair: Pair, site: Site) -> Sequence[str]:
    """Return what the rules about structure call errors; a lost section first, which explains others."""
    problems = [
        problem
        for rule in _STRUCTURE
        for problem in rule.check(pair, site)
        if (problem.severity or rule.severity) is Severity.ERROR
    ]
    line = pair.translation.source.position
    return [
        _("line {line}: {message}").format(line=line(p.span.start).line, message=p.message)
        for p in problems
    ]


def _write(verdict: Verdict) -> None:
    page = verdict.page
    after = apply_edits(page.text, [(verdict.edit,)] if verdict.edit else [])
    replace_content(Path(page.path), page.source.encode(), Source(after).encode())


def _line(verdict: Verdict, check: bool) -> str:
    """Return in one line what became of a page."""
    commit = verdict.commit[:10]
    if verdict.refusal:
        message = _("{path}: not stamped, {reason}")
    elif verdict.edit is None:
        message = _("{path}: already names {commit}")
    elif check:
        message = _("{path}: would name {commit}{changes}")
    else:
        message = _("{path}: now names {commit}{changes}")
    changes = ""
    if verdict.changes:
        changes = _("; in English since the commit before: {words}").format(words=verdict.changes)
    return message.format(
        path=verdict.page.path, commit=commit, reason=verdict.refusal, changes=changes
    )

"""`mdnkit l10n infer`: finds the English that translations were most likely made from."""

from pathlib import Path

import click

from mdnkit.cli._options import PATH, configure, roots_options
from mdnkit.cli.l10n._pages import read_translation
from mdnkit.edits import apply_edits, replace_content
from mdnkit.errors import UsageError
from mdnkit.l10n.base_commit import Base, Confidence, find_base
from mdnkit.l10n.state import english_folder, remarks
from mdnkit.messages import _, _n
from mdnkit.page.front_matter_edit import set_value
from mdnkit.page.page import Page
from mdnkit.page.source import Source
from mdnkit.site.open_site import open_site


@click.command("infer")
@click.argument("pages", nargs=-1, required=True, type=PATH)
@click.option(
    "--write",
    is_flag=True,
    help="Write l10n.sourceCommit into pages that have none, unless confidence is low.",
)
@roots_options
def command(
    pages: tuple[Path, ...],
    write: bool,
    config_file: Path | None,
    content_root: str | None,
    translated_roots: tuple[str, ...],
    source_history: str | None,
) -> int:
    """Find the commit whose English each of PAGES agrees with best: in structure, code, links and numbers.

    Says how well it agrees, and which other commits would do as well. Exits with 1 when a page
    has no likely commit.
    """
    config = configure(pages, config_file, content_root, translated_roots, source_history)
    site = open_site(config)
    history = site.history
    if history is None or history.head is None:
        raise UsageError(" ".join(remarks(history, 0)))
    failed = False
    for path in pages:
        page = read_translation(path, site)
        folder = english_folder(site, page.folder, page.slug)
        base = find_base(page, folder, history, _last_touched(path))
        failed |= base is None or base.confidence is Confidence.LOW
        click.echo(_line(page, base))
        if write and base is not None and base.confidence is not Confidence.LOW:
            _write(page, base)
    return int(failed)


def _last_touched(path: Path) -> int | None:
    """Return when a translation was last committed, in seconds since 1970; None where that is not known."""
    from mdnkit.site import git

    folder = path if path.is_dir() else path.parent
    name = "index.md" if path.is_dir() else path.name
    answer = git.run(("-C", str(folder)), "log", "-1", "--format=%ct", "--", name)
    return int(answer.output) if answer.output.strip().isdigit() else None


def _line(page: Page, base: Base | None) -> str:
    """Return in one line what was found for a page."""
    if base is None:
        return _("{path}: there is no English page for it").format(path=page.path)
    text = _("{path}: {commit}, agreement {percent:.1f} %, confidence {confidence}").format(
        path=page.path,
        commit=base.commit,
        percent=100 * base.agreement,
        confidence={"high": _("high"), "medium": _("medium"), "low": _("low")}[base.confidence],
    )
    if base.ties:
        shown = ", ".join(commit[:10] for commit in base.ties[:3])
        more = ", …" if len(base.ties) > 3 else ""
        message = _n(
            "; as well with {count} other: {shown}",
            "; as well with {count} others: {shown}",
            len(base.ties),
        )
        text += message.format(count=len(base.ties), shown=shown + more)
    return text


def _write(page: Page, base: Base) -> None:
    """Write the commit into a page that names none."""
    if page.front_matter.text("l10n", "sourceCommit"):
        return
    edit = set_value(page, ("l10n", "sourceCommit"), base.commit)
    if edit is not None:
        after = apply_edits(page.text, [(edit,)])
        replace_content(Path(page.path), page.source.encode(), Source(after).encode())

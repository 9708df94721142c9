"""`mdnkit l10n terms`: English sentences and headings that are translated in more than one way."""

import functools
import os
from pathlib import Path
from typing import Any

import click

from mdnkit.cli._options import configure, in_english_for_programs, roots_options
from mdnkit.cli._progress import progress
from mdnkit.cli.l10n._pages import only_locale
from mdnkit.l10n.consistency import Form, Repeated, consistency
from mdnkit.messages import _
from mdnkit.site.open_site import open_site
from mdnkit.site.slug import locale_name

_ROWS = 50
"""Texts that are shown unless another number is asked for."""

_FORMS = 8
"""Translations of one text that the terminal shows."""


@click.command("terms")
@click.option("--locale", metavar="LOCALE", help="The locale (default: the only one there is).")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    callback=in_english_for_programs,
    default="text",
    show_default=True,
    help="How the translations are written.",
)
@click.option(
    "--kind",
    type=click.Choice(["heading", "text"]),
    help="Only headings, or only sentences and other texts.",
)
@click.option(
    "--limit",
    metavar="N",
    type=click.IntRange(min=0),
    help="At most N English texts (default: 50 in text, all in JSON).",
)
@roots_options
def command(
    locale: str | None,
    format_: str,
    kind: str | None,
    limit: int | None,
    config_file: Path | None,
    content_root: str | None,
    translated_roots: tuple[str, ...],
    source_history: str | None,
) -> None:
    """Show which English sentences and headings are translated in several ways.

    Sentences of five words and more are looked at, as readers see them: without markup, macros as
    the words they become. Those with the most uses that differ from the usual form come first. This
    is a report: nothing in it is a mistake for certain.
    """
    config = configure((), config_file, content_root, translated_roots, source_history)
    opening = functools.partial(open_site, config)
    locale = locale or only_locale(opening())
    with progress() as shown:
        found = consistency(opening, locale, config.jobs, shown)
    texts = [text for text in found if kind in (None, text.kind)]
    several = [text for text in texts if len(text.forms) > 1]
    if format_ == "json":
        click.echo(_json(locale, texts, several[:limit]))
        return
    for text in several[: _ROWS if limit is None else limit]:
        click.echo(_shown(text))
    message = _("{several} of {texts} English texts that occur more than once have several forms.")
    click.echo(message.format(several=len(several), texts=len(texts)))


def _shown(text: Repeated) -> str:
    """Return a text with its translations, as the terminal shows it."""
    mark = "## " if text.kind == "heading" else ""
    lines = [f"{mark}{text.english}  ({text.times}×)"]
    lines += [f"  {form.times:5}  {form.text}" for form in text.forms[:_FORMS]]
    if len(text.forms) > _FORMS:
        lines.append(f"         … {len(text.forms) - _FORMS} more")
    return "\n".join([*lines, ""])


def _json(locale: str, texts: list[Repeated], several: list[Repeated]) -> str:
    """Return the texts for programs. The summary counts all texts, whatever is listed."""
    import json

    data = {
        "version": 1,
        "locale": locale_name(locale),
        "summary": {
            "repeated": len(texts),
            "severalForms": sum(len(text.forms) > 1 for text in texts),
            "deviatingUses": sum(text.deviating for text in texts),
        },
        "texts": [
            {
                "kind": text.kind,
                "english": text.english,
                "count": text.times,
                "forms": [_json_form(form) for form in text.forms],
            }
            for text in several
        ],
    }
    return json.dumps(data, indent=2, ensure_ascii=False)


def _json_form(form: Form) -> dict[str, Any]:
    path = Path(os.path.relpath(form.path))
    shown = form.path if path.parts[:1] == ("..",) else path.as_posix()
    return {"text": form.text, "count": form.times, "path": shown, "line": form.line}

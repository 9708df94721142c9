"""Options that several commands share, and how they become a configuration."""

import functools
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from mdnkit.config import Config, common_folder, load_config
from mdnkit.errors import UsageError
from mdnkit.messages import ENGLISH, _, spoken
from mdnkit.site.roots_by_layout import with_layout


class GivenPath(click.Path):
    """A path as somebody gives it. Whether it can be read turns out later; an empty one would be the current folder."""

    def __init__(self, exists: bool = False, file_okay: bool = True, dir_okay: bool = True) -> None:
        super().__init__(exists, file_okay, dir_okay, readable=False, path_type=Path)

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str | bytes | os.PathLike[str]:
        """Return the path. Raises UsageError for an empty one."""
        if not os.fspath(value):
            raise UsageError(_("A path is empty; give `.` for the current folder."))
        return super().convert(value, param, ctx)


PATH = GivenPath()

Command = TypeVar("Command", bound=Callable[..., Any])

_ROOTS = (
    click.option("--content-root", metavar="FOLDER", help="The folder that holds en-us/."),
    click.option(
        "--translated-root",
        "translated_roots",
        metavar="FOLDER",
        multiple=True,
        help="A folder that holds de/ or other locales; may be given more than once.",
    ),
    click.option(
        "--source-history",
        metavar="WHERE",
        help="Checkout, bare repository, bundle or URL that has the history of the English pages.",
    ),
    click.option(
        "--config",
        "config_file",
        metavar="FILE",
        type=PATH,
        help="The configuration file, instead of looking for one.",
    ),
)


def roots_options(command: Command) -> Command:
    """Add the options that say where the pages are."""
    for option in reversed(_ROOTS):
        command = option(command)
    return command


def configure(
    paths: Iterable[Path],
    config_file: Path | None,
    content_root: str | None,
    translated_roots: tuple[str, ...],
    source_history: str | None,
    **options: Any,
) -> Config:
    """Return the configuration of a command that has `roots_options`. Raises ConfigError.

    When a history must be fetched first, that will be said where somebody waits: on a terminal.
    """
    given = {
        "content-root": content_root,
        "translated-roots": translated_roots,
        "source-history": source_history,
        **{name.replace("_", "-"): value for name, value in options.items()},
    }
    places = tuple(paths)
    config = with_layout(load_config(places, config_file, given), common_folder(places))
    if config.source_history is not None and sys.stderr is not None and sys.stderr.isatty():
        from mdnkit.site.open_site import open_site

        open_site(config, functools.partial(click.echo, err=True))
    return config


FOR_READERS = frozenset({"text", "summary", "table", "markdown", "html"})
"""Formats that people read; all others are for programs."""


def in_english_for_programs(
    ctx: click.Context, parameter: click.Parameter, value: str | None
) -> str | None:
    """Make messages in English when a format for programs is chosen, so that it is the same for everybody."""
    if value is not None and value not in FOR_READERS:
        ctx.with_resource(spoken(ENGLISH))
    return value


def in_english_if_given(
    ctx: click.Context, parameter: click.Parameter, value: Path | None
) -> Path | None:
    """Make messages in English when a file that is shared between people is given."""
    if value is not None:
        ctx.with_resource(spoken(ENGLISH))
    return value


def split_ids(
    ctx: click.Context, parameter: click.Parameter, value: tuple[str, ...]
) -> tuple[str, ...]:
    """Return rule ids given as comma-separated lists."""
    return tuple(part.strip() for text in value for part in text.split(",") if part.strip())

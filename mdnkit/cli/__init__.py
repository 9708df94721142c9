"""The command line: a folder is a group, a file is a command. A command is imported when it is called."""

import contextlib
import gc
import io
import os
import sys
from collections.abc import Iterator
from importlib import import_module
from typing import Any, NoReturn

import click

from mdnkit import __version__
from mdnkit.discovery import unit_names
from mdnkit.errors import MdnkitError
from mdnkit.messages import _, languages, spoken


class ReaderLeft(Exception):
    """Whoever reads the output has had enough of it, as `head` has."""


@contextlib.contextmanager
def _no_failure() -> Iterator[None]:
    """Raise ReaderLeft for a closed pipe, which click would take for a failure."""
    try:
        yield
    except BrokenPipeError as error:
        raise ReaderLeft from error


class FolderGroup(click.Group):
    """A group whose commands are the files and folders of a package, each with an object `command`."""

    def __init__(self, package: str, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.package = package

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, as typed."""
        return [name.replace("_", "-") for name in unit_names(self.package)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command `cmd_name`, importing its file."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = import_module(f"{self.package}.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        return command

    def make_context(self, *arguments: Any, **extra: Any) -> click.Context:
        """Read the command line; `--help` is answered here. Raises ReaderLeft when the answer is no longer read."""
        with _no_failure():
            return super().make_context(*arguments, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command. Raises ReaderLeft when its output is no longer read."""
        with _no_failure():
            return super().invoke(ctx)


def _version(ctx: click.Context, parameter: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(f"mdnkit {__version__}")
        ctx.exit()


def _lang(ctx: click.Context, parameter: click.Parameter, wanted: str | None) -> None:
    """Make messages in the language that is asked for, until the command has ended."""
    if wanted is None:
        return
    if wanted.partition("-")[0].lower() not in languages():
        raise click.BadParameter(f"there are messages in {', '.join(languages())}")
    ctx.with_resource(spoken(wanted))


group = FolderGroup(
    __name__,
    name="mdnkit",
    help="Checks documentation written the MDN way: pages, their translations and their examples.",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    params=[
        click.Option(
            ["--version"], is_flag=True, is_eager=True, expose_value=False, callback=_version,
            help="Show the version and exit.",
        ),
        click.Option(
            ["--lang"], metavar="LANGUAGE", is_eager=True, expose_value=False, callback=_lang,
            help="The language of messages, such as de (default: MDNKIT_LANG, else that of the environment).",
        ),
    ],
)  # fmt: skip


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit status: 0 clean, 1 findings, 2 could not run.

    A reader that closes the pipe has what it wanted: nothing is said, and the status stays what it would be.
    """
    # Modules that are loaded, and pages that are read, are seldom garbage.
    gc.set_threshold(500_000)
    for stream in (sys.stdout, sys.stderr):
        # Half of a character, as scripts can log it, is shown as its number.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        result = _answer(arguments)
        with reading():
            sys.stdout.flush()
    except MdnkitError as error:
        return _fail(str(error))
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "mdnkit"
        hint = _("Try `{command} --help`.").format(command=command)
        return _fail(f"{error.format_message().rstrip('.')}. {hint}")
    except click.ClickException as error:
        return _fail(error.format_message())
    except (click.Abort, KeyboardInterrupt):
        return _fail("Interrupted.")
    except ReaderLeft:
        _drop_output()
        return 0
    except OSError as error:
        _drop_output()
        reason = error.strerror or str(error)
        return _fail(f"{error.filename}: {reason}" if error.filename else reason)
    except Exception as error:
        what = f"{type(error).__name__}: {error}"
        return _fail(_("This is a mistake in mdnkit, please report it: {what}").format(what=what))
    return result if isinstance(result, int) else 0


def _answer(arguments: list[str] | None) -> Any:
    """Run a command and return what it returns; a group without a command shows what it has."""
    try:
        return group.main(arguments, prog_name="mdnkit", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        with reading():
            click.echo(error.ctx.get_help() if error.ctx else "")
        return 0


def program() -> NoReturn:
    """Run the command line and end the process at once: what was read need not be given back piece by piece."""
    _replace_closed_streams()
    status = main()
    with contextlib.suppress(OSError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(status)


def _replace_closed_streams() -> None:
    """Throw away what is written to a stream that was closed before, as `>&-` does, and let no file take its number.

    Whatever writes to the number of a stream, such as a JavaScript engine that fails, would write into that file.
    """
    if sys.stdin is None:
        # Stays None: an empty text is not what anybody has given.
        os.open(os.devnull, os.O_RDONLY)
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - is open to the end
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - as above


@contextlib.contextmanager
def reading() -> Iterator[None]:
    """Write something, or drop it when nobody reads it any more; what comes after is done all the same."""
    try:
        yield
    except BrokenPipeError:
        _drop_output()


def _drop_output() -> None:
    """Throw away what could not be written, which the interpreter would try again to write when it ends."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fail(message: str) -> int:
    """Say why nothing could be run, in one line; where that cannot be written either, the status says it."""
    with contextlib.suppress(OSError):
        click.echo("mdnkit: " + " ".join(message.split()), err=True)
    return 2

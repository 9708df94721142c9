"""A command whose help shows its options in groups."""

from collections.abc import Mapping, Sequence
from typing import Any

import click


class GroupedCommand(click.Command):
    """A command with `groups`: the heading of each group of options, and the names of their parameters."""

    def __init__(self, *arguments: Any, groups: Mapping[str, Sequence[str]], **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.groups = groups

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the groups, then the options that are in none."""
        rows = {
            str(parameter.name): row
            for parameter in self.get_params(ctx)
            if isinstance(parameter, click.Option)
            and (row := parameter.get_help_record(ctx)) is not None
        }
        for heading, names in self.groups.items():
            with formatter.section(heading):
                formatter.write_dl([rows.pop(name) for name in names if name in rows])
        with formatter.section("Other options"):
            formatter.write_dl(list(rows.values()))

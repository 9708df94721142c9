"""`mdnkit config`: the effective configuration and where each value came from."""

from pathlib import Path

import click

from mdnkit.check import check_rule_names
from mdnkit.cli._options import PATH, configure, in_english_for_programs, roots_options
from mdnkit.config import KEYS
from mdnkit.errors import UsageError
from mdnkit.messages import _


@click.command("config")
@click.argument("paths", nargs=-1, metavar="[PATH...]", type=PATH)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    callback=in_english_for_programs,
    default="text",
    show_default=True,
)
@roots_options
def command(
    paths: tuple[Path, ...],
    format_: str,
    config_file: Path | None,
    content_root: str | None,
    translated_roots: tuple[str, ...],
    source_history: str | None,
) -> None:
    """Show the configuration that a run over PATH would have, and where each value came from."""
    places = paths or (Path(),)
    for path in places:
        if not path.exists():
            raise UsageError(_("There is no file or folder `{path}`.").format(path=path))
    config = configure(places, config_file, content_root, translated_roots, source_history)
    check_rule_names(config)
    values = {key: _plain(getattr(config, name)) for key, name in KEYS.items()}
    origins = {key: config.origins.get(key, "default") for key in KEYS}
    if format_ == "json":
        import json

        data = {key: {"value": values[key], "origin": origins[key]} for key in KEYS}
        click.echo(json.dumps({"version": 1, "config": data}, indent=2))
        return
    width = max(map(len, KEYS))
    for key in KEYS:
        click.echo(f"{key:<{width}} = {_toml(values[key])}  # {origins[key]}")


def _plain(value: object) -> object:
    """Return `value` as JSON and TOML can hold it."""
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return str(value) if isinstance(value, str) else value


def _toml(value: object) -> str:
    import json

    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(k)} = {_toml(v)}" for k, v in value.items()) + "}"
    return "(not set)" if value is None else json.dumps(value, ensure_ascii=False)

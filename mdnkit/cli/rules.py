"""`mdnkit rules`: the catalogue."""

import click

from mdnkit.cli._options import in_english_for_programs
from mdnkit.rules.catalogue import FOLDERS, all_rules


@click.command("rules")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    callback=in_english_for_programs,
    default="text",
    show_default=True,
)
def command(format_: str) -> None:
    """List every rule with its severity and what it checks."""
    rules = all_rules()
    if format_ == "json":
        import json

        data = [
            {
                "rule": rule.id,
                "kind": folder,
                "severity": str(rule.severity),
                "aliases": list(rule.aliases),
                "summary": rule.summary,
            }
            for folder in FOLDERS
            for rule in rules.of(folder)
        ]
        click.echo(json.dumps({"version": 1, "rules": data}, indent=2))
        return
    width = max(len(rule.id) for rule in rules)
    for folder in FOLDERS:
        click.echo(f"{folder}:")
        for rule in rules.of(folder):
            click.echo(f"  {rule.id:<{width}}  {rule.severity:<7}  {rule.summary}")

"""`mdnkit explain RULE`: what one rule checks, why, and what is bad and good."""

import click

from mdnkit.rules.catalogue import find_rule


@click.command("explain")
@click.argument("rule", metavar="RULE")
def command(rule: str) -> None:
    """Explain one rule: what it checks, why, and a bad and a good example."""
    found = find_rule(rule)
    aliases = f", also known as {', '.join(found.aliases)}" if found.aliases else ""
    click.echo(f"{found.id} ({found.severity}{aliases})\n")
    click.echo(found.documentation)

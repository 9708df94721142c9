"""`mdnkit explain RULE`: what one rule checks, why, and what is bad and good."""

import click

from mdnkit.rules.catalogue import find_rules


@click.command("explain")
@click.argument("rule", metavar="RULE")
def command(rule: str) -> None:
    """Explain a rule: what it checks, why, and a bad and a good example.

    RULE is an id, another name of a rule such as MD033, or a glob, for all rules that it means.
    """
    texts: list[str] = []
    for found in find_rules(rule):
        aliases = f", also known as {', '.join(found.aliases)}" if found.aliases else ""
        texts.append(f"{found.id} ({found.severity}{aliases})\n\n{found.documentation}\n")
    click.echo("\n".join(texts), nl=False)

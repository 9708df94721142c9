"""`mdnkit model show NAME`: what the model knows of a name, and where each fact comes from."""

import click

from mdnkit.cli._options import in_english_for_programs


@click.command("show")
@click.argument("name", metavar="NAME")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    callback=in_english_for_programs,
    default="text",
    show_default=True,
)
def command(name: str, format_: str) -> None:
    """Show what the model knows of an interface, an event type, `Interface.event`,
    `Interface.member` or `<element>`.

    Each fact is shown with where it comes from and how far it is to be relied on.
    """
    from mdnkit.model.description import describe
    from mdnkit.model.facts import Facts

    found = describe(Facts(), name)
    if format_ == "json":
        import json

        click.echo(json.dumps(found, indent=2, ensure_ascii=False))
        return
    from mdnkit.model.description_text import text

    click.echo(text(found), nl=False)

"""The states for a terminal: the counts, and the queue."""

from collections.abc import Sequence

from mdnkit.l10n.status import PageStatus, Status
from mdnkit.l10n.status_formats._facts import NUMERIC, header, row


def render(status: Status, pages: Sequence[PageStatus], width: int | None) -> str:
    """Return the counts, and a table of the pages where there are any."""
    counts = [(str(state), count) for state, count in status.summary().items() if count]
    size = max((len(state) for state, _count in counts), default=0)
    text = "".join(f"{state:<{size}}  {count:>6}\n" for state, count in counts)
    if not pages:
        return text
    rows = [row(page) for page in pages]
    names = header(pages[0].popularity is not None)
    return f"{text}\n{_plain(names, rows) if width is None else _fitted(names, rows, width)}"


def _plain(names: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """Return aligned columns."""
    widths = [max(map(len, column)) for column in zip(names, *rows, strict=True)]
    lines = []
    for line in (names, *rows):
        cells = (f"{cell:<{width}}" for cell, width in zip(line, widths, strict=True))
        lines.append("  ".join(cells).rstrip() + "\n")
    return "".join(lines)


def _fitted(names: tuple[str, ...], rows: list[tuple[str, ...]], width: int) -> str:
    """Return a table that fits a terminal."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False)
    for number, name in enumerate(names):
        if number in NUMERIC:
            table.add_column(name, justify="right", overflow="fold")
        else:
            table.add_column(name, overflow="fold")
    for line in rows:
        table.add_row(*map(Text, line))
    console = Console(width=width, color_system=None)
    with console.capture() as captured:
        console.print(table)
    return "".join(f"{line.rstrip()}\n" for line in captured.get().splitlines())

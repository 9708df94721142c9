"""The difference for a terminal: columns side by side where they fit, else below each other."""

from mdnkit.l10n.change_words import change_words
from mdnkit.l10n.difference import Difference, Row
from mdnkit.l10n.difference_formats._row_words import row_place, row_words
from mdnkit.l10n.word_marks import Piece, mark_words
from mdnkit.messages import _
from mdnkit.site.slug import locale_name

SIDE_BY_SIDE_FROM = 120
"""Columns from which on three texts stand beside each other."""


def render(difference: Difference, width: int, color: bool) -> str:
    """Return the difference for a terminal of `width` columns; without colour, marks stand around the words."""
    from rich.console import Console, RenderableType
    from rich.text import Text

    def shown(pieces: tuple[Piece, ...], style: str, marks: tuple[str, str]) -> Text:
        text = Text()
        for piece in pieces:
            if not piece.differs:
                text.append(piece.text)
            elif color:
                text.append(piece.text, style)
            else:
                text.append(f"{marks[0]}{piece.text}{marks[1]}")
        return text

    def columns(row: Row) -> RenderableType:
        from rich.table import Table

        pieces = mark_words(row.old, row.new)
        texts = {
            _("English before"): shown(pieces[0], "red strike", ("[-", "-]")),
            _("English now"): shown(pieces[1], "green", ("{+", "+}")),
            language: Text(row.translation),
        }
        if width < SIDE_BY_SIDE_FROM:
            stacked = Text()
            for name, text in texts.items():
                if text:
                    stacked.append(f"{name}:", "bold" if color else "")
                    stacked.append("\n" if "\n" in text else " ").append_text(text).append("\n")
            stacked.rstrip()
            return stacked
        table = Table(box=None, padding=(0, 2, 0, 0), expand=True)
        for name in texts:
            table.add_column(name, ratio=1, overflow="fold")
        table.add_row(*texts.values())
        return table

    language = locale_name(difference.locale)
    console = Console(
        width=width, force_terminal=color, color_system="standard" if color else None,
        highlight=False, markup=False, emoji=False,
    )  # fmt: skip
    with console.capture() as captured:
        console.print(Text(_summary(difference), "bold" if color else ""))
        for row in difference.rows:
            console.print()
            console.print(Text(_heading(row), "cyan" if color else ""))
            console.print(columns(row))
    lines = captured.get().rstrip().split("\n")
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _summary(difference: Difference) -> str:
    """Return in one line what changed."""
    message = _("{path}: English from {since} to {until}: {words}.")
    return message.format(
        path=difference.path,
        since=difference.since[:10],
        until=difference.until[:10],
        words=change_words(difference.change) or _("nothing changed"),
    )


def _heading(row: Row) -> str:
    """Return the place and kind of a change in one line."""
    message = _("Line {line}, {fate}: {where}")
    return message.format(line=row.line, fate=row_words(row), where=row_place(row))

"""One file an output format of `mdnkit l10n status`, each with `render(status, pages, width) -> str`."""

from collections.abc import Sequence
from importlib import import_module

from mdnkit.discovery import unit_names
from mdnkit.l10n.status import PageStatus, Status


def formats() -> list[str]:
    """Return the names of the formats."""
    return unit_names(__name__)


def render(status: Status, pages: Sequence[PageStatus], format: str, width: int | None) -> str:
    """Return `pages`, a part of those of `status`, in one of `formats()`.

    `width`: columns of the terminal, which matter to the table only; None where it is none.
    """
    text: str = import_module(f"{__name__}.{format}").render(status, pages, width)
    return text

"""One file an output format, each with `render(report, color) -> str`; the file's name is the format's name."""

from importlib import import_module

from mdnkit.discovery import unit_names
from mdnkit.finding import Report


def formats() -> list[str]:
    """Return the names of the formats."""
    return unit_names(__name__)


def render(report: Report, format: str, color: bool = False) -> str:
    """Return `report` in one of `formats()`; `color` matters to formats for people only."""
    text: str = import_module(f"{__name__}.{format}").render(report, color)
    return text

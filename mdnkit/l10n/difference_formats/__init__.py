"""One file an output format of `mdnkit l10n diff`, each with `render(difference, width, color) -> str`."""

from importlib import import_module

from mdnkit.discovery import unit_names
from mdnkit.l10n.difference import Difference


def formats() -> list[str]:
    """Return the names of the formats."""
    return unit_names(__name__)


def render(difference: Difference, format: str, width: int, color: bool) -> str:
    """Return `difference` in one of `formats()`; `width` (columns) and `color` matter to text only."""
    text: str = import_module(f"{__name__}.{format}").render(difference, width, color)
    return text

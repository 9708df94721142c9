"""Messages to people pass through gettext, so that translating them touches no rule.

Wrap a literal in `_()`, or two in `_n()` where a number decides, and fill it with `.format(...)` afterwards: the literal is
what a catalogue translates. The language is that of `spoken`, else of the environment; what programs read is in English.
"""

import functools
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import GNUTranslations

VARIABLE = "MDNKIT_LANG"
"""The environment variable that names the language, before those of the system."""

ENGLISH = "en"
"""The language that messages are written in."""

_CATALOGUES = Path(__file__).parent / "locales" / "catalogues"


def _(message: str) -> str:
    """Return `message` in the reader's language, or as it is where no catalogue has it."""
    catalogue = _catalogue(language())
    return message if catalogue is None else catalogue.gettext(message)


def _n(one: str, many: str, count: int) -> str:
    """Return the form of a message for `count` things, in the reader's language, or as it is where no catalogue has it.

    https://www.gnu.org/software/gettext/manual/html_node/Plural-forms.html
    """
    catalogue = _catalogue(language())
    if catalogue is None:
        return one if count == 1 else many
    return catalogue.ngettext(one, many, count)


def language() -> str:
    """Return the language that messages are made in, as POSIX writes it: `de`, `de_AT.UTF-8`, or several with `:`.

    https://www.gnu.org/software/gettext/manual/html_node/Locale-Environment-Variables.html
    """
    environment = os.environ
    if environment.get(VARIABLE):
        return environment[VARIABLE]
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    system = next((environment[name] for name in names if environment.get(name)), "C")
    if system.partition(".")[0] in ("C", "POSIX"):
        return ENGLISH
    return environment.get("LANGUAGE") or system


def languages() -> tuple[str, ...]:
    """Return the languages that there are messages in, English among them."""
    return tuple(sorted({ENGLISH, *(path.parts[-3] for path in _CATALOGUES.glob("*/*/*.mo"))}))


@contextmanager
def spoken(wanted: str) -> Iterator[None]:
    """Make messages in the language `wanted`, here and in processes that are started meanwhile."""
    before = os.environ.get(VARIABLE)
    os.environ[VARIABLE] = wanted
    try:
        yield
    finally:
        if before is None:
            os.environ.pop(VARIABLE, None)
        else:
            os.environ[VARIABLE] = before


@functools.cache
def _catalogue(wanted: str) -> "GNUTranslations | None":
    """Return the first catalogue of the languages `wanted`; None for English, and where there is none."""
    for name in wanted.split(":"):
        territory = name.partition(".")[0].partition("@")[0].replace("-", "_")
        for folder in (territory, territory.partition("_")[0].lower()):
            if folder == ENGLISH:
                return None
            path = _CATALOGUES / folder / "LC_MESSAGES" / "mdnkit.mo"
            if folder.replace("_", "").isalnum() and path.is_file():
                from gettext import GNUTranslations

                with path.open("rb") as file:
                    return GNUTranslations(file)
    return None

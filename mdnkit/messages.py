"""Messages to people pass through gettext, so that translating them touches no rule.

Wrap a literal in `_()` and fill it with `.format(...)` afterwards: the literal is what a catalogue translates.
"""

import functools
import gettext
from pathlib import Path


@functools.cache
def _catalogue() -> gettext.NullTranslations:
    folder = Path(__file__).parent / "locales" / "catalogues"
    return gettext.translation("mdnkit", folder, fallback=True)


def _(message: str) -> str:
    """Return `message` in the reader's language, or as it is where no catalogue has it."""
    return _catalogue().gettext(message)

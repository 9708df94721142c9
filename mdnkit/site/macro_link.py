"""Where link macros lead in the trees at hand."""

from collections.abc import Callable
from typing import NamedTuple

from mdnkit.macros.targets import Target, target
from mdnkit.page.macro_call import MacroCall
from mdnkit.site.link import Resolution
from mdnkit.site.slug import locale_name


class MacroLink(NamedTuple):
    """What a link macro names, and what answers it."""

    target: Target
    answer: Resolution
    """Of the first candidate that leads to a page, else of the first candidate."""


_ORDER = {"page": 0, "redirect": 1, "case": 1, "unknown": 2, "missing": 3}


class MacroLinks:
    """Resolves calls of link macros with the help of `resolve`; answers are kept, as most calls stand on many pages."""

    def __init__(self, resolve: Callable[[str, str], Resolution | None]) -> None:
        self._resolve = resolve
        self._answers: dict[tuple[str, str, str], MacroLink | None] = {}

    def find(self, call: MacroCall, locale: str) -> MacroLink | None:
        """Return where a call leads for a reader of `locale`; None for a call that is no link to a page of MDN."""
        key = (call.name, call.inside, locale)
        if key not in self._answers:
            self._answers[key] = self._find(call, locale)
        return self._answers[key]

    def _find(self, call: MacroCall, locale: str) -> MacroLink | None:
        where = target(call) if call.mistake is None and call.key != "rfc" else None
        if where is None:
            return None
        prefix = f"/{locale_name(locale)}/docs/"
        best: Resolution | None = None
        for candidate in where.candidates:
            answer = self._resolve(prefix + candidate, locale)
            if answer is None:
                continue
            if best is None or _ORDER[answer.kind] < _ORDER[best.kind]:
                best = answer
            if answer.kind == "page":
                break
        return None if best is None else MacroLink(where, best)

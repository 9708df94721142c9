"""Where link macros lead in the trees at hand."""

from typing import NamedTuple

from mdnkit.macros.targets import Target, target
from mdnkit.page.macro_call import MacroCall
from mdnkit.site.link import Resolution
from mdnkit.site.site import Site
from mdnkit.site.slug import locale_name


class MacroLink(NamedTuple):
    """A call of a link macro, and what answers it."""

    call: MacroCall
    target: Target
    answer: Resolution
    """Of the first candidate that leads to a page, else of the first candidate."""


_ORDER = {"page": 0, "redirect": 1, "case": 1, "unknown": 2, "missing": 3}


def resolve_call(call: MacroCall, locale: str, site: Site) -> MacroLink | None:
    """Return where a call leads for a reader of `locale`; None for a call that is no link to a page of MDN."""
    where = target(call) if call.mistake is None and call.key != "rfc" else None
    if where is None:
        return None
    prefix = f"/{locale_name(locale)}/docs/"
    best: Resolution | None = None
    for candidate in where.candidates:
        answer = site.resolve(prefix + candidate, locale)
        if answer is None:
            continue
        if best is None or _ORDER[answer.kind] < _ORDER[best.kind]:
            best = answer
        if answer.kind == "page":
            break
    return None if best is None else MacroLink(call, where, best)

"""The kinds of worker that a Web API page names are those that Web IDL exposes the feature to."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.model.facts import Facts
from mdnkit.page.page import Page
from mdnkit.rules.model._api_page import ApiPage, api_page, note_of
from mdnkit.rules.model._event_page_fact import said_by
from mdnkit.rules.rule import model_rule

BANNER = "availableinworkers"

_WINDOW = "Window"
_DEDICATED, _SHARED, _SERVICE = (
    f"{kind}WorkerGlobalScope" for kind in ("Dedicated", "Shared", "Service")
)
_WORKERS = frozenset({_DEDICATED, _SHARED, _SERVICE})
_SAYS = {
    "": _WORKERS | {_WINDOW},
    "default": _WORKERS | {_WINDOW},
    "dedicated": frozenset({_DEDICATED}),
    "service": frozenset({_SERVICE}),
    "window_and_dedicated": frozenset({_WINDOW, _DEDICATED}),
    "window_and_service": frozenset({_WINDOW, _SERVICE}),
    "window_and_worker_except_service": frozenset({_WINDOW, _DEDICATED, _SHARED}),
    "window_and_worker_except_shared": frozenset({_WINDOW, _DEDICATED, _SERVICE}),
    "worker": _WORKERS,
    "worker_except_service": frozenset({_DEDICATED, _SHARED}),
}
"""The scopes that each value of the macro says; a page without the macro says Window.

https://developer.mozilla.org/en-US/docs/MDN/Writing_guidelines/Page_structures/Macros/Commonly_used_macros
"""


@model_rule(
    Severity.ERROR,
    macros=BANNER,
    front="page-type: web-api-",
)
def worker_availability(page: Page, facts: Facts) -> Iterator[Problem]:
    """`AvailableInWorkers` names the scopes in which Web IDL exposes the interface, member or event target of the page.

    Readers move code to workers by it. A scope that the page adds is an error; that it leaves out scopes, or lacks the
    macro, is a note, and a warning where two engines ship the feature in workers.

    Bad: `{{AvailableInWorkers}}` on the page of `XMLHttpRequest.responseXML`, which only windows have
    Good: no such macro there
    """
    about = api_page(page, facts)
    banner = next(iter(page.calls_of(BANNER)), None)
    if about is None or (banner is None and page.is_translation):
        return
    says = _SAYS.get(banner.text(0).casefold() if banner else "", frozenset())
    if banner is None:
        says = frozenset({_WINDOW})
    exposed = _exposed(about, facts)
    if says == exposed or not says or not exposed:
        return
    added = says - exposed
    if added and banner:
        known = facts.compat.feature(f"{about.keys[0]}.worker_support")
        severity = Severity.NOTE if known and known.engines else Severity.ERROR
    else:
        known = note_of(about, "worker_support", facts)
        is_shipped = known is not None and len(known.engines) > 1
        severity = Severity.WARNING if is_shipped or added else Severity.NOTE
    if banner:
        message = _(
            "The page says that `{feature}` is available in {says}; by the standard it is in {exposed} ({source}).{advice}"
        )
    else:
        message = _(
            "Without `AvailableInWorkers` the page says that `{feature}` is available in {says} only; by the standard"
            " it is in {exposed} ({source}).{advice}"
        )
    source = about.member[0].source if about.member else about.interface.source
    text = message.format(
        feature=about.label,
        says=_in_words(says),
        exposed=_in_words(exposed),
        source=said_by(source),
        advice="" if page.is_translation else _advice(exposed),
    )
    title = page.front_matter.get("title")
    place = banner.span if banner else title.value.span if title else page.front_matter.span
    yield Problem(place, text, severity=severity)


def _exposed(about: ApiPage, facts: Facts) -> frozenset[str]:
    """Return the scopes, of those that the macro knows, in which a feature is exposed."""
    member = about.member[0].name if about.member else None
    return facts.exposed(about.interface.name, member) & (_WORKERS | {_WINDOW})


def _in_words(scopes: frozenset[str]) -> str:
    """Return scopes as a sentence lists them."""
    words = {
        _WINDOW: _WINDOW,
        _DEDICATED: _("dedicated workers"),
        _SHARED: _("shared workers"),
        _SERVICE: _("service workers"),
    }
    if scopes >= _WORKERS:
        words = {_WINDOW: _WINDOW, _DEDICATED: _("workers of every kind")}
    return ", ".join(word for scope, word in words.items() if scope in scopes)


def _advice(exposed: frozenset[str]) -> str:
    """Return what to write; empty where the macro has no value for the scopes."""
    if exposed == {_WINDOW}:
        return _(" Remove the macro.")
    value = next((value for value, says in _SAYS.items() if says == exposed), None)
    if value is None:
        return ""
    call = f'AvailableInWorkers("{value}")' if value else "AvailableInWorkers"
    return _(" Write `{call}`.").format(call=f"{{{{{call}}}}}")

"""A Web API page says that its feature needs a secure context where Web IDL says so."""

import re
from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.model.facts import Facts
from mdnkit.page.page import Page
from mdnkit.rules.model._api_page import ApiPage, api_page, note_of
from mdnkit.rules.model._event_page_fact import said_by
from mdnkit.rules.rule import model_rule

BANNER = "securecontext_header"
_ATTRIBUTE = "SecureContext"


@model_rule(
    Severity.WARNING,
    macros=BANNER,
    front="page-type: web-api-",
)
def secure_context(page: Page, facts: Facts) -> Iterator[Problem]:
    """A page has the banner `SecureContext_Header` where Web IDL declares its interface or member `[SecureContext]`.

    Outside secure contexts the feature does not exist, and scripts that use it throw. A banner without such a declaration
    is a note: algorithms can demand a secure context, too. Those that the compatibility data knows are left alone.

    Bad: the page of `ImageCapture` without the banner
    Good: `{{SecureContext_Header}}` there
    """
    about = api_page(page, facts)
    if about is None:
        return
    declared = _ATTRIBUTE in about.interface.ext or (
        bool(about.member) and all(_ATTRIBUTE in one.ext for one in about.member)
    )
    banner = next(iter(page.calls_of(BANNER)), None)
    if declared == (banner is not None):
        return
    source = about.member[0].source if about.member else about.interface.source
    if banner is None:
        if page.is_translation:
            return
        message = _(
            "`{feature}` needs a secure context ({source}); add `{{{{SecureContext_Header}}}}`."
        )
        title = page.front_matter.get("title")
        span = title.value.span if title else page.front_matter.span
        yield Problem(span, message.format(feature=about.label, source=said_by(source)))
    elif note_of(about, "secure_context_required", facts) is None and not _follows(about, facts):
        message = _(
            "The page has the banner, but Web IDL does not say that `{feature}` needs a secure context ({source})."
        )
        text = message.format(feature=about.label, source=said_by(source))
        yield Problem(banner.span, text, severity=Severity.NOTE)


def _follows(about: ApiPage, facts: Facts) -> bool:
    """Return whether a feature needs a secure context by what is declared elsewhere.

    So it does where every scope that has it is a secure context itself, as service workers are, where an interface that it
    inherits from needs one, and where the handlers of an event do that interfaces below its target have.
    """
    name = about.interface.name
    if any(_needs_it(parent, facts) for parent in facts.chain(name)[1:]):
        return True
    member = about.member[0].name if about.member else None
    if all(_needs_it(scope, facts) for scope in facts.exposed(name, member)):
        return True
    event = re.fullmatch(r"api\.\w+\.(\w+)_event", about.keys[0])
    handlers = [
        handler
        for below in facts.handlers(event[1] if event and member is None else "")
        if name in facts.chain(below)
        for handler in facts.own_member(below, f"on{event and event[1]}")
    ]
    return bool(handlers) and all(_ATTRIBUTE in handler.ext for handler in handlers)


def _needs_it(name: str, facts: Facts) -> bool:
    """Return whether an interface is declared to need a secure context."""
    found = facts.interface(name)
    return found is not None and _ATTRIBUTE in found.ext

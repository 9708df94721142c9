"""In which global scope an example runs: decided for each example, by what it uses and by what its page is about."""

import re

from mdnkit.examples.extract import Example
from mdnkit.examples.names import IN_COMMENT, NO_CODE
from mdnkit.model.facts import Facts
from mdnkit.page.page import Page

WINDOW = "Window"
SERVICE_WORKER = "ServiceWorkerGlobalScope"
SHARED_WORKER = "SharedWorkerGlobalScope"
DEDICATED_WORKER = "DedicatedWorkerGlobalScope"
AUDIO_WORKLET = "AudioWorkletGlobalScope"
WORKERS = frozenset({DEDICATED_WORKER, SHARED_WORKER, SERVICE_WORKER})
SCOPES = WORKERS | {WINDOW, AUDIO_WORKLET}

_PREFERENCE = (WINDOW, DEDICATED_WORKER, SERVICE_WORKER, SHARED_WORKER, AUDIO_WORKLET)
"""Of several scopes that would do, the one that most pages mean."""

_MACRO_SCOPES = {"service": SERVICE_WORKER, "dedicated": DEDICATED_WORKER}
"""What `AvailableInWorkers` says of pages about something that only one kind of worker has."""

_SUBJECT = re.compile(r"Web/API/(\w+)(?:/(\w+?)(?:_static|_event)?)?")

_REGISTERS = re.compile(r"(?<![.\w])register(Processor|Paint|Animator|Layout)\(")
_WORKLETS = {
    "Processor": AUDIO_WORKLET,
    "Paint": "PaintWorkletGlobalScope",
    "Animator": "AnimationWorkletGlobalScope",
    "Layout": "LayoutWorkletGlobalScope",
}
_DOCUMENT = re.compile(
    r"\b(?:document|window|localStorage|sessionStorage|customElements)\b"
    r"|\bnavigator\.(?:serviceWorker|mediaDevices)\b|(?<![.\w])(?:alert|confirm|prompt)\("
    r"|\bnew (?:Shared)?Worker\(|\b\w*[wW]orker\.(?:addEventListener\(|onmessage\b|postMessage\()"
)
_SERVICE_WORKER = re.compile(
    r"\.respondWith\(|\bskipWaiting\(|(?<![.\w])clients\.|\bself\.(?:clients|registration|serviceWorker)\b"
    r"|\b(?:e|ev|evt|event)\.waitUntil\("
)
_SHARED_WORKER = re.compile(r"(?<![.\w])(?:self\.)?onconnect\s*=(?!=)")
_DEDICATED_WORKER = re.compile(
    r"\b(?:FileReaderSync|createSyncAccessHandle\(|webkitRequestFileSystemSync)"
    r"|(?<![.\w])(?:self\.)?onrtctransform\s*=(?!=)|\bDedicatedWorkerGlobalScope\b"
)
_ANY_WORKER = re.compile(
    r"(?<![.\w])(?:self\.)?importScripts\(|(?<![.\w])(?:self\.)?onmessage\s*=(?!=)|\bself\.postMessage\("
    r"|(?<!function )(?<![.\w#])postMessage\("
)
_INTERFACE = re.compile(r"(?<![.\w])(?<!class )([A-Z]\w+)\b")
_OTHER_WORKERS = re.compile(
    r"\bnew (?:Shared)?Worker\(|\b(?:web|dedicated|shared) worker", re.IGNORECASE
)
_LISTENERS = re.compile(r"(?:^|[^.\w]|\bself\.)addEventListener\(\s*[\"'`](\w+)[\"'`]")
_HANDLERS = re.compile(r"(?:^|\bself\.)on([a-z]+)\s*=(?!=)", re.MULTILINE)

_FIRST_COMMENT = re.compile(r"\s*(?://|/\*+)\s*([^\n*]+)")
_FILE = re.compile(r"(?:in\s+|file(?:name)?:?\s+)?`?([\w./-]+)\.m?js\b", re.IGNORECASE)
_PLACE = re.compile(
    r"(?:code\s+)?(?:in|inside|on|from|within)\s+(?:(?:the|a|your|our|its)\s+)?"
    r"(service|shared|dedicated|web|main|page|window|document|worker)\b(?:[ -]?(worker|thread|script))?",
    re.IGNORECASE,
)


_OF_TWO_PARTS = re.compile(
    rf"{IN_COMMENT}(?:\b(?:main|page|window|document|client)\b|worker|worklet|thread|\.m?js\b|html)",
    re.IGNORECASE | re.MULTILINE,
)
"""Comments by which a fence tells that several scripts stand in it."""

_IMPORTS_SCRIPTS = re.compile(r"(?<![.\w])(?:self\.)?importScripts\(")
_SKIPS_WAITING = re.compile(r"(?<![.\w])self\.(?:skipWaiting\(|clients\.)|(?<![.\w])skipWaiting\(")
_USES_DOCUMENT = re.compile(
    r"(?<![\w$.])document\.(?:getElementBy|querySelector|create|body|add)\w*"
)

_SIGNS = (
    (_SKIPS_WAITING, frozenset({SERVICE_WORKER})),
    (_IMPORTS_SCRIPTS, WORKERS),
    (_USES_DOCUMENT, frozenset({WINDOW})),
)
"""What code does in some scopes only."""


def certain_scopes(example: Example, facts: Facts) -> tuple[frozenset[str], str]:
    """Return the scopes of which an example certainly runs in one, and the text of its code that shows it; none and "".

    A fence whose comments speak of several scripts shows nothing.
    """
    code = example.code
    first = _FIRST_COMMENT.match(code)
    said = _said(code)
    if _OF_TWO_PARTS.search(code[first.end() :] if first else code):
        return frozenset(), ""
    if said and first is not None:
        is_any = said == DEDICATED_WORKER and "dedicated" not in first[1].lower()
        return WORKERS if is_any else frozenset({said}), first[1].strip()
    text = NO_CODE.sub(" ", code)
    registered = _REGISTERS.search(text)
    if registered is not None:
        return frozenset({_WORKLETS[registered[1]]}), registered[0]
    for pattern, scopes in _SIGNS:
        sign = pattern.search(text)
        if sign is not None:
            return scopes, sign[0]
    kinds = _heard_in_service_worker_only(code, facts)
    return (frozenset({SERVICE_WORKER}), kinds[0]) if kinds else (frozenset(), "")


def scope_of(example: Example, facts: Facts) -> str:
    """Return the name of the global interface in whose scope an example runs."""
    code = example.code
    bare = NO_CODE.sub(" ", code)
    registered = _REGISTERS.search(bare)
    if registered is not None:
        return _WORKLETS[registered[1]]
    if "AudioWorkletProcessor" in bare:
        return AUDIO_WORKLET
    if example.inline is not None:
        return WINDOW
    said = _said(code)
    if said:
        return said
    return WINDOW if _DOCUMENT.search(bare) else _by_use(example, code, bare, facts)


def _said(code: str) -> str:
    """Return the scope that the comment on the first line names, by a file or in words; empty for none."""
    comment = _FIRST_COMMENT.match(code)
    if comment is None:
        return ""
    file = _FILE.match(comment[1])
    if file is not None:
        name = re.sub(r"[^a-z]", " ", file[1].rpartition("/")[2].lower())
        return (
            _by_words(name)
            if re.search(r"worker|\bsw\b", name)
            else WINDOW
            if name == "main"
            else ""
        )
    place = _PLACE.match(comment[1])
    if place is None:
        return ""
    first, second = place[1].lower(), (place[2] or "").lower()
    if first in ("main", "page", "window", "document"):
        return WINDOW
    return _by_words(f"{first} {second}") if "worker" in (first, second) else ""


def _by_words(words: str) -> str:
    """Return the scope of a worker that is called so."""
    if "service" in words or "sw" in words.split():
        return SERVICE_WORKER
    return SHARED_WORKER if "shared" in words else DEDICATED_WORKER


def _by_use(example: Example, code: str, bare: str, facts: Facts) -> str:
    """Return the scope that has what the code uses; where that does not tell, the one that its page is about."""
    if _SERVICE_WORKER.search(bare) or _heard_in_service_worker_only(code, facts):
        return SERVICE_WORKER
    if _SHARED_WORKER.search(bare) and "ports" in bare:
        return SHARED_WORKER
    if _DEDICATED_WORKER.search(bare):
        return DEDICATED_WORKER
    scopes = _scopes_of_subject(example, facts)
    if _ANY_WORKER.search(bare) or _is_told_by_messages(code, bare):
        if _is_about_service_workers(example.page):
            return SERVICE_WORKER
        scopes = scopes - {WINDOW} or frozenset({DEDICATED_WORKER})
    if not scopes or _uses_what_only_others_have(bare, scopes, facts):
        return WINDOW
    return next((scope for scope in _PREFERENCE if scope in scopes), min(scopes))


def _uses_what_only_others_have(bare: str, scopes: frozenset[str], facts: Facts) -> bool:
    """Return whether the code names an interface that windows have and none of `scopes` has: then it is a window's."""
    if WINDOW in scopes:
        return False
    exposed = (facts.exposed(name) for name in sorted(set(_INTERFACE.findall(bare))))
    return any(WINDOW in have and have.isdisjoint(scopes) for have in exposed)


def _is_about_service_workers(page: Page) -> bool:
    """Return whether a page names service workers and no others."""
    return "service worker" in page.text.lower() and _OTHER_WORKERS.search(page.text) is None


def _is_told_by_messages(code: str, bare: str) -> bool:
    """Return whether the code listens on its global for messages, as workers do, and calls that global `self`."""
    return "self.addEventListener(" in bare and any(
        match[1] == "message" for match in _LISTENERS.finditer(code)
    )


def _scopes_of_subject(example: Example, facts: Facts) -> frozenset[str]:
    """Return the scopes that have what the page is about; empty where that is not known."""
    page = example.page
    subject = _SUBJECT.fullmatch(page.slug)
    if subject is not None and facts.interface(subject[1]) is not None:
        member = facts.exposed(subject[1], subject[2]) if subject[2] else frozenset()
        return member or facts.exposed(subject[1])
    told = (call.text(0) for call in page.macro_calls if call.key == "availableinworkers")
    return frozenset(_MACRO_SCOPES[word] for word in told if word in _MACRO_SCOPES)


def _heard_in_service_worker_only(code: str, facts: Facts) -> tuple[str, ...]:
    """Return the events that the code listens for on its global and that only service workers have."""
    kinds = {match[1] for pattern in (_LISTENERS, _HANDLERS) for match in pattern.finditer(code)}
    return tuple(
        kind
        for kind in sorted(kinds)
        if _fires(facts, kind, SERVICE_WORKER)
        and not _fires(facts, kind, WINDOW)
        and not _fires(facts, kind, DEDICATED_WORKER)
    )


def _fires(facts: Facts, kind: str, scope: str) -> bool:
    fact = facts.event(kind, scope)
    return fact is not None and fact.here

"""In which global scope an example runs: decided for each example, by what it uses and by what its page is about."""

import re

from mdnkit.examples.extract import Example
from mdnkit.model.facts import Facts

WINDOW = "Window"
SERVICE_WORKER = "ServiceWorkerGlobalScope"
DEDICATED_WORKER = "DedicatedWorkerGlobalScope"
AUDIO_WORKLET = "AudioWorkletGlobalScope"

_PREFERENCE = (
    WINDOW,
    SERVICE_WORKER,
    DEDICATED_WORKER,
    "SharedWorkerGlobalScope",
    AUDIO_WORKLET,
)
"""Of several scopes that would do, the one that most pages mean."""

_API = re.compile(r"Web/API/(\w+)")
_DOCUMENT = re.compile(
    r"\bdocument\b|\bwindow\b|\bnavigator\.serviceWorker\b|\blocalStorage\b|\balert\("
)
_LISTENERS = re.compile(r"(?:^|[^.\w]|\bself\.)addEventListener\(\s*[\"'`](\w+)[\"'`]")
_HANDLERS = re.compile(r"(?:^|\bself\.)on([a-z]+)\s*=(?!=)", re.MULTILINE)
_SERVICE_WORKER = re.compile(
    r"\.respondWith\(|\bskipWaiting\(|(?<![.\w])clients\.|\bself\.(?:clients|registration|skipWaiting)\b"
)
_WORKLET = re.compile(r"\bAudioWorkletProcessor\b|\bregisterProcessor\(")


def scope_of(example: Example, facts: Facts) -> str:
    """Return the name of the global interface in whose scope an example runs."""
    code = example.code
    if _WORKLET.search(code):
        return AUDIO_WORKLET
    if not _DOCUMENT.search(code):
        if _SERVICE_WORKER.search(code) or _listens_in_service_worker(code, facts):
            return SERVICE_WORKER
        if "importScripts(" in code:
            return DEDICATED_WORKER
    about = _API.match(example.page.slug)
    exposed = facts.exposed(about[1]) if about and facts.interface(about[1]) else frozenset()
    if not exposed or WINDOW in exposed:
        return WINDOW
    return next((scope for scope in _PREFERENCE if scope in exposed), sorted(exposed)[0])


def _listens_in_service_worker(code: str, facts: Facts) -> bool:
    """Return whether the code listens on its global for an event that only service workers have."""
    kinds = {match[1] for pattern in (_LISTENERS, _HANDLERS) for match in pattern.finditer(code)}
    for kind in kinds:
        fact = facts.event(kind, SERVICE_WORKER)
        here = facts.event(kind, WINDOW)
        if fact is not None and fact.here and not (here is not None and here.here):
            return True
    return False

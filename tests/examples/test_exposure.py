"""What Web IDL does not expose in the scope that an example certainly runs in."""

import pytest

from mdnkit.examples.exposure import exposure
from mdnkit.examples.extract import extract_examples
from mdnkit.examples.scope import WORKERS, certain_scopes
from mdnkit.model.facts import Facts
from mdnkit.page.page import Page

FACTS = Facts()
SERVICE = "ServiceWorkerGlobalScope"


def line_of(code: str, slug: str = "Web/Test") -> int | None:
    text = f"---\ntitle: Test\nslug: {slug}\n---\n\n```js\n{code}\n```\n"
    (example,) = extract_examples(Page.parse(text))
    found = exposure(example, FACTS)
    return found.line if found else None


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("console.log(1);", frozenset()),
        ("const f = (document) => document.title;", frozenset()),
        ("worker.importScripts('a.js');", frozenset()),
        ("// worker.js\nstart();\n// main.js\ngo();", frozenset()),
        ("importScripts('a.js');\n// in the page:\ngo();", frozenset()),
        ("// worker.js\nstart();", WORKERS),
        ("// service-worker.js\nstart();", frozenset({SERVICE})),
        ("// In a dedicated worker\nstart();", frozenset({"DedicatedWorkerGlobalScope"})),
        ("// main.js\nstart();", frozenset({"Window"})),
        ("importScripts('a.js');", WORKERS),
        ("self.skipWaiting();", frozenset({SERVICE})),
        ("self.oninstall = () => {};", frozenset({SERVICE})),
        ("registerProcessor('a', A);", frozenset({"AudioWorkletGlobalScope"})),
        ("document.createElement('p');", frozenset({"Window"})),
    ],
)
def test_certain_scopes(code: str, expected: frozenset[str]) -> None:
    (example,) = extract_examples(Page.parse(f"---\ntitle: T\n---\n\n```js\n{code}\n```\n"))
    assert certain_scopes(example, FACTS)[0] == expected


WORKER = "// service-worker.js\n"


@pytest.mark.parametrize(
    "code",
    [
        "document.title;\nnew RTCRtpScriptTransformer();",
        f"{WORKER}caches.open('a'); clients.claim(); registration.update(); fetch('a');",
        f"{WORKER}function alert() {{}}\nalert('x');",
        f"{WORKER}list.forEach((history) => history.back());",
        f"{WORKER}self.document?.title;\nif (self.alert) alert('x');",
        f"{WORKER}event.preventDefault(); screen.width; port.postMessage(1);",
        f"{WORKER}navigator.userAgent; navigator.madeUp();",
        f"{WORKER}if (navigator.geolocation) navigator.geolocation.getCurrentPosition(f);",
        f"{WORKER}new FontFace('a', 'b'); URL.parse('a'); console.log(`document.title`);",
        "document.querySelector('p');\nregistration.update(); clients.matchAll();",
    ],
)
def test_nothing_is_said(code: str) -> None:
    assert line_of(code) is None


@pytest.mark.parametrize(
    "code",
    [
        "alert('x');",
        "window.fetch('a');",
        "localStorage.getItem('a');",
        "history.back();",
        "new RTCPeerConnection();",
        "navigator.geolocation.getCurrentPosition(f);",
        "URL.createObjectURL(blob);",
        "Notification.requestPermission();",
    ],
)
def test_what_a_service_worker_lacks(code: str) -> None:
    assert line_of(f"{WORKER}start();\n{code}") == 3


def test_what_is_experimental_may_be_exposed_elsewhere_too() -> None:
    code = "document.querySelector('p');\nnew MediaStreamTrackProcessor();"
    assert line_of(code) == 2
    assert line_of(code, "Web/API/MediaStreamTrackProcessor/totalFrames") is None

"""The global scope of an example: by what it uses, by what its first comment says, by what its page is about."""

import pytest

from mdnkit.examples.extract import extract_examples
from mdnkit.examples.scope import scope_of
from mdnkit.model.facts import Facts
from mdnkit.page.page import Page

FACTS = Facts()
SERVICE = "ServiceWorkerGlobalScope"
DEDICATED = "DedicatedWorkerGlobalScope"
SHARED = "SharedWorkerGlobalScope"


def scope(code: str, slug: str = "Web/Test", body: str = "", info: str = "js") -> str:
    text = f"---\ntitle: Test\nslug: {slug}\n---\n\n{body}\n\n```{info}\n{code}\n```\n"
    (example,) = extract_examples(Page.parse(text))
    return scope_of(example, FACTS)


@pytest.mark.parametrize(
    "code",
    [
        "console.log(self.crypto.randomUUID());",
        "self.location.reload();",
        "const registration = await navigator.serviceWorker.ready;",
        "worker.onmessage = (event) => {};\nworker.postMessage(1);",
        "window.addEventListener('message', (event) => { event.source.postMessage(1, '*'); });",
        "document.startViewTransition().waitUntil(done);",
        "self.addEventListener('click', (event) => {});",
        "navigator.hid.onconnect = (event) => {};",
        "port.postMessage(1);\nclass Port { #postMessage(a) {} }",
        "// importScripts('a.js') is for workers",
        "console.log('self.onmessage = ');",
    ],
)
def test_nothing_but_a_window_is_needed(code: str) -> None:
    assert scope(code) == "Window"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("self.addEventListener('fetch', (e) => { e.respondWith(fetch(e.request)); });", SERVICE),
        ("addEventListener('install', (event) => {});", SERVICE),
        ("onbackgroundfetchclick = (event) => {};", SERVICE),
        ("event.waitUntil(done);", SERVICE),
        ("self.clients.claim();", SERVICE),
        ("clients.openWindow('/window');", SERVICE),
        ("onmessage = (e) => { postMessage(e.data); };", DEDICATED),
        ("self.addEventListener('message', (e) => { reply(e.data); });", DEDICATED),
        ("importScripts('a.js');", DEDICATED),
        ("const handle = await file.createSyncAccessHandle();", DEDICATED),
        ("onconnect = (e) => { const port = e.ports[0]; };", SHARED),
        (
            "registerProcessor('noise', class extends AudioWorkletProcessor {});",
            "AudioWorkletGlobalScope",
        ),
        ("registerPaint('box', class {});", "PaintWorkletGlobalScope"),
    ],
)
def test_what_the_code_uses(code: str, expected: str) -> None:
    assert scope(code) == expected


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("// main.js", "Window"),
        ("// in the page being controlled", "Window"),
        ("// worker.js", DEDICATED),
        ("// static/scripts/worker.js", DEDICATED),
        ("// Inside dedicated worker", DEDICATED),
        ("/* sw.js */", SERVICE),
        ("// service-worker.js", SERVICE),
        ("// In the service worker", SERVICE),
        ("// In a shared worker", SHARED),
        ("// Start the worker", "Window"),
        ("// from the beginning", "Window"),
    ],
)
def test_what_the_first_comment_says(comment: str, expected: str) -> None:
    assert scope(f"{comment}\nstart();") == expected


@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        ("Web/API/Element/animate", "Window"),
        ("Web/API/Cache/add", "Window"),
        ("Web/API/WindowClient/focus", SERVICE),
        ("Web/API/NotificationEvent", SERVICE),
        ("Web/API/WorkerNavigator/language", DEDICATED),
        ("Web/API/FileSystemFileHandle/createSyncAccessHandle", DEDICATED),
        ("Web/API/SharedWorkerGlobalScope/name", SHARED),
        ("Web/API/AudioWorkletGlobalScope/currentTime", "AudioWorkletGlobalScope"),
        ("Web/API/Nothing_known", "Window"),
    ],
)
def test_what_the_page_is_about(slug: str, expected: str) -> None:
    assert scope("start();", slug) == expected


def test_a_document_on_a_page_about_a_worker() -> None:
    assert scope("document.title;", "Web/API/DedicatedWorkerGlobalScope/name") == "Window"
    assert scope("new Worker('a.js');", "Web/API/DedicatedWorkerGlobalScope/name") == "Window"


def test_interfaces_that_only_a_window_has_on_a_page_about_a_worklet() -> None:
    page = "Web/API/AudioWorkletGlobalScope/currentTime"
    assert scope("const context = new AudioContext();", page) == "Window"
    assert scope("const page = new URL(CSS.paintWorklet.url);", page) == "Window"


def test_a_guide_that_says_where_its_subject_is_available() -> None:
    assert scope("start();", body='{{AvailableInWorkers("service")}}') == SERVICE
    assert scope("start();", body="{{AvailableInWorkers}}") == "Window"


def test_messages_on_pages_about_service_workers_alone() -> None:
    assert scope("importScripts('a.js');", body="A service worker keeps data.") == SERVICE
    assert scope("importScripts('a.js');", body="A service worker is no web worker.") == DEDICATED


def test_scripts_in_markup_run_in_a_window() -> None:
    code = "<script>\n  onmessage = () => {};\n</script>"
    assert scope(code, info="html") == "Window"

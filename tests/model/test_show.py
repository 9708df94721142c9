"""`mdnkit model show NAME`, as text and as JSON."""

import json
from typing import Any

import pytest
from click.testing import CliRunner

from mdnkit.cli.model.show import command
from mdnkit.errors import UsageError


def shown(name: str) -> str:
    """Return the text about `name`."""
    result = CliRunner().invoke(command, [name], catch_exceptions=False)
    assert result.exit_code == 0
    return result.output


def told(name: str) -> Any:
    """Return the JSON about `name`."""
    result = CliRunner().invoke(command, [name, "--format", "json"], catch_exceptions=False)
    assert result.exit_code == 0
    return json.loads(result.output)


EVENT = """\
backgroundfetchabort at ServiceWorkerGlobalScope
  scope       ServiceWorkerGlobalScope
  interface   BackgroundFetchEvent         high: @webref/events@1.27.0, background-fetch, \
IDL eventHandler <https://wicg.github.io/background-fetch/\
#eventdef-serviceworkerglobalscope-backgroundfetchabort>
  inherits    BackgroundFetchEvent < ExtendableEvent < Event
  bubbles     no                           high: overlay.toml, reviewed \
<https://wicg.github.io/background-fetch/#perform-a-background-fetch-algorithm>
  cancelable  no                           high: overlay.toml, reviewed \
<https://wicg.github.io/background-fetch/#perform-a-background-fetch-algorithm>
  composed    no                           high: overlay.toml, reviewed \
<https://wicg.github.io/background-fetch/#perform-a-background-fetch-algorithm>
  handler     onbackgroundfetchabort       ServiceWorkerGlobalScope; @webref/idl@3.85.0, \
background-fetch <https://wicg.github.io/background-fetch/>
  status      experimental; ships in Blink (@mdn/browser-compat-data@8.1.9, \
api.ServiceWorkerGlobalScope.backgroundfetchabort_event)
  defined at  https://wicg.github.io/background-fetch/\
#eventdef-serviceworkerglobalscope-backgroundfetchabort
"""


def test_an_event_type_shows_each_field_with_its_source_and_confidence() -> None:
    assert shown("backgroundfetchabort") == EVENT


def test_an_event_of_an_interface_is_the_same_event() -> None:
    assert shown("ServiceWorkerGlobalScope.backgroundfetchabort") == EVENT


def test_a_type_with_several_targets_shows_each() -> None:
    heads = [line for line in shown("versionchange").splitlines() if not line.startswith(" ")]
    assert heads == ["versionchange at IDBDatabase"]
    heads = [line for line in shown("abort").splitlines() if line and not line.startswith(" ")]
    assert heads == [
        f"abort at {target}"
        for target in (
            "AbortSignal",
            "Element",
            "FileReader",
            "HTMLMediaElement",
            "IDBTransaction",
            "SourceBuffer",
            "Window",
            "XMLHttpRequest",
            "XMLHttpRequestUpload",
        )
    ]


def test_what_varies_and_what_is_unknown_are_told_apart() -> None:
    lines = shown("HTMLElement.wheel").splitlines()
    assert lines[5].startswith("  cancelable  varies                       high: overlay.toml")
    assert lines[6] == "  composed    unknown"


def test_an_event_that_is_known_for_another_target_says_so() -> None:
    assert shown("HTMLElement.canplay").splitlines()[:2] == [
        "canplay at HTMLElement",
        "  known for   HTMLMediaElement (descendant)",
    ]


def test_an_interface() -> None:
    lines = shown("BackgroundFetchUpdateUIEvent").splitlines()
    assert lines[:17] == [
        "BackgroundFetchUpdateUIEvent (interface)",
        "  inherits    BackgroundFetchUpdateUIEvent < BackgroundFetchEvent < ExtendableEvent < Event",
        "  exposed     ServiceWorkerGlobalScope  [Exposed=ServiceWorker]",
        "  status      experimental; ships in Blink (@mdn/browser-compat-data@8.1.9, "
        "api.BackgroundFetchUpdateUIEvent)",
        "  from        @webref/idl@3.85.0, background-fetch <https://wicg.github.io/background-fetch/>",
        "",
        "Constructors",
        "  constructor(DOMString type, BackgroundFetchEventInit init)",
        "",
        "Members",
        "  Promise<undefined> updateUI(optional BackgroundFetchUIOptions options = {})  (experimental)",
        "",
        "Members of BackgroundFetchEvent",
        "  readonly attribute BackgroundFetchRegistration registration  (experimental)",
        "",
        "Members of ExtendableEvent",
        "  undefined waitUntil(Promise<any> f)  (service-workers)",
    ]
    assert lines[-3:] == [
        "Dispatched as",
        "  backgroundfetchfail at ServiceWorkerGlobalScope",
        "  backgroundfetchsuccess at ServiceWorkerGlobalScope",
    ]


def test_an_interface_lists_the_events_fired_at_it() -> None:
    lines = shown("BackgroundFetchRegistration").splitlines()
    assert lines[-2:] == ["Events fired at it", "  progress: Event (bubbles no)"]


def test_an_interface_by_another_name() -> None:
    assert shown("webkitURL").splitlines()[:2] == ["URL (interface)", "  also called webkitURL"]


def test_a_member_with_its_overloads() -> None:
    assert shown("Window.postMessage").splitlines()[::4] == [
        "Window.postMessage: undefined postMessage(any message, USVString targetOrigin, "
        "optional sequence<object> transfer = [])",
        "Window.postMessage: undefined postMessage(any message, "
        "optional WindowPostMessageOptions options = {})",
    ]


def test_a_member_that_scripts_branch_on_shows_its_values() -> None:
    assert shown("BackgroundFetchRegistration.result") == (
        "BackgroundFetchRegistration.result: readonly attribute BackgroundFetchResult result\n"
        "  member of   BackgroundFetchRegistration\n"
        "  status      experimental; ships in Blink (@mdn/browser-compat-data@8.1.9, "
        "api.BackgroundFetchRegistration.result)\n"
        "  from        @webref/idl@3.85.0, background-fetch "
        "<https://wicg.github.io/background-fetch/>\n"
        '  values      ["", "success", "failure"]  @webref/idl@3.85.0, background-fetch '
        "<https://wicg.github.io/background-fetch/>\n"
    )


def test_other_definitions() -> None:
    assert shown("BackgroundFetchOptions") == (
        "BackgroundFetchOptions (dictionary)\n"
        "  inherits    BackgroundFetchUIOptions\n"
        "  from        @webref/idl@3.85.0, background-fetch "
        "<https://wicg.github.io/background-fetch/>\n"
        "  sequence<ImageResource> icons  (BackgroundFetchUIOptions)\n"
        "  DOMString title  (BackgroundFetchUIOptions)\n"
        "  unsigned long long downloadTotal = 0\n"
    )
    assert shown("VoidFunction").splitlines()[:2] == [
        "VoidFunction (callback)",
        "  signature   undefined VoidFunction()",
    ]
    assert shown("EventListener").splitlines()[:2] == [
        "EventListener (callback interface)",
        "  exposed     nowhere by name",
    ]
    assert shown("EventHandler").splitlines()[:2] == [
        "EventHandler (typedef)",
        "  type        EventHandlerNonNull?",
    ]
    assert shown("DocumentVisibilityState").splitlines()[:2] == [
        "DocumentVisibilityState (enum)",
        '  values      ["visible", "hidden"]',
    ]


def test_json_of_an_event() -> None:
    found = told("backgroundfetchclick")
    (event,) = found.pop("events")
    assert found == {"version": 1, "name": "backgroundfetchclick", "kind": "event"}
    address = "https://wicg.github.io/background-fetch/#ref-for-fire-functional-event%E2%91%A0"
    assert event["interface"] == {
        "value": "BackgroundFetchEvent",
        "confidence": "high",
        "source": {
            "origin": "@webref/events@1.27.0",
            "spec": "background-fetch",
            "url": address,
            "found": "fire an event phrasing",
        },
    }
    assert event["cancelable"] == {
        "value": False,
        "confidence": "high",
        "source": {"origin": "overlay.toml", "spec": "", "url": address, "found": "reviewed"},
    }
    assert (event["target"], event["relation"]) == ("ServiceWorkerGlobalScope", "target")
    assert event["handler"]["name"] == "onbackgroundfetchclick"


def test_json_of_an_interface() -> None:
    found = told("BackgroundFetchEvent")
    assert found["chain"] == ["BackgroundFetchEvent", "ExtendableEvent", "Event"]
    assert found["exposed"] == ["ServiceWorkerGlobalScope"]
    assert found["members"][0]["text"] == (
        "readonly attribute BackgroundFetchRegistration registration"
    )
    assert all(member["source"]["origin"] for member in found["members"])


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "backgroundfetchklick",
            "The model knows no interface, event or other definition called backgroundfetchklick. "
            "Nearest: backgroundfetchclick, backgroundfetchfail, BackgroundFetchResult.",
        ),
        (
            "Respons.ok",
            "The model knows no interface, event or other definition called Respons. "
            "Nearest: Response, ResponseType, ResponseInit.",
        ),
        ("Response.okay", "Response has no member and no event called okay. Nearest: Response.ok."),
        ("§", "The model knows no interface, event or other definition called §."),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest(name: str, message: str) -> None:
    with pytest.raises(UsageError) as stopped:
        shown(name)
    assert str(stopped.value) == message


def test_an_element() -> None:
    assert shown("<blink>") == (
        "<blink> (element)\n"
        "  interface   HTMLUnknownElement\n"
        "  inherits    HTMLUnknownElement < HTMLElement < Element < Node < EventTarget\n"
        "  namespace   html, obsolete\n"
        "  from        @webref/elements@2.9.0, html <https://html.spec.whatwg.org/multipage/>\n"
    )
    assert "  elements    <audio>" in shown("HTMLAudioElement").splitlines()


def test_a_member_that_is_no_longer_recommended_says_so() -> None:
    assert "  attribute DOMString align  (deprecated)" in shown("HTMLInputElement").splitlines()


def test_what_only_the_compatibility_data_knows() -> None:
    with pytest.raises(UsageError) as stopped:
        shown("Document.caretRangeFromPoint")
    assert str(stopped.value) == (
        "Document has no member and no event called caretRangeFromPoint. The browser compatibility data knows "
        "`api.Document.caretRangeFromPoint`; the standards' Web IDL does not have it."
    )

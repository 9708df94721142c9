"""Questions to the shipped facts."""

import pytest

from mdnkit.model.definition import Argument, Confidence
from mdnkit.model.event_fact import Relation
from mdnkit.model.facts import Facts

WORKERS = {
    "DedicatedWorkerGlobalScope",
    "RTCIdentityProviderGlobalScope",
    "ServiceWorkerGlobalScope",
    "SharedWorkerGlobalScope",
}


@pytest.fixture(scope="module")
def facts() -> Facts:
    return Facts()


def test_unknown_names_have_no_answer(facts: Facts) -> None:
    assert facts.interface("Nothing") is None
    assert facts.chain("Nothing") == ()
    assert facts.members("Nothing") == ()
    assert facts.member("Event", "nothing") == ()
    assert facts.exposed("Nothing") == frozenset()
    assert facts.exposed("Event", "nothing") == frozenset()
    assert facts.dictionary("Nothing") is None
    assert facts.dictionary_members("Nothing") == ()
    assert facts.enum("Nothing") is None
    assert facts.typedef("Nothing") is None
    assert facts.callback("Nothing") is None
    assert facts.element("nothing") is None
    assert facts.event("nothing", "Window") is None
    assert facts.event("click", "Nothing") is None
    assert facts.events_of_type("nothing") == ()
    assert facts.targets_of("Nothing") == ()
    assert facts.outcomes("Nothing", "nothing") is None


def test_chain(facts: Facts) -> None:
    assert facts.chain("BackgroundFetchEvent") == (
        "BackgroundFetchEvent",
        "ExtendableEvent",
        "Event",
    )
    assert facts.is_event("BackgroundFetchEvent")
    assert not facts.is_event("BackgroundFetchRegistration")


def test_interface_knows_its_constructor_its_exposure_and_its_specification(facts: Facts) -> None:
    found = facts.interface("BackgroundFetchEvent")
    assert found is not None
    assert found.constructors == (
        (Argument("type", "DOMString"), Argument("init", "BackgroundFetchEventInit")),
    )
    assert found.exposed == ("ServiceWorker",)
    assert found.source.origin == "@webref/idl@3.85.0"
    assert found.source.url == "https://wicg.github.io/background-fetch/"


def test_namespaces_and_factory_functions(facts: Facts) -> None:
    namespace = facts.interface("WebAssembly")
    assert namespace is not None and namespace.kind == "namespace"
    image = facts.interface("HTMLImageElement")
    assert image is not None
    assert image.factories == {
        "Image": (
            (
                Argument("width", "unsigned long", optional=True),
                Argument("height", "unsigned long", optional=True),
            ),
        )
    }


def test_other_names_that_a_window_has_for_an_interface(facts: Facts) -> None:
    aliases = {"webkitURL": "URL", "SVGMatrix": "DOMMatrix", "Image": "HTMLImageElement"}
    assert {name: facts.alias_of(name) for name in aliases} == aliases
    assert facts.alias_of("URL") is None


def test_members_are_own_first_and_say_who_declares_them(facts: Facts) -> None:
    members = facts.members("BackgroundFetchEvent")
    assert [member.declared_by for member in members[:2]] == [
        "BackgroundFetchEvent",
        "ExtendableEvent",
    ]
    assert {member.declared_by for member in members[2:]} == {"Event"}


def test_a_member_keeps_its_mixin_and_the_specification_that_adds_it(facts: Facts) -> None:
    (found,) = facts.member("Response", "json")[1:] or facts.member("Response", "json")
    assert found.name == "json"
    (ondrag,) = facts.member("HTMLVideoElement", "ondrag")
    assert (ondrag.declared_by, ondrag.mixin) == ("HTMLElement", "GlobalEventHandlers")
    (handler,) = facts.member("ServiceWorkerGlobalScope", "onbackgroundfetchclick")
    assert handler.source.spec == "background-fetch"


def test_overloads_are_told_together(facts: Facts) -> None:
    signatures = [
        [argument.name for argument in one.arguments]
        for one in facts.member("Window", "postMessage")
    ]
    assert signatures == [["message", "targetOrigin", "transfer"], ["message", "options"]]


@pytest.mark.parametrize(
    ("name", "member", "scopes"),
    [
        ("BackgroundFetchEvent", None, {"ServiceWorkerGlobalScope"}),
        ("Clients", None, {"ServiceWorkerGlobalScope"}),
        ("Document", None, {"Window"}),
        ("Blob", None, WORKERS | {"Window"}),
        ("EventListener", None, set()),
        (
            "URL",
            "createObjectURL",
            {"DedicatedWorkerGlobalScope", "SharedWorkerGlobalScope", "Window"},
        ),
        ("Notification", "permission", WORKERS | {"Window"}),
        ("Notification", "requestPermission", {"Window"}),
    ],
)
def test_exposure(facts: Facts, name: str, member: str | None, scopes: set[str]) -> None:
    assert facts.exposed(name, member) == scopes


def test_exposed_everywhere_is_every_scope(facts: Facts) -> None:
    assert facts.exposed("AbortController") == facts.scopes().keys()


def test_dictionaries_are_read_ancestors_first(facts: Facts) -> None:
    members = facts.dictionary_members("BackgroundFetchOptions")
    assert [(one.name, one.declared_by, one.default) for one in members] == [
        ("icons", "BackgroundFetchUIOptions", None),
        ("title", "BackgroundFetchUIOptions", None),
        ("downloadTotal", "BackgroundFetchOptions", "0"),
    ]
    (own,) = members[2:]
    assert own.source.spec == "background-fetch"


def test_other_definitions(facts: Facts) -> None:
    enum = facts.enum("BackgroundFetchResult")
    assert enum is not None and enum.values == ("", "success", "failure")
    typedef = facts.typedef("BodyInit")
    assert typedef is not None and typedef.type == "(ReadableStream or XMLHttpRequestBodyInit)"
    callback = facts.callback("VoidFunction")
    assert callback is not None and (callback.type, callback.arguments) == ("undefined", ())
    element = facts.element("svg:a")
    assert element is not None and (element.interface, element.namespace) == ("SVGAElement", "svg")
    assert element.source.origin == "@webref/elements@2.9.0"


def test_event_of_a_service_worker(facts: Facts) -> None:
    fact = facts.event("backgroundfetchclick", "ServiceWorkerGlobalScope")
    assert fact is not None
    assert (fact.interface, fact.relation) == ("BackgroundFetchEvent", Relation.TARGET)
    assert (fact.bubbles, fact.cancelable, fact.composed) == (False, False, False)
    assert set(fact.confidence.values()) == {Confidence.HIGH}
    assert fact.handler is not None and fact.handler.name == "onbackgroundfetchclick"
    assert fact.sources["interface"].origin == "@webref/events@1.27.0"
    assert fact.sources["interface"].found == "fire an event phrasing"
    assert fact.sources["cancelable"].origin == "overlay.toml"
    assert fact.here


def test_fetch_is_the_one_cancelable_event_of_a_service_worker(facts: Facts) -> None:
    fired = facts.targets_of("ServiceWorkerGlobalScope")
    own = [fact for fact in fired if fact.known_target == "ServiceWorkerGlobalScope"]
    assert [fact.type for fact in own if fact.cancelable] == ["fetch"]
    assert [fact.type for fact in own if fact.cancelable is None] == []
    assert len(own) == 19


@pytest.mark.parametrize(
    ("kind", "target", "interface", "bubbles", "cancelable"),
    [
        ("formdata", "HTMLFormElement", "FormDataEvent", True, False),
        ("enterpictureinpicture", "HTMLVideoElement", "PictureInPictureEvent", True, False),
        ("dragend", "HTMLElement", "DragEvent", True, False),
        ("error", "HTMLElement", "Event", False, False),
        ("error", "EventSource", "Event", False, False),
        ("error", "Window", "ErrorEvent", False, True),
        ("selectionchange", "Document", "Event", False, False),
        ("mouseenter", "Element", "MouseEvent", False, False),
        ("reading", "NDEFReader", "NDEFReadingEvent", False, None),
        ("processorerror", "AudioWorkletNode", "ErrorEvent", False, None),
        ("versionchange", "IDBDatabase", "IDBVersionChangeEvent", False, False),
        ("install", "ServiceWorkerGlobalScope", "InstallEvent", False, False),
        (
            "pushsubscriptionchange",
            "ServiceWorkerGlobalScope",
            "PushSubscriptionChangeEvent",
            False,
            False,
        ),
        ("focus", "HTMLElement", "FocusEvent", False, False),
        ("wheel", "HTMLElement", "WheelEvent", True, None),
    ],
)
def test_events_that_pages_have_been_wrong_about(
    facts: Facts,
    kind: str,
    target: str,
    interface: str,
    bubbles: bool | None,
    cancelable: bool | None,
) -> None:
    fact = facts.event(kind, target)
    assert fact is not None and fact.here
    assert (fact.interface, fact.bubbles, fact.cancelable) == (interface, bubbles, cancelable)


def test_merged_rows_are_not_relied_on(facts: Facts) -> None:
    fact = facts.event("error", "ServiceWorker")
    assert fact is not None
    assert fact.doubts == ("merged",)
    assert fact.confidence["interface"] is Confidence.LOW
    assert fact.confidence["cancelable"] is Confidence.LOW


def test_an_event_that_is_known_elsewhere_says_so(facts: Facts) -> None:
    known = {
        ("canplay", "HTMLElement"): Relation.DESCENDANT,
        ("canplay", "Document"): Relation.ELSEWHERE,
        ("click", "Document"): Relation.PATH,
    }
    for (kind, target), relation in known.items():
        fact = facts.event(kind, target)
        assert fact is not None
        assert (fact.relation, fact.here) == (relation, False)
        assert Confidence.HIGH not in fact.confidence.values()


def test_handlers_on_descendants_only(facts: Facts) -> None:
    fact = facts.event("click", "Element")
    assert fact is not None and fact.handler is None
    assert facts.handlers("click") == (
        "Document",
        "HTMLElement",
        "MathMLElement",
        "Notification",
        "SVGElement",
        "Window",
    )
    assert facts.handlers("focusin") == ()


def test_events_of_an_interface(facts: Facts) -> None:
    fired = facts.events_of_interface("BackgroundFetchEvent")
    assert [(fact.type, fact.target) for fact in fired] == [
        ("backgroundfetchabort", "ServiceWorkerGlobalScope"),
        ("backgroundfetchclick", "ServiceWorkerGlobalScope"),
    ]


def test_events_fired_at_an_interface_are_inherited(facts: Facts) -> None:
    types = {fact.type for fact in facts.targets_of("HTMLVideoElement")}
    assert {"enterpictureinpicture", "canplay", "click", "fullscreenchange"} <= types
    assert "submit" not in types
    assert "click" in {fact.type for fact in facts.targets_of("Element")}


def test_every_known_field_of_every_event_has_a_source(facts: Facts) -> None:
    for kind in facts.names("events"):
        for fact in facts.events_of_type(kind):
            known = {
                name for name, told in fact.confidence.items() if told is not Confidence.UNKNOWN
            }
            assert known == fact.sources.keys()
            assert "interface" in known
            assert all(source.origin and source.found for source in fact.sources.values())


def test_outcomes(facts: Facts) -> None:
    enum = facts.outcomes("BackgroundFetchRegistration", "result")
    assert enum is not None and enum.values == ("", "success", "failure")
    assert enum.source.origin == "@webref/idl@3.85.0"
    overlay = facts.outcomes("Response", "ok")
    assert overlay is not None and overlay.values == (True, False)
    assert overlay.source.origin == "overlay.toml"
    assert facts.outcomes("Response", "statusText") is None


def test_the_interfaces_with_a_member_of_a_name_that_others_call_an_argument(facts: Facts) -> None:
    assert facts.with_member("readPixels") == ("WebGL2RenderingContext", "WebGLRenderingContext")
    assert facts.with_member("useCapture") == ()

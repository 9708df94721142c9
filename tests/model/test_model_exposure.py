"""The names on the global object of each scope are those that Web IDL exposes there, and no others.

https://webidl.spec.whatwg.org/#define-the-global-property-references
"""

import json

import pytest

from mdnkit.examples.engines import engine
from mdnkit.examples.scripts import run_scripts
from mdnkit.model.definition import Interface
from mdnkit.model.realm import facts

SCOPES = (
    "Window", "DedicatedWorkerGlobalScope", "SharedWorkerGlobalScope", "ServiceWorkerGlobalScope",
    "AudioWorkletGlobalScope",
)  # fmt: skip

_NAMES = "console.log(JSON.stringify(Object.getOwnPropertyNames(globalThis)))"
_MEMBERS = """
const found = {};
for (const name of Object.getOwnPropertyNames(globalThis)) {
  const value = Object.getOwnPropertyDescriptor(globalThis, name).value;
  if (typeof value !== "function" || !/^[A-Z]/.test(name) || !value.prototype) continue;
  found[name] = Object.getOwnPropertyNames(value.prototype);
}
console.log(JSON.stringify(found));
"""


def told(scope: str, script: str) -> object:
    report = run_scripts(engine("quickjs"), scope, [script])
    assert (report.errors, report.limit) == ((), None)
    found: object = json.loads(report.lines[0])
    return found


def names_of_the_language() -> set[str]:
    context = engine("quickjs").context(1.0, 32)
    done = context.script("JSON.stringify(Object.getOwnPropertyNames(globalThis))")
    context.close()
    return set(json.loads(str(done.value)))


def interfaces(scope: str) -> list[Interface]:
    """Return the interfaces and namespaces that are exposed in `scope`."""
    known = facts()
    names = (*known.names("interfaces"), *known.names("namespaces"))
    found = (known.interface(name) for name in names if scope in known.exposed(name))
    return [one for one in found if one]


def global_names(scope: str) -> set[str]:
    """Return the names of global properties that these facts ask for."""
    found: set[str] = set()
    for one in interfaces(scope):
        is_hidden = {"LegacyNoInterfaceObject", "LegacyNamespace"} & one.ext.keys()
        has_constants = any(member.kind == "const" for member in one.members)
        if is_hidden or (one.kind == "callback" and not has_constants):
            continue
        found |= {one.name, *one.factories}
        if scope == "Window":
            found |= {*one.ext.get("LegacyWindowAlias", ())}
    own = facts().interface(scope)
    assert own
    return found | member_names(own, scope)


def member_names(interface: Interface, scope: str) -> set[str]:
    """Return the names of the members that are exposed in `scope`, those without a name left out."""
    found = (member for member in interface.members if member.name and not member.static)
    exposed = facts().exposed
    return {one.name for one in found if scope in exposed(interface.name, one.name)}


@pytest.mark.parametrize("scope", SCOPES)
def test_the_names_of_a_scope_are_those_that_web_idl_exposes(scope: str) -> None:
    names = told(scope, _NAMES)
    assert isinstance(names, list)

    # What an engine has or has not is not for the model to say.
    engines = names_of_the_language() | {"WebAssembly"}
    assert sorted(set(names) - engines) == sorted(global_names(scope) - engines)


@pytest.mark.parametrize("scope", SCOPES)
def test_the_members_of_prototypes_are_those_that_web_idl_exposes(scope: str) -> None:
    found = told(scope, _MEMBERS)
    assert isinstance(found, dict)
    globals_ = {scope, *facts().chain(scope)}
    wrong = {}
    for one in interfaces(scope):
        if one.kind != "interface" or one.name not in found or one.name in globals_:
            continue
        unforgeable = {m.name for m in one.members if "LegacyUnforgeable" in m.ext}
        wanted = member_names(one, scope) - unforgeable
        if not wanted <= set(found[one.name]):
            wrong[one.name] = sorted(wanted - set(found[one.name]))
    assert wrong == {}
    assert len(found) > 20

"""The global scope of shadow realms: the language, and what Web IDL exposes everywhere. No package has its definition yet.

Its global interface follows https://github.com/whatwg/html/pull/9893, the integration of
https://tc39.es/proposal-shadowrealm/ into HTML.
"""

from mdnkit.model.scope_text import Tables

PLAIN = "ShadowRealmGlobalScope"
"""The name of the global interface."""

PLAIN_NAMES = ("ShadowRealm",)
"""What `[Exposed]` calls it."""

_UNIVERSAL = frozenset(
    {"atob", "btoa", "isSecureContext", "queueMicrotask", "reportError", "structuredClone"}
)
"""Of the members that windows and workers share, those of every global object."""


def with_plain_scope(tables: Tables) -> Tables:
    """Return `tables` with the global interface of shadow realms."""
    members = [one for one in tables.interfaces["Window"]["members"] if one.get("n") in _UNIVERSAL]
    itself = {"k": "attribute", "n": "self", "ro": True, "t": PLAIN}
    row = {
        "exposed": PLAIN_NAMES,
        "ext": {"Global": PLAIN_NAMES},
        "members": [*members, itself],
        "parent": "EventTarget",
    }
    return tables._replace(interfaces={**tables.interfaces, PLAIN: row})

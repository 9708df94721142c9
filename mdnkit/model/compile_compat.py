"""Data of @mdn/browser-compat-data -> the compat table: which features there are, their status and their page.

One line holds the tree below one interface (`api.Element`) or, outside the Web APIs, below three parts of a name
(`css.properties.color`). In a line the rest of a feature's name leads to its flags and, for Web APIs, to the engines
that ship it and its page.
"""

from collections.abc import Iterator, Mapping

from mdnkit.model.idl_text import Json

FLAGS = {"d": "deprecated", "e": "experimental", "s": "standard_track"}
"""The letters that stand for the flags of a feature's status."""

ENGINES = {
    "B": ("Blink", ("chrome", "chrome_android")),
    "G": ("Gecko", ("firefox", "firefox_android")),
    "W": ("WebKit", ("safari", "safari_ios")),
}
"""The letters that stand for engines, each with the browsers of its maker: one of them that ships a feature is enough."""

OWN_PAGE = "="
"""Stands for the page that the name of the feature gives: `Web/API/Element/after` for `api.Element.after`."""

_NOT_FEATURES = frozenset({"__meta", "browsers"})
_PAGES = "https://developer.mozilla.org/docs/"


def compile_compat(data: Mapping[str, Json]) -> dict[str, dict[str, str]]:
    """Return the features of the package's `data.json`, by the name of their tree and the rest of their name."""
    table: dict[str, dict[str, str]] = {}
    for namespace in sorted(data.keys() - _NOT_FEATURES):
        for parts, compat in _features(data[namespace], (namespace,)):
            tree, rest = split_key(".".join(parts))
            table.setdefault(tree, {})[rest] = _told(parts, compat)
    return table


def split_key(key: str) -> tuple[str, str]:
    """Return the tree in whose line a feature is described, and the rest of its name."""
    depth = 2 if key.startswith("api.") else 3
    parts = key.split(".", depth)
    return ".".join(parts[:depth]), "".join(parts[depth:])


def own_page(key: str) -> str:
    """Return the slug of the page that the name of a Web API's feature gives."""
    return "Web/API/" + "/".join(key.split(".")[1:])


def _features(node: Json, parts: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Json]]:
    """Yield every feature below `node` with the parts of its name."""
    if "__compat" in node:
        yield parts, node["__compat"]
    for name, below in node.items():
        if name != "__compat":
            yield from _features(below, (*parts, name))


def _told(parts: tuple[str, ...], compat: Json) -> str:
    """Return the flags of a feature, with the letters of the engines, and its page after a space."""
    status = compat.get("status", {})
    flags = "".join(letter for letter, name in FLAGS.items() if status.get(name))
    if parts[0] == "api":
        support = compat.get("support", {})
        for letter, (_engine, browsers) in ENGINES.items():
            if any(_ships(support.get(browser)) for browser in browsers):
                flags += letter
    url = compat.get("mdn_url", "") if parts[0] == "api" else ""
    page = url.removeprefix(_PAGES)
    if not page:
        return flags
    return f"{flags} {OWN_PAGE if page == own_page('.'.join(parts)) else page}"


def _ships(support: Json | list[Json] | None) -> bool:
    """Return whether a browser ships a feature, under its own name and without a flag, in its newest stable release.

    https://github.com/mdn/browser-compat-data/blob/main/schemas/compat-data-schema.md
    """
    statements = support if isinstance(support, list) else [support or {}]
    return any(
        one.get("version_added") not in {None, False, "preview"}
        and not one.keys() & {"version_removed", "flags", "prefix", "alternative_name"}
        for one in statements
    )

"""Data of @mdn/browser-compat-data -> the compat table: which features there are, their status and their page.

One line holds the tree below one interface (`api.Element`) or, outside the Web APIs, below three parts of a name
(`css.properties.color`). In a line the rest of a feature's name leads to its flags and, for Web APIs, its page.
"""

from collections.abc import Iterator, Mapping

from mdnkit.model.idl_text import Json

FLAGS = {"d": "deprecated", "e": "experimental", "s": "standard_track"}
"""The letters that stand for the flags of a feature's status."""

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
    parts = key.split(".")
    depth = 2 if parts[0] == "api" else 3
    return ".".join(parts[:depth]), ".".join(parts[depth:])


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
    """Return the flags of a feature and, after a space, its page."""
    status = compat.get("status", {})
    flags = "".join(letter for letter, name in FLAGS.items() if status.get(name))
    url = compat.get("mdn_url", "") if parts[0] == "api" else ""
    page = url.removeprefix(_PAGES)
    if not page:
        return flags
    return f"{flags} {OWN_PAGE if page == own_page('.'.join(parts)) else page}"

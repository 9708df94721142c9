"""Rows of @webref/elements -> the elements table: tag -> interface, namespace, specification.

HTML has the bare tag; where another namespace has an element of the same name, its entry is called
`svg:a`.
"""

from collections.abc import Mapping

from mdnkit.model.compile_events import chain
from mdnkit.model.idl_text import Json

NAMESPACES = {"HTMLElement": "html", "SVGElement": "svg", "MathMLElement": "mathml"}

SUPERSEDED = "SVG11"
"""SVG 1.1: read for the elements that no later specification has."""


def compile_elements(files: Mapping[str, Json], interfaces: Mapping[str, Json]) -> dict[str, Json]:
    """Return the elements of all specifications.

    `files` maps the short name of a specification to the content of its file in the package.
    """
    found: dict[tuple[str, str], Json] = {}
    for spec in sorted(files, key=lambda name: (name == SUPERSEDED, name != "html", name)):
        for row in files[spec]["elements"]:
            kinds = [
                NAMESPACES[one]
                for one in chain(row.get("interface", ""), interfaces)
                if one in NAMESPACES
            ]
            if kinds and (row["name"], kinds[0]) not in found:
                entry = {"interface": row["interface"], "namespace": kinds[0], "spec": spec}
                if row.get("obsolete"):
                    entry["obsolete"] = True
                found[row["name"], kinds[0]] = entry
    table: dict[str, Json] = {}
    for namespace in NAMESPACES.values():
        for (tag, kind), entry in found.items():
            if kind == namespace:
                table[f"{kind}:{tag}" if tag in table else tag] = entry
    return table

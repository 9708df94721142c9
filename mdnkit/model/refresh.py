"""Compiles the model's data anew; a refresh that changes nothing rewrites nothing."""

import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from mdnkit.model.compile_compat import compile_compat
from mdnkit.model.compile_domains import compile_domains
from mdnkit.model.compile_elements import compile_elements
from mdnkit.model.compile_encodings import compile_encodings
from mdnkit.model.compile_events import compile_events
from mdnkit.model.compile_idl import compile_idl, scopes, specifications
from mdnkit.model.idl_text import Json
from mdnkit.model.packages import (
    COMPAT,
    DOMAINS,
    ELEMENTS,
    ENCODING,
    EVENTS,
    IDL,
    PINNED,
    Package,
    credit,
    fetched,
    found,
)

DATA = Path(__file__).parent / "data"


def compiled(unpacked: Path | None = None) -> dict[str, str]:
    """Return the text of every data file by its name.

    `unpacked` is a folder that holds the unpacked packages; without it npm fetches them. Raises
    MdnkitError when a package cannot be had, is of another version than the pinned one, or does not
    compile.
    """
    if unpacked is not None:
        return _compiled({package: found(package, unpacked) for package in PINNED})
    with tempfile.TemporaryDirectory() as folder:
        return _compiled({package: fetched(package, Path(folder)) for package in PINNED})


def outdated(texts: Mapping[str, str], folder: Path = DATA) -> list[str]:
    """Return the names of the files in `folder` that differ from `texts`, lack or are left over."""
    stored = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.json")}
    return sorted(name for name in {*stored, *texts} if stored.get(name) != texts.get(name))


def write(texts: Mapping[str, str], folder: Path = DATA) -> list[str]:
    """Bring `folder` up to date with `texts` and return the names of the files that changed.

    A file is replaced at once, so that a reader never sees half of it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    changed = outdated(texts, folder)
    for name in changed:
        path = folder / name
        if name not in texts:
            path.unlink()
            continue
        draft = path.with_suffix(".draft")
        draft.write_text(texts[name], encoding="utf-8")
        os.replace(draft, path)
    return changed


def lines_of(table: Mapping[str, object]) -> str:
    """Return `table` as JSON with one definition a line, sorted by name."""
    return _framed("{", (f"{_text(name)}:{_text(table[name])}" for name in sorted(table)), "}")


def _framed(opening: str, lines: Iterable[str], closing: str) -> str:
    return f"{opening}\n" + ",\n".join(lines) + f"\n{closing}\n"


def _text(value: object) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


def _compiled(folders: Mapping[Package, Path]) -> dict[str, str]:
    idl = {path.stem: path.read_text(encoding="utf-8") for path in folders[IDL].glob("*.idl")}
    elements = {
        path.stem: _json(path)
        for path in folders[ELEMENTS].glob("*.json")
        if path.stem != "package"
    }
    domains = json.loads((folders[DOMAINS] / "lib" / "mappingTable.json").read_text("utf-8"))
    rows = json.loads((folders[EVENTS] / "events.json").read_text(encoding="utf-8"))
    definitions = compile_idl(idl)
    interfaces = definitions["interfaces"]
    specs = specifications(idl)
    encodings, indexes = compile_encodings(
        *(
            (folders[ENCODING] / "lib" / name).read_text("utf-8")
            for name in ("encoding.js", "encoding-indexes.js")
        )
    )
    for name, told in elements.items():
        specs.setdefault(name, told["spec"])
    tables: dict[str, Mapping[str, object]] = {
        **definitions,
        "compat": compile_compat(_json(folders[COMPAT] / "data.json")),
        "domains": compile_domains(domains),
        "elements": compile_elements(elements, interfaces),
        "encodings": encodings,
        "events": compile_events(rows, interfaces, specs),
        "indexes": indexes,
        "scopes": scopes(interfaces),
        "specs": specs,
    }
    texts = {f"{name}.json": lines_of(table) for name, table in tables.items()}
    sources = (_text(credit(package, folder)) for package, folder in folders.items())
    texts["sources.json"] = _framed("[", sources, "]")
    return texts


def _json(path: Path) -> Json:
    told: Json = json.loads(path.read_text(encoding="utf-8"))
    return told

"""Reads the test files of web-platform-tests that need no browser and runs them in the model: scripts,
and pages whose scripts stand below their markup.

Which scopes a file is for and which scripts it needs stand in its `META` lines:
https://web-platform-tests.org/writing-tests/testharness.html#multi-global-tests
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from posixpath import normpath
from typing import NamedTuple

from mdnkit.examples.engines import engine
from mdnkit.examples.scripts import Report, run_scripts

WINDOW = "Window"
DEDICATED = "DedicatedWorkerGlobalScope"
SHARED = "SharedWorkerGlobalScope"
SERVICE = "ServiceWorkerGlobalScope"

_SCOPES = {
    "window": (WINDOW,),
    "worker": (DEDICATED, SHARED, SERVICE),
    "dedicatedworker": (DEDICATED,),
    "sharedworker": (SHARED,),
    "serviceworker": (SERVICE,),
}
"""Scopes of the words of `META: global=`; shadow realms and module workers are no scopes here."""

_META = re.compile(r"^// META: *(\w+)=(.*)$", re.MULTILINE)
_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_SOURCE = re.compile(r"""<script[^>]*\bsrc=["']?([^"'> ]+)["']?[^>]*></script>""", re.IGNORECASE)
_OF_THE_HARNESS = ("/testharness.js", "/testharnessreport.js")
_QUOTED = re.compile(r"""["'`]([\w./-]+\.(?:json|idl|txt|html|xml))["'`]""")
_IMPORTED = re.compile(r"""^\s*importScripts\((["'])(.+?)\1\);?[ \t]*$""", re.MULTILINE)
_SPECS = re.compile(r"idl_test\(\s*\[(.*?)\]\s*,\s*\[(.*?)\]", re.DOTALL)

_ALIASES = {"/resources/WebIDLParser.js": "/resources/webidl2/lib/webidl2.js"}
"""Addresses that the server of the suites makes up."""

_STATUS = ("pass", "fail", "timeout", "not run", "not applicable")
"""In the order of the numbers in testharness.js."""

_PAGE = "<!DOCTYPE html><html><head></head><body><div id=log></div></body></html>"
_MARK = "sub-test "
_END = "harness "
_START = """\
"use strict";
globalThis.GLOBAL = { isWindow: () => %s, isWorker: () => %s, isShadowRealm: () => false };
{
  const texts = new Map(%s);
  const own = globalThis.fetch;
  if (texts.size > 0) {
    globalThis.fetch = (address, init) => {
      const path = new URL(address, "https://example.com%s").pathname;
      const text = texts.get(path);
      return text === undefined ? own(address, init) : Promise.resolve(new Response(text));
    };
  }
}
"""
_REPORT = f"""\
{{
  const log = console.log;
  const write = JSON.stringify;
  add_result_callback((test) => log("{_MARK}" + write([test.name, test.status, test.message])));
  add_completion_callback((tests, harness) => log("{_END}" + write([harness.status, harness.message])));
}}
"""


class SubTest(NamedTuple):
    """One test of a file."""

    name: str
    status: str
    message: str


class Result(NamedTuple):
    """What a file came to in a scope."""

    sub_tests: tuple[SubTest, ...]
    error: str
    """Why there may be fewer sub-tests than the file has: an exception outside of them, a limit."""


def suite_files(root: Path, folder: str) -> list[str]:
    """Return the test files below a folder of the suites that are scripts, as paths from their
    root.
    """
    kinds = ("*.any.js", "*.window.js", "*.worker.js")
    found = {path for kind in kinds for path in (root / folder).rglob(kind)}
    return sorted(path.relative_to(root).as_posix() for path in found)


def scopes(root: Path, file: str) -> tuple[str, ...]:
    """Return the scopes that a test file is for."""
    if file.endswith((".window.js", ".html")):
        return (WINDOW,)
    if file.endswith(".worker.js"):
        return (DEDICATED,)
    named = dict(_meta(root, file)).get("global", "window,dedicatedworker")
    return tuple(scope for word in named.split(",") for scope in _SCOPES.get(word.strip(), ()))


def run_file(
    root: Path, file: str, scope: str, engine_name: str = "quickjs", seconds: float = 60.0
) -> Result:
    """Run a test file of the suites below `root` in a context of `scope`."""
    page = (root / file).read_text("utf-8")
    text = "\n".join(_SCRIPT.findall(page)) if file.endswith(".html") else page
    names = ["/resources/testharness.js", *_scripts(root, file, text)]
    missing = [name for name in names if not _path(root, file, name).is_file()]
    if missing:
        return Result((), f"the suites have no {', '.join(missing)}")
    markup = _SCRIPT.sub("", page) if file.endswith(".html") else _PAGE
    texts = {path: (root / path[1:]).read_text("utf-8") for path in _fetched(root, file, text)}
    is_window, is_worker = json.dumps(scope == WINDOW), json.dumps(scope != WINDOW)
    start = _START % (is_window, is_worker, json.dumps(list(texts.items())), f"/{file}")
    sources = [_source(root, file, name) for name in names]
    harness, *others = sources
    end = "" if scope == WINDOW else "done();"
    own = _IMPORTED.sub("", text)
    address = f"https://example.com/{file}"
    report = run_scripts(
        engine(engine_name), scope, [start, harness, _REPORT, *others, own, end],
        seconds=seconds, html=markup, url=address,
    )  # fmt: skip
    rows = [json.loads(line.removeprefix(_MARK)) for line in report.lines if line.startswith(_MARK)]
    sub_tests = tuple(SubTest(name, _STATUS[number], text or "") for name, number, text in rows)
    ends = [json.loads(line.removeprefix(_END)) for line in report.lines if line.startswith(_END)]
    return Result(sub_tests, _error(report, ends))


def _error(report: Report, ends: list[tuple[int, str | None]]) -> str:
    """Return what the harness, or else the engine, says of the end of the run."""
    if ends:
        status, message = ends[0]
        return "" if status == 0 else message or "the harness timed out"
    errors = "; ".join(f"{one.name}: {one.message}" for one in report.errors)
    return report.limit or errors or "the harness did not come to its end"


def _meta(root: Path, file: str) -> list[tuple[str, str]]:
    return [(key, value.strip()) for key, value in _META.findall((root / file).read_text("utf-8"))]


def _scripts(root: Path, file: str, text: str) -> Iterator[str]:
    """Yield the scripts that a file names, in the order in which they run before it."""
    for key, value in _meta(root, file):
        if key == "script":
            yield value
    page = (root / file).read_text("utf-8") if file.endswith(".html") else ""
    for name in (*(name for _, name in _IMPORTED.findall(text)), *_SOURCE.findall(page)):
        if not name.endswith(_OF_THE_HARNESS):
            yield name


def _path(root: Path, file: str, name: str) -> Path:
    name = _ALIASES.get(name, name)
    return root / name[1:] if name.startswith("/") else (root / file).parent / name


def _source(root: Path, file: str, name: str) -> str:
    return _path(root, file, name).read_text("utf-8")


def _fetched(root: Path, file: str, text: str) -> Iterator[str]:
    """Yield the addresses of the files that a test may fetch: those that it or its scripts quote."""
    texts = [text, *(_source(root, file, name) for name in _scripts(root, file, text))]
    if any("idl_test(" in one for one in texts[:1]):
        named = "".join("".join(pair) for pair in _SPECS.findall(text))
        for name in re.findall(r"""["']([\w.-]+)["']""", named):
            if (root / "interfaces" / f"{name}.idl").exists():
                yield f"/interfaces/{name}.idl"
    for name in {name for one in texts for name in _QUOTED.findall(one)}:
        path = normpath(name if name.startswith("/") else f"/{Path(file).parent.as_posix()}/{name}")
        if (root / path[1:]).is_file():
            yield path

"""`mdnkit model run`."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mdnkit.cli.model.run import command
from mdnkit.errors import EngineError, UsageError
from mdnkit.examples.scripts_apart import run_scripts_apart


def ran(folder: Path, *sources: str, options: tuple[str, ...] = ()) -> Result:
    paths = []
    for number, source in enumerate(sources):
        path = folder / f"{number}.js"
        path.write_text(source, "utf-8")
        paths.append(str(path))
    return CliRunner().invoke(command, [*options, *paths], catch_exceptions=False)


def test_it_prints_what_scripts_log(tmp_path: Path) -> None:
    found = ran(
        tmp_path,
        "const a = 1;",
        "console.log('a', a, [2], document.title);\nconsole.error('b\\nc');",
    )
    assert (found.exit_code, found.stdout, found.stderr) == (0, "a 1 [2] \nb\\nc\n", "")


@pytest.mark.parametrize("engine", ["quickjs", "v8"])
@pytest.mark.parametrize(
    ("logged", "line"),
    [
        ("", ""),
        (
            "undefined, null, true, -0, NaN, 10n, Symbol('s')",
            "undefined null true -0 NaN 10n Symbol(s)",
        ),
        ("{a: undefined, 'b-c': ['d', , 1n]}, {}", '{a: undefined, "b-c": ["d", empty, 1n]} {}'),
        ("new Map([['a', {b: 1}]]), new Set(['c'])", 'Map(1) {"a" => {b: 1}} Set(1) {"c"}'),
        (
            "new Uint8Array(2), new (class Tree { leaves = 2 })",
            "Uint8Array(2) [0, 0] Tree {leaves: 2}",
        ),
        ("new RangeError('far'), [new Error()]", "RangeError: far [Error]"),
        ("new DOMException('gone', 'AbortError')", "AbortError: gone"),
        ("function f() {}, class A {}, () => {}", "function f class A function (anonymous)"),
        ("new Date(0), new Date(NaN), /x/g", "1970-01-01T00:00:00.000Z Invalid Date /x/g"),
        ("new Event('x'), Event", "Event {…} function Event"),
        ("[[[[[1]]]]], [self = {}].map((s) => (s.s = s))[0]", "[[[[[…]]]]] {s: [Circular]}"),
        ("new Array(101).fill(0).slice(98), 'x'.repeat(400)", "[0, 0, 0] " + "x" * 400),
        ("'%s is %d%c, %i %o %% %x %s', 'a', '3px', 'css', 4.5, 'b'", 'a is 3, 4 "b" %% %x %s'),
        ("'100%', 1, '%d', 2", "100% 1 %d 2"),
        ("{get a() { throw 1; }}, new Proxy({}, {ownKeys() { throw 1; }})", "{a: (…)} {…}"),
    ],
)
def test_values_are_shown_as_a_console_shows_them(
    tmp_path: Path, engine: str, logged: str, line: str
) -> None:
    found = ran(tmp_path, f"console.log({logged});", options=("--engine", engine))
    assert (found.exit_code, found.stdout) == (0, line + "\n")


def test_showing_a_value_runs_nothing_of_the_script(tmp_path: Path) -> None:
    spoil = "Array.prototype.join = Map.prototype.forEach = RegExp.prototype.exec = parseInt = () => 'no';"
    found = ran(tmp_path, spoil, "console.log('%d', '7', [1, new Map([[1, {a: 2}]])]);")
    assert found.stdout == "7 [1, Map(1) {1 => {a: 2}}]\n"


def test_timers_and_the_life_of_the_scope(tmp_path: Path) -> None:
    source = """setTimeout(() => console.log("later"), 1e6);
                document.addEventListener("DOMContentLoaded", () => console.log("content"));
                window.onload = () => console.log("load");"""
    assert ran(tmp_path, source).stdout == "content\nload\nlater\n"


def test_scopes(tmp_path: Path) -> None:
    source = "addEventListener('install', (e) => console.log(e.constructor.name, typeof document));"
    found = ran(tmp_path, source, options=("--scope", "ServiceWorkerGlobalScope"))
    assert found.stdout == "InstallEvent undefined\n"
    with pytest.raises(UsageError, match=r"There is no global scope Moon; known are: .*Window"):
        ran(tmp_path, source, options=("--scope", "Moon"))


@pytest.mark.parametrize(
    ("scope", "found"),
    [
        ("ServiceWorker", "ServiceWorkerGlobalScope"),
        ("ShadowRealm", "ShadowRealmGlobalScope"),
        ("AudioWorklet", "AudioWorkletGlobalScope"),
        ("SharedWorkerGlobalScope", "SharedWorkerGlobalScope"),
    ],
)
def test_scopes_can_be_called_what_exposure_calls_them(
    tmp_path: Path, scope: str, found: str
) -> None:
    source = "console.log(String(globalThis));"
    assert ran(tmp_path, source, options=("--scope", scope)).stdout == f"[object {found}]\n"


def test_a_name_that_several_scopes_answer_to_is_none(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="There is no global scope Worker"):
        ran(tmp_path, "", options=("--scope", "Worker"))


def test_files_are_decoded_as_browsers_do(tmp_path: Path) -> None:
    path = tmp_path / "latin.js"
    path.write_bytes(b"\xef\xbb\xbfconsole.log('caf\xe9');")
    found = CliRunner().invoke(command, [str(path)], catch_exceptions=False)
    assert (found.exit_code, found.stdout) == (0, "caf\N{REPLACEMENT CHARACTER}\n")


def test_markup(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p id=x>text", "utf-8")
    found = ran(
        tmp_path, "console.log(x.textContent);", options=("--html", str(tmp_path / "page.html"))
    )
    assert found.stdout == "text\n"


def test_a_script_that_throws(tmp_path: Path) -> None:
    found = ran(tmp_path, "console.log(1);", "\n  null.x;", "console.log(2);")
    assert (found.exit_code, found.stdout) == (1, "1\n2\n")
    assert found.stderr == f"{tmp_path / '1.js'}:2:3: TypeError: cannot read property 'x' of null\n"


def test_a_script_without_end(tmp_path: Path) -> None:
    # Time enough for the first script on a busy machine.
    found = ran(tmp_path, "console.log(1);", "while (true);", options=("--seconds", "2"))
    assert (found.exit_code, found.stdout) == (1, "1\n")
    assert found.stderr == "Stopped: the limit of time was reached.\n"


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no such signals")
@pytest.mark.parametrize(
    "thrown", ["{ toString() { for (;;); } }", "new Proxy({}, { get() { for (;;); } })"]
)
def test_a_script_whose_error_has_no_end(tmp_path: Path, thrown: str) -> None:
    found = ran(tmp_path, "console.log(1);", f"throw {thrown};", options=("--seconds", "2"))
    assert (found.exit_code, found.stdout) == (1, "1\n")
    assert found.stderr == "Stopped: the limit of time was reached.\n"


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no such signals")
@pytest.mark.parametrize("source", ["for (;;);", "throw { toString() { for (;;); } };"])
def test_an_interrupt_ends_it_whatever_the_script_does(tmp_path: Path, source: str) -> None:
    paths = [tmp_path / "first.js", tmp_path / "second.js"]
    paths[0].write_text("console.log('begun');", "utf-8")
    paths[1].write_text(source, "utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "mdnkit", "model", "run", "--seconds", "600", *map(str, paths)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    assert process.stdout.readline() == "begun\n"
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=60) == ("", "\nmdnkit: Interrupted.\n")
    assert process.returncode == 2


def test_an_engine_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="There is no engine nothing"):
        run_scripts_apart("nothing", "Window", [""])


@pytest.mark.parametrize("seconds", ["0", "-1", "nan", "inf"])
def test_a_limit_of_time_that_is_none(tmp_path: Path, seconds: str) -> None:
    found = ran(tmp_path, "console.log(1);", options=("--seconds", seconds))
    assert (found.exit_code, found.stdout) == (2, "")
    assert found.stderr.endswith("'--seconds': name a number of seconds above 0\n")

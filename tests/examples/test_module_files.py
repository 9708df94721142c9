"""Examples that import: fences of the page that are the files, and modules that nobody has."""

import pytest

from mdnkit.examples.choice import engine_for
from mdnkit.examples.engines import engine
from mdnkit.examples.module_files import file_of, is_same_file
from mdnkit.examples.plan import run
from mdnkit.examples.run import ExampleRun, run_examples
from mdnkit.examples.task import Run, Task
from mdnkit.examples.trace import Json
from mdnkit.page.page import Page
from mdnkit.page.source import Source

ENGINES = ("quickjs", "v8")


def judged(*fences: str) -> list[ExampleRun]:
    body = "\n\n".join(f"```js\n{fence.strip()}\n```" for fence in fences)
    text = f"---\ntitle: X\nslug: Web/X\n---\n\n{body}\n"
    page = Page(Source.decode(text.encode()), "x/index.md", "en-US")
    return list(run_examples([page], jobs=1)["x/index.md"])


def logged(found: Run) -> list[tuple[Json, ...]]:
    return [entry.args for entry in found.load_trace if entry.op == "log"]


def ran(source: str, name: str, *files: tuple[str, str], module: bool = True) -> Run:
    sources = (*(code for _, code in files), source)
    names = tuple(file for file, _ in files)
    task = Task(sources, "Window", module, files=names, before=len(files), assume=True)
    return run(task, engine(name))


# Files of the page


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("import a from './a.js';", ""),
        ("// see a.js for more\nexport const a = 1;", ""),
        ("// -- a.js --\nlet a;\n// -- b.js --\nlet b;", ""),
        ("// a.js\nexport const a = 1;", "a.js"),
        ("// -- a.js --", "a.js"),
        ("/* modules/a.mjs */", "modules/a.mjs"),
        ("// in a.js", "a.js"),
        ('// module "a.js"', "a.js"),
    ],
)
def test_a_comment_names_the_file(code: str, expected: str) -> None:
    assert file_of(code) == expected


@pytest.mark.parametrize(
    ("specifier", "file", "expected"),
    [
        ("./a.js", "b.js", False),
        ("./x/a.js", "y/a.js", False),
        ("./xa.js", "a.js", False),
        ("", "a.js", False),
        ("./a.js", "a.js", True),
        ("/modules/a.js?x=1#y", "a.js", True),
        ("./a.js", "modules/a.js", True),
        ("./a", "a.js", True),
    ],
)
def test_the_same_file(specifier: str, file: str, expected: bool) -> None:
    assert is_same_file(specifier, file) is expected


def test_an_example_runs_after_the_files_that_it_imports() -> None:
    found = judged(
        "// c.js\nexport const c = 3;",
        "// b.js\nimport { c } from './c.js';\nexport default (a) => a * c;",
        "import triple from './b.js';\nconsole.log(triple(2));",
    )
    assert [(str(one.class_), one.after) for one in found] == [
        ("runs", ()),
        ("runs-after", (found[0].example.line,)),
        ("runs-after", (found[0].example.line, found[1].example.line)),
    ]
    assert logged(found[2].run) == [(6,)]


@pytest.mark.parametrize(
    "file",
    [
        "// a.js\nexport const other = 1;",
        "// a.js\nexport { a };",
        "// a.js\nexport * from './b.js';",
        "// a.js\nconst a = 1;",
        "// b.js\nexport const a = 1;",
    ],
)
def test_files_that_do_not_export_what_is_imported(file: str) -> None:
    *_, found = judged(file, "import { a } from './a.js';\na.b();")
    assert (str(found.class_), found.after, found.run.modules) == (
        "needs-context",
        (),
        ("./a.js",),
    )
    assert found.message == "It needs other files or parts of its own: ./a.js."


def test_names_that_would_mean_two_things() -> None:
    *_, found = judged(
        "// b.js\nimport { a } from './d.js';\nexport const b = a;",
        "// c.js\nexport const a = 2;",
        "// d.js\nexport const a = 1;",
        "import { b } from './b.js';\nimport { a } from './c.js';\nconsole.log(a, b);",
    )
    assert (str(found.class_), found.run.modules) == ("needs-context", ("./b.js", "./c.js"))


# Bindings


@pytest.mark.parametrize("name", ENGINES)
def test_bindings_are_live_and_constant(name: str) -> None:
    file = "export let n = 1;\nexport function next() { n += 1; }\nexport default 'd';"
    found = ran(
        """import text, { n as count, next } from "./a.js";
           import * as all from "./a.js";
           next();
           console.log(count, all.n, text, Object.keys(all).join(), "x" in all);
           try { all.n = 5; } catch (error) { console.log(error.name, count); }
           count = 7;""",
        name,
        ("a.js", file),
    )
    assert logged(found) == [(2, 2, "d", "default,n,next", False), ("TypeError", 2)]
    assert found.error is not None
    assert (found.error.name, found.error.source, found.error.line) == ("TypeError", 1, 6)


@pytest.mark.parametrize("name", ENGINES)
def test_modules_are_strict_and_have_no_this(name: str) -> None:
    found = ran("import './a.js';\nconsole.log(this === undefined);", name, ("a.js", "f();"))
    assert logged(found) == [(True,)]
    assert found.needs == ("f",)


@pytest.mark.parametrize("name", ENGINES)
def test_import_at_run_time_gives_the_same_namespace(name: str) -> None:
    found = ran(
        """import * as all from "./a.js";
           import("/x/a.js?y").then((again) => console.log(all === again, again.a));""",
        name,
        ("a.js", "export const a = 1;"),
    )
    assert (logged(found), found.modules, found.error) == ([(True, 1)], (), None)


@pytest.mark.parametrize("name", ENGINES)
def test_the_meta_property(name: str) -> None:
    found = ran(
        "console.log(import.meta.url, import.meta.resolve('./a.js'), import.meta.main);", name
    )
    url = "https://example.com/"
    assert logged(found) == [(f"{url}page.js", f"{url}a.js", {"$": "undefined"})]


def test_what_a_module_breaks_does_not_break_the_model() -> None:
    file = (
        "delete Array.prototype[Symbol.iterator]; Promise.prototype.then = null; export let a = 1;"
    )
    found = ran(
        'import { a } from "./a.js"; console.log(a); import("./b.js");', "quickjs", ("a.js", file)
    )
    assert (logged(found), found.error, found.modules) == ([(1,)], None, ("./b.js",))


# Modules that are not at hand


@pytest.mark.parametrize("name", ENGINES)
def test_what_they_export_is_invented(name: str) -> None:
    found = ran(
        """import { name, draw } from "./square.js";
           import "./side-effect.js";
           document.title = "x";
           draw(name.first);
           addEventListener("click", () => console.log("clicked"));""",
        name,
    )
    assert (found.error, found.syntax_error, found.needs) == (None, None, ())
    assert found.modules == ("./side-effect.js", "./square.js")
    assert 'import "./square.js": any' in found.assumptions
    assert [one.event for one in found.outcomes] == ["click"]
    assert [entry.member for entry in found.load_trace if entry.op == "set"] == ["Document.title"]


@pytest.mark.parametrize("name", ENGINES)
def test_import_at_run_time_succeeds_or_fails(name: str) -> None:
    found = ran(
        """import("./a.js").then((a) => { a.run(); console.log("there"); })
             .catch((error) => console.log(error.name));""",
        name,
        module=False,
    )
    assert (found.error, found.modules, logged(found)) == (None, ("./a.js",), [("there",)])
    assert [(one.given, [entry.args for entry in one.trace]) for one in found.outcomes] == [
        ({"import()": "TypeError"}, [("TypeError",)])
    ]


@pytest.mark.parametrize("name", ENGINES)
def test_a_specifier_that_has_no_text(name: str) -> None:
    found = ran("import({ toString() { throw new RangeError('x'); } });", name, module=False)
    assert found.error is not None
    assert (found.error.name, found.modules) == ("RangeError", ())


def test_what_is_no_module_is_a_mistake_still() -> None:
    (found,) = judged("if (x) {\n  import a from './a.js';\n}")
    assert str(found.class_) == "syntax"


def test_modules_that_import_go_to_the_engine_that_they_need() -> None:
    code = "import { a } from './a.js';\nnew Intl.NumberFormat('de').format(a);"
    assert engine_for(Task((code,), "Window", module=True)) == "v8"
    assert (ran(code, "v8").error, ran(code, "v8").modules) == (None, ("./a.js",))

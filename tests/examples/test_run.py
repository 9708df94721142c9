"""What becomes of the examples of a page."""

import pytest

from mdnkit.examples.run import ExampleRun, run_examples
from mdnkit.page.page import Page
from mdnkit.page.source import Source


def runs(body: str, front: str = "slug: Web/API/WebGLRenderingContext") -> list[ExampleRun]:
    text = f"---\ntitle: X\n{front}\n---\n\n{body}"
    page = Page(Source.decode(text.encode()), "x/index.md", "en-US")
    return list(run_examples([page], jobs=1).get("x/index.md", ()))


def fence(code: str, info: str = "js") -> str:
    return f"```{info}\n{code}\n```\n\n"


def classes(*codes: str) -> list[tuple[str, tuple[int, ...]]]:
    found = runs("## Examples\n\n" + "".join(map(fence, codes)))
    return [(str(one.class_), one.after) for one in found]


def test_an_example_by_itself() -> None:
    assert classes("console.log(1);") == [("runs", ())]


def test_an_example_after_the_fences_that_define_its_names() -> None:
    assert classes("const a = 1;", "const z = 1;", "const b = a;", "console.log(b);") == [
        ("runs", ()),
        ("runs", ()),
        ("runs-after", (8,)),
        ("runs-after", (8, 16)),
    ]


def test_of_two_fences_that_define_a_name_the_nearest_counts() -> None:
    assert classes("const a = null;", "const a = [];", "a.push(1);")[2] == ("runs-after", (12,))


def test_functions_that_a_later_fence_defines() -> None:
    assert classes("start();", "function start() {}")[0] == ("runs-after", (12,))


def test_an_example_that_comes_further_with_some_fences_may_need_more() -> None:
    found = classes("function log() {}", "const list = [1];", "for (const one of list) log(one);")
    assert found[2] == ("runs-after", (8, 12))


def test_an_example_without_markup_has_that_of_the_fences_before_it() -> None:
    markup = fence('<p id="a"></p>', "html")
    first = fence('const p = document.querySelector("#a");')
    found = runs(f"## Examples\n\n### One\n\n{markup}{first}### Two\n\n{fence('p.remove();')}")
    assert [(str(one.class_), one.run.assumptions) for one in found] == [
        ("runs", ()),
        ("runs-after", ()),
    ]


def test_fences_that_do_not_help_are_not_loaded() -> None:
    assert classes("const a = missing;", "a.b();")[1] == ("needs-context", ())


def test_what_an_earlier_fence_does_is_not_told() -> None:
    found = runs("".join(map(fence, ("const a = 1;\nconsole.log('first');", "console.log(a);"))))
    assert [entry.args for entry in found[1].run.load_trace] == [(1,)]


def test_names_that_nothing_defines() -> None:
    [found] = runs(fence("gl.clear(gl.COLOR_BUFFER_BIT);\nrender(scene);"))
    assert (found.class_, found.run.needs) == ("needs-context", ("gl", "render", "scene"))
    assert found.run.assumptions == (
        "gl: WebGLRenderingContext",
        "render: any",
        "scene: any",
    )
    assert [(entry.op, entry.member) for entry in found.run.load_trace] == [
        ("call", "WebGLRenderingContext.clear"),
        ("call", "render"),
    ]


def test_what_depends_on_invented_values_is_no_pass() -> None:
    [found] = runs(
        fence(
            "const { width } = screen;\nif (width > limit()) go();\nfunction limit() {}\nfunction go() {}"
        )
    )
    assert (found.class_, found.message) == (
        "inconclusive",
        "It decides by values that were made up: Screen.width.",
    )
    [tried] = runs(fence("if (screen.width > 500) console.log('wide');"))
    assert tried.class_ == "runs"


def test_an_error_that_the_example_means_is_no_need() -> None:
    [found] = runs(fence("console.log(nothing); // ReferenceError: nothing is not defined"))
    assert found.class_ == "throws-as-documented"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("navigator.getVRDisplays().then(() => {});", "obsolete"),
        ("new VRFrameData();", "obsolete"),
        ("navigator.getSomethingNew();", "contradicts-model"),
        ("alert('x'); new FileReaderSync();", "needs-scope"),
        ("importScripts('a.js'); document.title;", "contradicts-model"),
        ("port.readable; document.title;", "needs-context"),
        ("Module.run(); document.title;", "needs-context"),
    ],
)
def test_why_an_example_does_not_run(code: str, expected: str) -> None:
    [found] = runs(fence(code), "slug: Web/API/Navigator")
    assert found.class_ == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("navigator.xr.requestSession({ mode: 'inline' });", "contradicts-model"),
        ("navigator.xr.requestSession('inlined');", "contradicts-model"),
        ("navigator.xr.requestSession(options);\nvar options = {};", "inconclusive"),
        ("new PasswordCredential({ id: 'a', password: 'b' });", "contradicts-model"),
        ("const data = { id: 'a', password: 'b' };\nnew PasswordCredential(data);", "inconclusive"),
        ("new PasswordCredential({ /* ... */ });", "inconclusive"),
    ],
)
def test_arguments_of_other_types(code: str, expected: str) -> None:
    [found] = runs(fence(code), "slug: Web/API/Navigator")
    assert found.class_ == expected


def test_modules_that_the_page_does_not_show() -> None:
    [found, exported] = runs(fence("import { a } from './a.js';") + fence("export { name };"))
    assert (found.class_, found.message) == (
        "needs-context",
        "It needs other files or parts of its own: ./a.js.",
    )
    assert exported.class_ == "needs-context"

"""Runs in words."""

from mdnkit.examples.description import brief, describe
from mdnkit.examples.summary import Summary

ROW = {
    "path": "a/index.md",
    "line": 12,
    "class": "runs",
    "scope": "Window",
    "message": None,
    "needs": [],
    "assumptions": ["Window.navigator: Navigator"],
    "given": {},
    "trace": [
        {"op": "get", "member": "Window.navigator", "args": []},
        {"op": "get", "member": "Navigator.clipboard", "args": []},
        {"op": "listen", "member": "EventTarget.addEventListener", "on": "Window",
         "args": ["keydown", {"$": "function"}]},
    ],
    "outcomes": [
        {"event": "keydown", "target": "Window", "interface": "KeyboardEvent", "given": {"key": "a"},
         "trace": [{"op": "call", "member": "Clipboard.writeText", "args": ["a long text", 1, {"$": "undefined"}]}]},
        {"event": "keydown", "target": "Window", "interface": "KeyboardEvent", "given": {"key": ""}, "trace": []},
        {"event": "", "target": "Window", "interface": "", "given": {"ok": False},
         "trace": [{"op": "throw", "member": "TypeError", "args": ["no"]}]},
    ],
}  # fmt: skip


def test_a_run_is_told_line_by_line() -> None:
    assert describe(ROW).splitlines() == [
        "a/index.md:12 runs (Window)",
        "  reads Window.navigator, Navigator.clipboard",
        '  listens for "keydown" at Window',
        '  on keydown at Window (KeyboardEvent) when key = "a"',
        '    calls Clipboard.writeText("a long text", 1, undefined)',
        '  on keydown at Window (KeyboardEvent) when key = ""',
        "    does nothing",
        "  loaded when ok = false",
        '    throws TypeError "no"',
        "  assumed: Window.navigator: Navigator",
        "",
    ]


def test_lines_are_broken_to_the_width_of_the_terminal() -> None:
    lines = describe(ROW, 40).splitlines()
    assert max(map(len, lines)) <= 40
    assert lines[1:3] == ["  reads Window.navigator,", "      Navigator.clipboard"]


def test_values_are_short() -> None:
    assert brief({"$": "Response", "id": 3}) == "Response"
    assert brief({"$": "TypeError", "message": "no"}) == 'TypeError "no"'
    assert brief({"a": [1, None, True]}) == "{a: [1, null, true]}"
    assert brief("x" * 100) == '"' + "x" * 60 + '…"'
    assert brief('a\n"b"') == '"a\\n\\"b\\""'


def test_counts_and_reasons() -> None:
    counts = Summary()
    lacking = {**ROW, "class": "needs-context", "needs": ["gl", "x"], "assumptions": []}
    rows = [ROW, {**ROW, "assumptions": []}, lacking, {**lacking, "needs": ["gl"]}]
    assert len(list(counts.watch(rows))) == 4
    assert counts.to_json() == {
        "examples": 4,
        "runs": 2,
        "withoutAssumptions": 1,
        "classes": {"runs": 2, "needs-context": 2},
    }
    assert counts.text().splitlines() == [
        "Examples: 4 (2 runs, 2 needs-context).",
        "Of these, 1 (25.0 %) run without assumptions.",
        "       2  50.0 %  runs",
        "       2  50.0 %  needs-context",
        "",
        "What those that run assume, and how many do:",
        "       1  Window.navigator",
        "",
        "Why others are needs-context:",
        "       2  gl",
        "       1  x",
    ]

"""Scripts and handlers in markup."""

from hypothesis import given
from hypothesis import strategies as st

from mdnkit.examples.inline_script import InlineScript, inline_scripts


def test_data_other_files_and_nothing_are_no_scripts() -> None:
    markup = """\
<script src="main.js"></script>
<script type="importmap">{ "imports": {} }</script>
<script type="x-shader/x-vertex">void main() {}</script>
<script type="module">
</script>
<script href="a.js"/>
<p data-onclick="a()" onclick="">on = 1</p>
<!-- <script>hidden()</script> -->
"""
    assert inline_scripts(markup) == ()


def test_scripts_and_modules_with_the_line_on_which_they_begin() -> None:
    markup = "<p></p>\n<script\n  type='module'>\n  start();\n</script>\n<SCRIPT>a < b && c();</SCRIPT>\n"
    assert inline_scripts(markup) == (
        InlineScript("\n  start();\n", 2, True),
        InlineScript("a < b && c();", 5),
    )


def test_handlers_are_set_on_an_element_so_that_their_event_can_be_fired() -> None:
    markup = """\
<body onload="start()" onclick='stop("&amp;")'>
  <button
    id="go"
    onclick="
      go();
    ">Go</button>
  <img onerror="alert(1)" />
"""
    assert inline_scripts(markup) == (
        InlineScript("window.onload = function (event) { start()\n};\n", 0),
        InlineScript(
            'document.createElement("body").onclick = function (event) { stop("&")\n};\n', 0
        ),
        InlineScript(
            'document.getElementById("go").onclick = function (event) { \n      go();\n    \n};\n',
            3,
        ),
        InlineScript(
            'document.createElement("img").onerror = function (event) { alert(1)\n};\n', 6
        ),
    )


def test_scripts_in_xml() -> None:
    markup = "<svg><script>\n<![CDATA[\nif (a < b) c();\n]]>\n</script></svg>"
    assert inline_scripts(markup) == (InlineScript("\n\nif (a < b) c();", 0),)


@given(st.text(st.sampled_from("<>/=\"' \nscriptonlad![CDATA]-"), max_size=120))
def test_any_markup_is_read(markup: str) -> None:
    for whole in ("<script>" + markup, "<p onload=" + markup):
        for script in inline_scripts(whole):
            assert 0 <= script.line <= whole.count("\n")

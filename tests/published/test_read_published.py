"""Published pages are read from HTML, from Markdown that a converter made, and from bare text with its headers."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from published.pages import BARE, COMMIT, HTML, MARKDOWN

from mdnkit.errors import UsageError
from mdnkit.published.headers import split_headers
from mdnkit.published.html import read_html
from mdnkit.published.page import PublishedPage, read_published
from mdnkit.published.text import read_text

ADDRESS = "https://developer.mozilla.org/en-US/docs/Web/API/Bell"


def saved(folder: Path, text: str) -> PublishedPage:
    file = folder / "saved"
    file.write_text(text, "utf-8")
    return read_published(file)


@pytest.mark.parametrize(("text", "form"), [(HTML, "html"), (MARKDOWN, "markdown")])
def test_what_a_page_says_of_itself(tmp_path: Path, text: str, form: str) -> None:
    page = saved(tmp_path, text)
    assert page.form == form
    assert (page.address, page.locale, page.slug) == (ADDRESS, "en-US", "Web/API/Bell")
    assert page.source == "files/en-us/web/api/bell/index.md"
    assert page.commit == COMMIT
    assert page.modified == "2026-02-03T04:05:06.000Z"
    assert page.redirects == ()


@pytest.mark.parametrize(("text", "lines"), [(HTML, [12, 16, 18, 24]), (MARKDOWN, [7, 15, 21, 31])])
def test_the_code_that_a_page_shows(tmp_path: Path, text: str, lines: list[int]) -> None:
    codes = saved(tmp_path, text).codes
    assert [(code.language, code.section) for code in codes] == [
        ("js", "Syntax"),
        ("html", "Examples"),
        ("js", "Examples"),
        ("js", "Examples"),
    ]
    assert [code.text for code in codes] == [
        "ring()\n",
        '<p id="sign"></p>\n',
        'const sign = document.querySelector("#sign");\n\n'
        'if (1 < 2 && sign) {\n  sign.textContent = "Ding";\n}\n',
        'sign.ring("{{never}}");\n',
    ]
    assert [code.line for code in codes] == lines


def test_html_keeps_what_the_fence_said(tmp_path: Path) -> None:
    assert [code.words for code in saved(tmp_path, HTML).codes] == [(), (), (), ("example-bad",)]


@pytest.mark.parametrize(
    ("block", "language"),
    [
        ('<mdn-code-example language="js"><code>ring();\n</code></mdn-code-example>', "js"),
        (
            '<mdn-code-example class="brush: js notranslate"><template shadowrootmode="open"><style>.a {}</style>'
            '<div class="wrapper"><div class="header"> js <button>Copy</button></div>'
            '<pre><code><span class="token">ring</span>();\n</code></pre></div></template></mdn-code-example>',
            "js",
        ),
        (
            '<mdn-code-example><template shadowrootmode="open"><div class="header"> js <mdn-copy-button></mdn-copy-button>'
            "</div><pre><code>ring();</code></pre></template></mdn-code-example>",
            "js",
        ),
        ('<pre class="brush:js">ring();</pre>', "js"),
        ('<pre class="brush: js-nolint notranslate">\nring();</pre>', "js"),
        ("<pre>ring();</pre>", None),
        ('<pre class="brush: js"><code>ring();\n\n\n</code></pre>', "js"),
    ],
)
def test_the_forms_that_blocks_have_had(block: str, language: str | None) -> None:
    found = [(code.language, code.text, code.words) for code in read_html(block).codes]
    assert found == ([] if language is None else [(language, "ring();\n", ())])


def test_an_empty_first_line_of_code_is_kept() -> None:
    (code,) = read_html('<pre class="brush: js"><code>\nring();</code></pre>').codes
    assert code.text == "\nring();\n"


def test_text_that_shows_html_is_no_html(tmp_path: Path) -> None:
    shown = "html\n\n```\n<!doctype html>\n<html></html>\n```\n\n"
    page = saved(tmp_path, MARKDOWN.replace("js\n\n", f"{shown}js\n\n", 1))
    assert (page.form, len(page.codes)) == ("markdown", 5)


def test_a_comment_before_html(tmp_path: Path) -> None:
    assert saved(tmp_path, f"<!-- saved from url=(0014) -->\n{HTML}").form == "html"


def test_blocks_that_a_browser_saved_without_their_code() -> None:
    empty = '<mdn-code-example class="live-sample___a"></mdn-code-example>'
    shown = read_html(empty + '<pre class="brush: css notranslate">a {}</pre>' + empty)
    assert (shown.empty, [code.text for code in shown.codes]) == (2, ["a {}\n"])


def test_bare_text_with_the_headers_of_a_redirect(tmp_path: Path) -> None:
    page = saved(tmp_path, BARE)
    assert (page.form, page.address, page.redirects) == ("text", ADDRESS, (ADDRESS,))
    assert (page.title, page.first_line) == ("Bell - Web APIs | MDN", 8)
    assert (page.commit, page.source, page.codes) == ("", "", ())


def test_headers_before_html_with_empty_lines_and_a_relative_redirect(tmp_path: Path) -> None:
    responses = "HTTP/1.1 302 Found\r\nLocation: /en-US/docs/Web/API/Bell\r\n\r\nHTTP/1.1 200 OK\r\nServer: x\r\n\r\n"
    page = saved(tmp_path, responses + HTML.replace(f'<link rel="canonical" href="{ADDRESS}">', ""))
    assert (page.form, page.address) == ("html", ADDRESS)
    assert page.redirects == ("/en-US/docs/Web/API/Bell",)
    assert page.codes[0].line == 18


def test_the_title_of_a_member_is_no_header() -> None:
    title = "console: log() static method - Web APIs | MDN"
    _, text, line = split_headers(f"HTTP/2 200\nserver: nginx\n{title}\nText\n")
    assert (text, line) == (f"{title}\nText\n", 3)


def test_a_redirect_is_followed_before_the_canonical_address_is_known(tmp_path: Path) -> None:
    old = BARE.replace("/Web/API/Bell\nserver", "/Web/API/Gong\nserver")
    page = saved(tmp_path, old)
    assert page.slug == "Web/API/Gong"
    both = saved(tmp_path, old[: old.index("Bell - ")] + HTML)
    assert both.slug == "Web/API/Bell"


def test_encoded_slugs_and_links_without_a_report(tmp_path: Path) -> None:
    link = "[MDN contributors](https://developer.mozilla.org/de/docs/Web/CSS/%3Ahover/contributors.txt)"
    page = saved(tmp_path, f"# :hover\n\nlast modified on Feb 3, 2026 by {link}\n")
    assert (page.locale, page.slug, page.modified) == ("de", "Web/CSS/:hover", "Feb 3, 2026")


def test_text_as_copied_from_a_browser_says_no_address(tmp_path: Path) -> None:
    copied = "Bell\nExamples\njs\nCopy\nring();\nThis page was last modified on Feb 3, 2026 by MDN contributors.\n"
    page = saved(
        tmp_path, copied + "View this page on GitHub • Report a problem with this content\n"
    )
    assert (page.form, page.title, page.address, page.slug) == ("text", "Bell", "", "")
    assert page.modified == "Feb 3, 2026"


@pytest.mark.parametrize(
    "text", ["", "# A page\n\nabout [something](https://example.org/docs/x)\n", "<html></html>"]
)
def test_what_is_no_page_of_mdn_has_no_address(tmp_path: Path, text: str) -> None:
    page = saved(tmp_path, text)
    assert (page.address, page.slug, page.commit) == ("", "", "")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nothing: No such file"):
        read_published(tmp_path / "nothing")


@given(st.text(st.sampled_from('<>/="`~#[]()& \npreclassbrush:js!-h2'), max_size=200))
def test_any_text_is_read(text: str) -> None:
    read_html(text)
    read_text(text)
    split_headers("HTTP/2 200\n" + text)

"""Examples as the readers of a page see them."""

import os
import re
from pathlib import Path

import pytest

from mdnkit.examples.extract import Example, extract_examples
from mdnkit.page.page import Page

HEAD = "---\ntitle: T\nslug: Web/API/T\n---\n\n"


def examples(text: str, locale: str = "en-us") -> tuple[Example, ...]:
    return extract_examples(Page.parse(HEAD + text, locale=locale))


def test_other_languages_comments_and_fences_in_fences_are_no_examples() -> None:
    text = "```css\na {}\n```\n\n````md\n```js\nshown();\n```\n````\n\n<!--\n```js\nhidden();\n```\n-->\n"
    assert examples(text) == ()


def test_fences_in_lists_quotations_and_descriptions() -> None:
    text = """\
- one

  ```js
  one();
  ```

> [!NOTE]
> two
>
> ```js
> two();
> ```

- term
  - : three

    ```js-nolint example-bad
    three ();
    ```
"""
    found = examples(text)
    assert [(one.code, one.line) for one in found] == [
        ("one();\n", 8),
        ("two();\n", 15),
        ("three ();\n", 22),
    ]
    assert [one.is_bad for one in found] == [False, False, True]


def test_escaped_braces_and_a_hashbang() -> None:
    (one,) = examples("```js\n#!/usr/bin/env node\nconst t = `\\{{Compat}}`;\n```\n")
    assert one.code == "///usr/bin/env node\nconst t = `{{Compat}}`;\n"


def test_the_parts_of_a_live_sample_are_joined() -> None:
    text = """\
## Examples

```html live-sample___one hidden
<p id="one"></p>
```

```html live-sample___two
<p id="two"></p>
```

```css live-sample___one
p {
}
```

```js live-sample___one hidden
const first = 1;
```

```js live-sample___ONE
first;
```
"""
    first, second = examples(text)
    assert (
        first.html == second.html == '<style id="css-output">\np {\n}\n</style>\n<p id="one"></p>\n'
    )
    assert second.together == "const first = 1;\n\nfirst;\n"


def test_the_parts_of_an_interactive_example_are_joined() -> None:
    text = "```html interactive-example\n<b></b>\n```\n\n```js interactive-example\nb();\n```\n\n## Examples\n\n```html\n<i></i>\n```\n"
    (one,) = examples(text)
    assert one.html == "<b></b>\n"


def test_other_examples_find_the_markup_of_their_section() -> None:
    text = "## A\n\n```html\n<a></a>\n```\n\n### B\n\n```html\n<b></b>\n```\n\n```js\nb();\n```\n"
    (one,) = examples(text)
    assert (one.html, one.section) == ("<b></b>\n", "A")


def test_markup_that_introduces_a_section_serves_the_scripts_of_its_parts() -> None:
    text = "## A\n\n```html\n<a></a>\n```\n\n### B\n\n```html\n<b></b>\n```\n\n### C\n\n```js\nc();\n```\n\n## D\n\n```js\nd();\n```\n"
    first, second = examples(text)
    assert (first.html, second.html) == ("<a></a>\n", "")


def test_headings_that_only_name_a_language_belong_to_the_one_above() -> None:
    text = "## A\n\n### HTML\n\n```html\n<a></a>\n```\n\n### CSS\n\n```css\na {}\n```\n\n### JavaScript\n\n```js\na();\n```\n"
    (one,) = examples(text)
    assert one.html == "<style>\na {}\n</style>\n<a></a>\n"
    _, other = examples(f"{text}\n## B\n\n### JavaScript\n\n```js\nb();\n```\n")
    assert other.html == ""


def test_scripts_find_what_the_live_sample_below_their_heading_shows() -> None:
    text = """\
## Examples

### First

```html
<i></i>
```

### Demo

#### Markup

```html
<b></b>
```

#### Styles

```css
b {}
```

#### Code

```js
b();
```

{{EmbedLiveSample("Demo")}}
"""
    (one,) = examples(text)
    assert one.html == '<style id="css-output">\nb {}\n</style>\n<b></b>\n'
    (other,) = examples(text.replace('"Demo"', '"Examples"'))
    assert other.html == '<style id="css-output">\nb {}\n</style>\n<i></i>\n\n<b></b>\n'


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        ("start();", False),
        ("const a = await fetch('/');", True),
        ("await start();", True),
        ("for await (const a of b) {}", True),
        ('import "./a.js";', True),
        ("export const a = 1;", True),
        ("const text = `\nimportant`;", False),
        ("awaiting = 1;", False),
    ],
)
def test_modules(code: str, answer: bool) -> None:
    (one,) = examples(f"```js\n{code}\n```\n")
    assert one.is_module is answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("## Syntax\n\n```js-nolint\nopen(url)\n```\n", True),
        (
            "## Syntax\n\n```js\naddEventListener('x', (event) => {});\n\nonx = (event) => {};\n```\n",
            True,
        ),
        ("## Syntax\n\n### Use\n\n```js\nconst a = open('/');\n```\n", False),
        ("## Syntax\n\n```js-nolint interactive-example\nopen(url)\n```\n", False),
        ("## Examples\n\n```js-nolint\nopen(url)\n```\n", False),
    ],
)
def test_signatures(text: str, answer: bool) -> None:
    (one,) = examples(text)
    assert one.is_signature is answer


def test_scripts_in_markup_are_examples_with_that_markup_as_their_document() -> None:
    markup = (
        '<p id="a">\\{{a}}</p>\n<script type="module">\n  a();\n</script>\n<i onclick="b()"></i>\n'
    )
    first, second = examples(f"## Syntax\n\n```html\n{markup}```\n")
    assert (first.code, first.line, first.first_line) == ("\n  a();\n", 10, 9)
    assert (first.is_module, first.is_signature) == (True, False)
    assert first.html == markup.replace("\\{", "{")
    assert (second.line, second.is_module, second.info.language) == (13, False, "html")


def test_a_translation_finds_its_syntax_section() -> None:
    text = "## Syntax\n\n```js-nolint\nopen(url)\n```\n\n## Beispiele\n\n```js\nopen('/');\n```\n"
    assert [one.is_signature for one in examples(text, "de")] == [True, False]


@pytest.mark.skipif("CONTENT_ROOT" not in os.environ, reason="needs CONTENT_ROOT")
def test_no_fence_of_the_content_is_lost() -> None:
    """What looks like the beginning of a fence is an example, or stands in another fence or in a comment."""
    opening = re.compile(
        r"^[ \t>]*(?:[-*+] |\d+\. )?[ \t>]*(`{3,}|~{3,})[ \t]*[cm]?js(?:-nolint)?(?=\s)", re.M
    )
    lost: list[str] = []
    for file in sorted(Path(os.environ["CONTENT_ROOT"], "en-us").rglob("index.md")):
        text = file.read_text("utf-8")
        if "```js" not in text and "~~~js" not in text:
            continue
        page = Page.parse(text)
        found = {one.block.span.start for one in extract_examples(page)}
        outer = [block.span for block in page.all_blocks if block.kind in ("fence", "html", "code")]
        for match in opening.finditer(text):
            within = any(span.start < match.start() < span.end for span in outer)
            if not within and match.start() not in found:
                lost.append(f"{file}:{text.count(chr(10), 0, match.start()) + 1}")
    assert lost == []

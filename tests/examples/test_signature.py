"""Syntax sections beside Web IDL. What is found is shown in `tests/rules/example-signature.md`."""

import pytest

from mdnkit.examples.run import run_examples
from mdnkit.examples.signature import arity, signature_mistakes
from mdnkit.model.definition import Argument
from mdnkit.model.facts import Facts
from mdnkit.page.page import Page

FACTS = Facts()
PAGE = """\
---
title: "IDBIndex: get() method"
slug: Web/API/IDBIndex/get
page-type: web-api-instance-method
---

## Syntax

> ```js-nolint
> get()
> ```

```js-nolint
get(key)
```
"""


def test_arity() -> None:
    one, two = Argument("a", "any"), Argument("b", "any", optional=True)
    assert arity(()) == (0, 0)
    assert arity((one, two)) == (1, 2)
    assert arity((two, one)) == (2, 2)
    assert arity((one, Argument("c", "any", variadic=True))) == (1, None)


@pytest.mark.parametrize(
    ("syntax", "said"),
    [
        ("get(query)", []),
        ("get(query)\n\nget(query)\n", []),
        ("get(key)", []),
        ("get()\nget(query)", ["get()"]),
        ("get(query)\nget(query, count)", ["get(query, count)"]),
        ("IDBIndex.get(query)", ["IDBIndex.get(query)"]),
        ("new get(query)", ["new get(query)"]),
    ],
)
def test_a_syntax_in_the_words_of_web_idl(syntax: str, said: list[str]) -> None:
    head, _syntax, _rest = PAGE.partition("> ```js-nolint")
    page = Page.parse(f"{head}```js-nolint\n{syntax}\n```\n")
    found = [page.text[slice(*one.span)] for one in signature_mistakes(page, FACTS)]
    assert found == said


def test_optional_arguments_are_left_out_once() -> None:
    def notes(syntax: str) -> list[str]:
        slug = PAGE.replace("IDBIndex/get", "IDBIndex/getAllKeys")
        page = Page.parse(f"{slug.partition('> ```')[0]}```js-nolint\n{syntax}\n```\n")
        return [str(one.severity) for one in signature_mistakes(page, FACTS)]

    arguments = ["queryOrOptions", "count"]
    forms = [f"getAllKeys({', '.join(arguments[:count])})" for count in range(3)]
    assert notes("\n".join(forms)) == []
    assert notes("\n".join(forms[1:])) == ["note"]


def test_forms_of_all_fences_are_read_with_their_places() -> None:
    page = Page.parse(PAGE)
    (mistake,) = signature_mistakes(page, FACTS)
    assert page.text[slice(*mistake.span)] == "get()"


def test_a_page_without_a_syntax_section_or_with_unfinished_code() -> None:
    assert signature_mistakes(Page.parse(PAGE.replace("## Syntax", "## Use")), FACTS) == []
    assert signature_mistakes(Page.parse(PAGE[: PAGE.index("get()\n") + 4]), FACTS) == []


def test_a_run_says_what_is_wrong_with_the_form_that_it_stands_for() -> None:
    page = Page.parse(PAGE, "page.md")
    wrong, right = run_examples([page], FACTS, jobs=1)["page.md"]
    assert (str(wrong.class_), str(right.class_)) == ("signature", "signature")
    assert wrong.message is not None
    assert wrong.message.startswith("`get()` has fewer arguments than the standard requires")
    assert right.message is None

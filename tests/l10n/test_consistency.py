"""Texts with several translations: the function, and `mdnkit l10n terms`."""

import json
from pathlib import Path

from click.testing import CliRunner
from repositories import English, page
from trees import write

from mdnkit.cli.l10n.terms import command
from mdnkit.l10n.consistency import Form, Repeated, Use, repeated, uses
from mdnkit.l10n.pair import Pair
from mdnkit.page.page import Page

ENGLISH = "## Event type\n\nThis event is not cancelable and does not bubble.\n\nA string.\n"


def pair(english: str, german: str) -> Pair:
    return Pair(Page.parse(german, "p", "de"), "current", "0" * 40, Page.parse(english))


def test_short_texts_and_code_are_left_out() -> None:
    found = list(
        uses(
            pair(
                "A string.\n\n```js\na(b, c, d, e, f);\n```\n", "Ein String.\n\n```js\na();\n```\n"
            )
        )
    )
    assert found == []


def test_texts_are_compared_as_readers_see_them() -> None:
    english = 'The {{domxref("Event")}} is _not_ that\nvery long.\n'
    german = "Das [`Event`](/de/docs/Web/API/Event) ist _nicht_\nsehr lang.\n"
    assert list(uses(pair(english, german))) == [
        Use("text", "The Event is not that very long.", "Das Event ist nicht sehr lang.", "p", 1)
    ]


def test_the_most_deviating_text_comes_first() -> None:
    found = [Use("text", "A", "a", "p", 1)] * 3 + [Use("text", "A", "b", "p", 9)]
    found += [Use("heading", "B", text, "q", 2) for text in "xyz"] + [Use("text", "C", "c", "p", 1)]
    assert repeated(found) == [
        Repeated("heading", "B", 3, tuple(Form(text, 1, "q", 2) for text in "xyz")),
        Repeated("text", "A", 4, (Form("a", 3, "p", 1), Form("b", 1, "p", 9))),
    ]


def test_the_command(tmp_path: Path) -> None:
    english = English(tmp_path / "english")
    commit = english.commit(**{name: page(name, ENGLISH) for name in "abc"})
    stamp = f"l10n:\n  sourceCommit: {commit}\n"
    headings = {"a": "Ereignistyp", "b": "Ereignistyp", "c": "Eventtyp"}
    german = write(
        tmp_path / "german",
        {
            f"de/{name}": f"---\ntitle: T\nslug: {name}\n{stamp}---\n\n## {heading}\n\nDieses Ereignis ist nicht abbrechbar.\n\nEin String.\n"
            for name, heading in headings.items()
        },
    )
    roots = ["--content-root", str(english.root), "--translated-root", str(german)]
    done = CliRunner().invoke(command, [*roots, "--locale", "de"])
    assert done.exit_code == 0
    assert done.output == (
        "## Event type  (3×)\n      2  Ereignistyp\n      1  Eventtyp\n\n"
        "1 of 2 English texts that occur more than once have several forms.\n"
    )
    data = json.loads(
        CliRunner().invoke(command, [*roots, "--locale", "de", "--format", "json"]).output
    )
    assert data["summary"] == {"repeated": 2, "severalForms": 1, "deviatingUses": 1}
    assert [form["text"] for form in data["texts"][0]["forms"]] == ["Ereignistyp", "Eventtyp"]


def test_a_locale_that_is_not_there(tmp_path: Path) -> None:
    done = CliRunner().invoke(command, ["--content-root", str(tmp_path), "--locale", "xx"])
    assert str(done.exception) == "There are no translations into `xx`."

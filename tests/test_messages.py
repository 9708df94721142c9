"""Messages come in the reader's language; every catalogue is complete and current; what programs read is English.

Run with MDNKIT_UPDATE=1 to bring the messages of the code into the catalogues and to compile them; then write the translations.
"""

import io
import json
import os
import re
import string
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from gettext import GNUTranslations
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from click.testing import CliRunner

import mdnkit
from mdnkit.cli import group
from mdnkit.cli._options import in_english_for_programs
from mdnkit.messages import _, _n, language, languages, spoken

PACKAGE = Path(mdnkit.__file__).parent
CATALOGUES = sorted((PACKAGE / "locales" / "catalogues").glob("*/LC_MESSAGES/mdnkit.po"))
SYSTEM = ("MDNKIT_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
ENGLISH = "There is no file or folder `{path}`."
GERMAN = "Es gibt keine Datei und keinen Ordner `{path}`."

CHANGING = (b'"Generated-By:', b'"POT-', b'"PO-', b'"Last-', b'"Language-Team:', b'"Report-')
"""Lines at the head of a catalogue that say when, by whom and with what it was written."""

every_catalogue = pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])


Id = str | tuple[str, str]
"""A message; one that a number decides is two, for one thing and for many."""


def messages() -> set[Id]:
    """Return the messages of the code."""
    keywords = {"_": None, "_n": (1, 2)}
    found = extract_from_dir(PACKAGE, [("**.py", "python")], keywords=keywords)
    return {message_id(message) for _name, _line, message, _comments, _context in found}


def message_id(message: str | Sequence[str]) -> Id:
    """Return what babel calls a message as one that can be compared."""
    return message if isinstance(message, str) else (message[0], message[1])


def pairs(entry: Message) -> list[tuple[str, str]]:
    """Return each form of a message's translation, beside the English it has the placeholders of."""
    if isinstance(entry.id, str):
        return [(entry.id, str(entry.string))]
    one, many = message_id(entry.id)
    return [(one if number == 0 else many, form) for number, form in enumerate(entry.string)]


def is_translated(entry: Message) -> bool:
    """Return whether an entry has all its forms."""
    return not entry.fuzzy and all(form for _english, form in pairs(entry))


def read(path: Path) -> Catalog:
    """Return a catalogue, with the messages of the code where an update is asked for."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.parts[-3])
    if os.environ.get("MDNKIT_UPDATE"):
        wanted = messages()
        entries = [entry for entry in catalogue if entry.id]
        for entry in [entry for entry in entries if message_id(entry.id) not in wanted]:
            catalogue.delete(entry.id)
        for message in wanted - {message_id(entry.id) for entry in entries}:
            catalogue.add(
                message, "" if isinstance(message, str) else ("",) * catalogue.num_plurals
            )
        path.write_bytes(written(catalogue))
        path.with_suffix(".mo").write_bytes(compiled(catalogue))
    return catalogue


def written(catalogue: Catalog) -> bytes:
    """Return a catalogue as its file has it: sorted, without places, times and versions, which change all the time."""
    plain = Catalog(
        locale=catalogue.locale, project="mdnkit", version="1", fuzzy=False, header_comment=""
    )
    for entry in catalogue:
        if entry.id:
            plain.add(entry.id, entry.string)
    buffer = io.BytesIO()
    write_po(buffer, plain, width=120, no_location=True, sort_output=True)
    lines = buffer.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(CHANGING))


def compiled(catalogue: Catalog) -> bytes:
    """Return a catalogue as gettext reads it."""
    catalogue.creation_date = catalogue.revision_date = datetime(2026, 1, 1, tzinfo=UTC)
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def fields(message: str) -> list[tuple[str | None, str | None, str | None]]:
    """Return the placeholders of a message, with their forms."""
    parsed = list(string.Formatter().parse(message))
    return sorted((name, form, way) for _text, name, form, way in parsed if name is not None)


def test_the_messages_of_the_code_are_found() -> None:
    assert ENGLISH in messages()
    assert len(messages()) > 300


def test_there_is_a_german_catalogue() -> None:
    assert languages() == ("de", "en")


@every_catalogue
def test_a_catalogue_has_every_message_and_no_other(path: Path) -> None:
    catalogue = read(path)
    translated = {message_id(entry.id) for entry in catalogue if entry.id and is_translated(entry)}
    assert messages() - translated == set(), (
        "not translated; MDNKIT_UPDATE=1 puts them into the file"
    )
    assert translated - messages() == set(), "no longer in the code"


@every_catalogue
def test_a_translation_keeps_placeholders_code_and_spaces(path: Path) -> None:
    forms = [form for entry in read(path) if entry.id for form in pairs(entry)]
    for english, form in forms:
        assert fields(form) == fields(english), english
        assert form.count("`") == english.count("`"), english
        assert form.count("%s") == english.count("%s"), english
        assert re.findall(r"^\s+|\s+$", form) == re.findall(r"^\s+|\s+$", english), english


@every_catalogue
def test_a_catalogue_is_sorted_and_compiled(path: Path) -> None:
    catalogue = read(path)
    assert path.read_bytes() == written(catalogue), "MDNKIT_UPDATE=1 writes it anew"
    with path.with_suffix(".mo").open("rb") as file:
        binary = GNUTranslations(file)
    for entry in catalogue:
        if isinstance(entry.id, str) and entry.id:
            assert binary.gettext(entry.id) == entry.string, "MDNKIT_UPDATE=1 compiles it"
        elif entry.id:
            one, many = message_id(entry.id)
            forms = [binary.ngettext(one, many, count) for count in (1, 2)]
            assert forms == list(entry.string), "MDNKIT_UPDATE=1 compiles it"


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Give an environment that says nothing of languages."""
    for name in SYSTEM:
        monkeypatch.delenv(name, raising=False)
    yield monkeypatch


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, ENGLISH),
        ({"LANG": "C.UTF-8", "LANGUAGE": "de"}, ENGLISH),
        ({"LANG": "fr_FR.UTF-8"}, ENGLISH),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "C"}, ENGLISH),
        ({"LANG": "de_AT.UTF-8", "MDNKIT_LANG": "en"}, ENGLISH),
        ({"LANG": "de_AT.UTF-8", "LANGUAGE": "en:de"}, ENGLISH),
        ({"LANG": "de_AT.UTF-8", "LANGUAGE": "fr:de"}, GERMAN),
        ({"LANG": "de_DE@euro"}, GERMAN),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "de"}, GERMAN),
        ({"MDNKIT_LANG": "de-CH"}, GERMAN),
        ({"MDNKIT_LANG": "../de"}, ENGLISH),
    ],
)
def test_the_language_of_the_environment(
    bare: pytest.MonkeyPatch, environment: dict[str, str], expected: str
) -> None:
    for name, value in environment.items():
        bare.setenv(name, value)
    assert _(ENGLISH) == expected


def test_a_number_decides_between_two_forms(bare: pytest.MonkeyPatch) -> None:
    for language_of_reader in ("en", "fr", "de"):
        with spoken(language_of_reader):
            forms = [_n("{count} thing", "{count} things", count) for count in (0, 1, 2)]
        # No catalogue has this message.
        assert forms == ["{count} things", "{count} thing", "{count} things"]


def test_the_forms_of_a_catalogue(bare: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Polish has three forms, and English decides none of them."""
    folder = tmp_path / "pl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    catalogue = Catalog(locale="pl")
    catalogue.add(("{count} page", "{count} pages"), ("strona", "strony", "stron"))
    (folder / "mdnkit.mo").write_bytes(compiled(catalogue))
    bare.setattr("mdnkit.messages._CATALOGUES", tmp_path)
    with spoken("pl"):
        forms = [_n("{count} page", "{count} pages", count) for count in (1, 2, 5)]
    assert forms == ["strona", "strony", "stron"]


def test_a_language_is_spoken_for_a_while(bare: pytest.MonkeyPatch) -> None:
    with spoken("de"):
        with spoken("en"):
            assert _(ENGLISH) == ENGLISH
        assert _(ENGLISH) == GERMAN
    assert language() == "en"
    assert "MDNKIT_LANG" not in os.environ


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Return a page with a mistake."""
    path = tmp_path / "index.md"
    path.write_text("---\ntitle: T\nslug: T\npage-type: guide\n---\n\n{{Nope}}\n", "utf-8")
    return path


def check(page: Path, *options: str, before: tuple[str, ...] = ()) -> str:
    arguments = [*before, "check", str(page), "--select", "macro-unknown", "--no-cache", *options]
    return CliRunner().invoke(group, arguments).output


def test_the_option_before_the_command(page: Path) -> None:
    assert "MDN has no macro `Nope`" in check(page)
    assert "MDN hat kein Makro `Nope`" in check(page, before=("--lang", "de"))
    assert language() == "en"


def test_a_language_that_is_not_there(page: Path) -> None:
    assert "there are messages in de, en" in check(page, before=("--lang", "xx"))


@pytest.mark.parametrize("format_", ["json", "sarif", "github", "gitlab", "junit"])
def test_what_programs_read_is_english(page: Path, format_: str) -> None:
    said = check(page, "--format", format_, before=("--lang", "de"))
    assert "MDN has no macro `Nope`" in said
    assert "Makro" not in said


def options(command: click.Command) -> Iterator[tuple[str, click.Parameter]]:
    """Yield the options of all commands, each with the name of its command."""
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            yield from options(command.get_command(context, name))
    else:
        yield from ((str(command.name), parameter) for parameter in command.params)


def test_every_command_with_formats_keeps_those_for_programs_english() -> None:
    formats = [(name, option) for name, option in options(group) if option.name == "format_"]
    assert len(formats) > 5
    assert [
        name for name, option in formats if option.callback is not in_english_for_programs
    ] == []


def test_a_baseline_is_the_same_for_everybody(page: Path) -> None:
    baseline = page.with_name("baseline.json")
    check(page, "--baseline", str(baseline), "--update-baseline", before=("--lang", "de"))
    assert "MDN has no macro" in json.dumps(json.loads(baseline.read_text("utf-8")))
    assert "0 errors" in check(page, "--baseline", str(baseline))

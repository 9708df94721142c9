"""Messages come in the reader's language; every catalogue is complete and current; what programs read is English.

Run with MDNKIT_UPDATE=1 to bring the messages of the code into the catalogues and to compile them; then write the translations.
"""

import io
import json
import os
import re
import string
from collections.abc import Iterator
from datetime import UTC, datetime
from gettext import GNUTranslations
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from click.testing import CliRunner

import mdnkit
from mdnkit.cli import group
from mdnkit.cli._options import in_english_for_programs
from mdnkit.messages import _, language, languages, spoken

PACKAGE = Path(mdnkit.__file__).parent
CATALOGUES = sorted((PACKAGE / "locales" / "catalogues").glob("*/LC_MESSAGES/mdnkit.po"))
SYSTEM = ("MDNKIT_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
ENGLISH = "There is no file or folder `{path}`."
GERMAN = "Es gibt keine Datei und keinen Ordner `{path}`."

CHANGING = (b'"Generated-By:', b'"POT-', b'"PO-', b'"Last-', b'"Language-Team:', b'"Report-')
"""Lines at the head of a catalogue that say when, by whom and with what it was written."""

every_catalogue = pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])


def messages() -> set[str]:
    """Return the messages of the code."""
    found = extract_from_dir(PACKAGE, [("**.py", "python")], keywords={"_": None})
    return {str(message) for _name, _line, message, _comments, _context in found}


def read(path: Path) -> Catalog:
    """Return a catalogue, with the messages of the code where an update is asked for."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.parts[-3])
    if os.environ.get("MDNKIT_UPDATE"):
        wanted = messages()
        for message in [entry.id for entry in catalogue if entry.id and entry.id not in wanted]:
            catalogue.delete(message)
        for message in wanted:
            catalogue.add(message, None if catalogue.get(message) else "")
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
    translated = {entry.id for entry in catalogue if entry.id and entry.string and not entry.fuzzy}
    assert messages() - translated == set(), (
        "not translated; MDNKIT_UPDATE=1 puts them into the file"
    )
    assert translated - messages() == set(), "no longer in the code"


@every_catalogue
def test_a_translation_keeps_placeholders_code_and_spaces(path: Path) -> None:
    for entry in read(path):
        if not entry.id:
            continue
        assert fields(entry.string) == fields(entry.id), entry.id
        assert entry.string.count("`") == entry.id.count("`"), entry.id
        assert entry.string.count("%s") == entry.id.count("%s"), entry.id
        assert re.findall(r"^\s+|\s+$", entry.string) == re.findall(r"^\s+|\s+$", entry.id), (
            entry.id
        )


@every_catalogue
def test_a_catalogue_is_sorted_and_compiled(path: Path) -> None:
    catalogue = read(path)
    assert path.read_bytes() == written(catalogue), "MDNKIT_UPDATE=1 writes it anew"
    with path.with_suffix(".mo").open("rb") as file:
        binary = GNUTranslations(file)
    for entry in catalogue:
        if entry.id:
            assert binary.gettext(entry.id) == entry.string, "MDNKIT_UPDATE=1 compiles it"


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

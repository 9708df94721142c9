"""The configuration: where it is found, what it may say, what is said about mistakes."""

from pathlib import Path

import pytest

from mdnkit.config import Config, Selection, load_config
from mdnkit.errors import ConfigError
from mdnkit.finding import Severity


def load(folder: Path, text: str, **options: object) -> Config:
    """Return the configuration that a file gives."""
    (folder / "mdnkit.toml").write_text(text)
    return load_config([folder], options=options, environment={})


def test_without_a_file_there_are_defaults(tmp_path: Path) -> None:
    config = load_config([tmp_path], environment={})
    assert (config.file, config.base, config.select) == (None, tmp_path, ("*",))


def test_the_nearest_file_counts(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.mdnkit]\nignore = ["a"]\n')
    inner = tmp_path / "x" / "y"
    inner.mkdir(parents=True)
    (inner.parent / "pyproject.toml").write_text("[tool.other]\n")
    config = load_config([inner], environment={})
    assert (config.file, config.base, config.ignore) == (
        tmp_path / "pyproject.toml",
        tmp_path,
        ("a",),
    )


def test_rules_for_paths(tmp_path: Path) -> None:
    config = load_config([tmp_path], environment={})
    assert config.selection(tmp_path / "a") == Selection()
    config = load(
        tmp_path,
        """
        ignore = ["one"]
        severity = { two = "note" }
        [per-path."de/**"]
        ignore = ["three"]
        severity = { four = "error" }
        [per-path."de/web/index.md"]
        select = ["five"]
        severity = { two = "warning" }
        """,
    )
    assert config.selection(tmp_path / "fr/index.md") == Selection(
        ("*",), ("one",), {"two": Severity.NOTE}
    )
    assert config.selection(tmp_path / "de/index.md") == Selection(
        ("*",), ("one", "three"), {"two": Severity.NOTE, "four": Severity.ERROR}
    )
    assert config.selection(tmp_path / "de/web/index.md") == Selection(
        ("five",), ("one", "three"), {"two": Severity.WARNING, "four": Severity.ERROR}
    )


def test_a_folder_means_what_is_in_it(tmp_path: Path) -> None:
    config = load(tmp_path, '[per-path.drafts]\nignore = ["one"]\n')
    assert config.selection(tmp_path / "de/drafts/a/index.md").ignore == ("one",)
    assert config.selection(tmp_path / "de/draftsman/index.md").ignore == ()


def test_what_the_command_line_selects_stays_selected(tmp_path: Path) -> None:
    text = '[per-path."**"]\nselect = ["one"]\nignore = ["two"]\n'
    config = load(tmp_path, text, select=("three",))
    assert config.selection(tmp_path / "a") == Selection(("three",), ("two",))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("selekt = []", "key selekt: there is no such key. Did you mean select?"),
        ("file = 'x'", "key file: there is no such key."),
        (
            '[per-path."a"]\nselects = []',
            "key per-path, a, key selects: there is no such key. Did you mean select?",
        ),
        (
            '[per-path."a"]\nselect = "x"',
            "key per-path, a, key select: 'x' is not what it takes: a list of rule ids.",
        ),
        (
            '[per-path]\na = ["x"]',
            "key per-path: {'a': ['x']} is not what it takes: a table of globs",
        ),
        ('severity = { a = "fatal" }', "key severity: {'a': 'fatal'} is not what it takes"),
        ("jobs = true", "key jobs: True is not what it takes: a number, 0 or more."),
        (
            "jobs" + ".a" * 5000 + " = 1",
            "key jobs: {'a': {'a': {'a': {'a': {'a': {'a': {...}}}}}}} is not what it takes",
        ),
        ("content-root = 'nowhere'", "key content-root: there is no folder"),
        ("content-root = '~nobody-of-that-name/x'", "key content-root: there is no folder"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError) as error:
        load(tmp_path, text)
    assert str(error.value).startswith(f"{tmp_path / 'mdnkit.toml'}, {message}")


def test_brackets_in_brackets_are_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as error:
        load(tmp_path, "select = " + "[" * 5000)
    assert str(error.value) == (
        f"{tmp_path / 'mdnkit.toml'} cannot be read: it has too many brackets in brackets."
    )


def test_the_folder_of_english_itself_is_no_content_root(tmp_path: Path) -> None:
    english = tmp_path / "files" / "en-us"
    (english / "web").mkdir(parents=True)
    with pytest.raises(ConfigError) as error:
        load(tmp_path, "content-root = 'files/en-us'")
    assert str(error.value) == (
        f"{tmp_path / 'mdnkit.toml'}, key content-root: there is no folder {english / 'en-us'};"
        " name the folder that holds `en-us/`."
    )

"""The configuration of a run: defaults, then a file, then the environment, then options; each value knows its origin."""

import os
import reprlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from mdnkit.errors import ConfigError
from mdnkit.finding import Severity
from mdnkit.globs import compile_globs, is_within, relative_path
from mdnkit.messages import _

FILE_NAMES = ("mdnkit.toml", "pyproject.toml")
"""Looked for in each folder in this order; `pyproject.toml` counts where it has `[tool.mdnkit]`."""


_ENVIRONMENT = "environment variable"

LAYOUT = "the layout of MDN's repositories"
"""The origin of roots that nothing names."""


class Selection(NamedTuple):
    """Which rules run, and how severe they are."""

    select: tuple[str, ...] = ("*",)
    """Ids and globs of the rules to run."""
    ignore: tuple[str, ...] = ()
    """Ids and globs of rules to leave out of `select`."""
    severity: Mapping[str, Severity] = {}
    """Severity of single rules, by id or glob, instead of the rule's own; the last that matches counts."""


class Config(NamedTuple):
    """What a run needs to know besides its paths."""

    content_root: Path | None = None
    """The folder that holds `en-us/`."""
    translated_roots: tuple[Path, ...] = ()
    """Folders that hold `de/` and other locales."""
    source_history: str | None = None
    """Checkout, bare repository, bundle or URL with the English history; None: the repository around content_root."""
    select: tuple[str, ...] = ("*",)
    """Ids and globs of the rules to run."""
    ignore: tuple[str, ...] = ()
    """Ids and globs of rules to leave out of `select`."""
    exclude: tuple[str, ...] = ()
    """Globs of paths, relative to the configuration file, that folders do not give; named files are always checked."""
    severity: Mapping[str, Severity] = {}
    """Severity of single rules, by id or glob, instead of the rule's own."""
    per_path: Mapping[str, Mapping[str, Any]] = {}
    """For globs of paths, like those of `exclude`: another `select`, more to `ignore`, other `severity`."""
    fail_on: Severity = Severity.ERROR
    """The least severity that makes a run end with 1."""
    jobs: int = 0
    """Processes; 0: as many as the machine has cores."""
    base: Path = Path()
    """The folder that `exclude` is relative to."""
    file: Path | None = None
    """The configuration file; None: there is none."""
    origins: Mapping[str, str] = {}
    """Where each value that is not a default came from."""

    @property
    def roots(self) -> tuple[Path, ...]:
        """The folders of pages that somebody has named: what a run without paths looks at."""
        if LAYOUT in self.origins.values():
            return ()
        return (*((self.content_root,) if self.content_root else ()), *self.translated_roots)

    @property
    def roots_of_environment(self) -> tuple[Path, ...]:
        """Those roots that only the environment names."""
        given = {key for key, origin in self.origins.items() if origin.startswith(_ENVIRONMENT)}
        english = self.content_root if "content-root" in given else None
        translated = self.translated_roots if "translated-roots" in given else ()
        return Config(content_root=english, translated_roots=translated).roots

    def selection(self, path: str | os.PathLike[str]) -> Selection:
        """Return which rules run on the page at `path`: each glob of `per_path` that matches changes what was said before.

        `--select` on the command line is not changed by any glob.
        """
        select, ignore, severity = self.select, self.ignore, dict(self.severity)
        inside = (
            relative_path(os.path.abspath(path), os.path.abspath(self.base))
            if self.per_path
            else ""
        )
        for glob, values in self.per_path.items():
            pattern = compile_globs((glob,))
            if pattern is not None and is_within(inside, pattern):
                if self.origins.get("select") != "--select":
                    select = values.get("select", select)
                ignore += values.get("ignore", ())
                severity.update(values.get("severity", {}))
        return Selection(select, ignore, severity)


PER_PATH_KEYS = ("select", "ignore", "severity")

_NO_KEYS = ("base", "file", "origins")

KEYS = {name.replace("_", "-"): name for name in Config._fields if name not in _NO_KEYS}


def load_config(
    paths: Iterable[Path],
    file: Path | None = None,
    options: Mapping[str, Any] | None = None,
    environment: Mapping[str, str] = os.environ,
) -> Config:
    """Return the configuration for a run over `paths`.

    `file` names the configuration file, else one is looked for from the common folder of `paths` upward. `options` holds
    values from the command line by key (`content-root`); None values count as not given. Raises ConfigError.
    """
    found = file or find_file(common_folder(paths))
    config = read_file(found) if found else Config(base=common_folder(paths))
    config = _with_environment(config, environment)
    given = {key: value for key, value in (options or {}).items() if value not in (None, ())}
    config = _with_values(config, given, Path.cwd(), _option)
    if config.content_root is None and not config.translated_roots:
        config = _with_rari_file(config, common_folder(paths))
    _check_roots(config)
    _check_history(config)
    return config


def _option(key: str) -> str:
    """Return the option of the command line that gives the value of a key."""
    return "--translated-root" if key == "translated-roots" else f"--{key}"


def common_folder(paths: Iterable[Path]) -> Path:
    """Return the deepest folder that holds all of `paths`; the current folder when there are none."""
    folders = [str(p.absolute() if p.is_dir() else p.absolute().parent) for p in paths]
    return Path(os.path.normpath(os.path.commonpath(folders))) if folders else Path.cwd()


def find_file(folder: Path) -> Path | None:
    """Return the nearest configuration file in `folder` or above it."""
    for place in (folder, *folder.parents):
        for name in FILE_NAMES:
            path = place / name
            if path.is_file() and (name != "pyproject.toml" or _table(path) is not None):
                return path
    return None


def read_file(path: Path) -> Config:
    """Return the configuration that a file gives; raises ConfigError."""
    table = _table(path)
    if table is None:
        raise ConfigError(_("{path} has no table [tool.mdnkit].").format(path=path))
    base = path.absolute().parent
    return _with_values(Config(base=base, file=path), table, base, lambda key: f"{path}, key {key}")


def _load_toml(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except RecursionError as error:
        message = _("{path} cannot be read: it has too many brackets in brackets.")
        raise ConfigError(message.format(path=path)) from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(
            _("{path} cannot be read: {error}").format(path=path, error=error)
        ) from error


def _table(path: Path) -> dict[str, Any] | None:
    data = _load_toml(path)
    if path.name != "pyproject.toml":
        return data
    tool = data.get("tool")
    table = tool.get("mdnkit") if isinstance(tool, dict) else None
    return table if isinstance(table, dict) else None


def _with_environment(config: Config, environment: Mapping[str, str]) -> Config:
    """Apply the variables of MDN's own builders."""
    values: dict[str, Any] = {}
    if environment.get("CONTENT_ROOT"):
        values["content-root"] = environment["CONTENT_ROOT"]
    if environment.get("CONTENT_TRANSLATED_ROOT"):
        values["translated-roots"] = [environment["CONTENT_TRANSLATED_ROOT"]]
    names = {"content-root": "CONTENT_ROOT", "translated-roots": "CONTENT_TRANSLATED_ROOT"}
    return _with_values(config, values, Path.cwd(), lambda key: f"{_ENVIRONMENT} {names[key]}")


def _with_rari_file(config: Config, folder: Path) -> Config:
    """Read the roots from `.config.toml`, MDN's builder's own file, where nothing else names them."""
    paths = (place / ".config.toml" for place in (folder, *folder.parents))
    rari_file = next((path for path in paths if path.is_file()), None)
    if rari_file is None:
        return config
    data = _load_toml(rari_file)
    values: dict[str, Any] = {}
    if "content_root" in data:
        values["content-root"] = data["content_root"]
    if "content_translated_root" in data:
        values["translated-roots"] = [data["content_translated_root"]]
    return _with_values(config, values, rari_file.parent, lambda key: str(rari_file))


def _with_values(config: Config, values: Mapping[str, Any], base: Path, origin: Any) -> Config:
    changes: dict[str, Any] = {}
    origins = dict(config.origins)
    for key, value in values.items():
        _check_key(key, KEYS, origin(key))
        changes[KEYS[key]] = _convert(key, value, base, origin(key))
        origins[key] = origin(key)
    return config._replace(**changes, origins=origins)


def _check_key(key: str, known: Iterable[str], origin: str) -> None:
    """Raise ConfigError for a key that nobody knows."""
    keys = sorted(known)
    if key in keys:
        return
    from difflib import get_close_matches

    near = get_close_matches(key, keys, n=1)
    hint = _(" Did you mean {near}?").format(near=near[0]) if near else ""
    message = _("{origin}: there is no such key.{hint} The keys are: {known}.")
    raise ConfigError(message.format(origin=origin, hint=hint, known=", ".join(keys)))


def _convert(key: str, value: Any, base: Path, origin: str) -> Any:
    """Return `value` as the field of `key` holds it."""
    match key:
        case "content-root" if isinstance(value, str) and value:
            return _path(value, base)
        case "translated-roots" if _is_texts(value) and all(value):
            return tuple(_path(item, base) for item in value)
        case "source-history" if isinstance(value, str) and value:
            return value if "://" in value or value.startswith("git@") else str(_path(value, base))
        case "select" | "ignore" | "exclude" if _is_texts(value):
            return tuple(value)
        case "fail-on" if value in tuple(Severity):
            return Severity(value)
        case "jobs" if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        case "severity" if isinstance(value, Mapping) and all(
            v in tuple(Severity) for v in value.values()
        ):
            return {rule: Severity(level) for rule, level in value.items()}
        case "per-path" if _is_tables(value):
            return {
                glob: _per_path(table, base, f"{origin}, {glob}") for glob, table in value.items()
            }
    expected = {
        "translated-roots": _("a list of paths"),
        "select": _("a list of rule ids"),
        "ignore": _("a list of rule ids"),
        "exclude": _("a list of globs"),
        "fail-on": _("note, warning or error"),
        "severity": _("a table of rule ids with note, warning or error"),
        "per-path": _("a table of globs, each with a table of select, ignore and severity"),
        "jobs": _("a number, 0 or more"),
    }.get(key, _("a path"))
    message = _("{origin}: {value} is not what it takes: {expected}.")
    raise ConfigError(message.format(origin=origin, value=_shown(value), expected=expected))


def _shown(value: object) -> str:
    """Return a value for a message, without what is too long or too deep for one."""
    shown = reprlib.Repr()
    shown.maxstring = shown.maxother = 80
    return shown.repr(value)


def _per_path(table: Mapping[str, Any], base: Path, origin: str) -> dict[str, Any]:
    """Return the values for one glob."""
    values: dict[str, Any] = {}
    for key, value in table.items():
        place = f"{origin}, key {key}"
        _check_key(key, PER_PATH_KEYS, place)
        values[key] = _convert(key, value, base, place)
    return values


def _is_tables(value: object) -> bool:
    return isinstance(value, Mapping) and all(
        isinstance(table, Mapping) for table in value.values()
    )


def _is_texts(value: object) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(item, str) for item in value)


def _path(value: str, base: Path) -> Path:
    # Unlike that of `Path`, this leaves the name of a user whom nobody knows as it is.
    return Path(os.path.normpath(base / os.path.expanduser(value)))


def _check_history(config: Config) -> None:
    source = config.source_history
    if source is None or "://" in source or source.startswith("git@") or Path(source).exists():
        return
    origin = config.origins.get("source-history", "source-history")
    message = _(
        "{origin}: there is no {source}; name a checkout, a bare repository, a bundle or a URL."
    )
    raise ConfigError(message.format(origin=origin, source=source))


def _check_roots(config: Config) -> None:
    roots = [("content-root", config.content_root)]
    roots += [("translated-roots", root) for root in config.translated_roots]
    if config.content_root is not None and config.content_root.name.lower() == "en-us":
        roots.append(("content-root", config.content_root / "en-us"))
    for key, root in roots:
        if root is not None and not root.is_dir():
            origin = config.origins.get(key, key)
            message = _("{origin}: there is no folder {root}; name the folder that holds {holds}.")
            holds = (
                "`en-us/`"
                if key == "content-root"
                else _("the folders of the locales, such as `de/`")
            )
            raise ConfigError(message.format(origin=origin, root=root, holds=holds))

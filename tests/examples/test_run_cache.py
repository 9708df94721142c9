"""Runs that are kept for later commands."""

import sqlite3
from pathlib import Path

import pytest

from mdnkit.config import Config
from mdnkit.examples.run_cache import RunCache, cached, open_run_cache
from mdnkit.examples.task import Run, ScriptError, Task


def kept(path: Path, program: str = "this one") -> RunCache:
    return RunCache(path / "runs.sqlite3", program)


def store(path: Path, value: object, program: str = "this one") -> str:
    cache = kept(path, program)
    key = cache.key("a", "b")
    cache.put(key, value)
    cache.close()
    return key


def found(path: Path, key: str, program: str = "this one") -> object:
    cache = kept(path, program)
    try:
        return cache.get(key)
    finally:
        cache.close()


def test_what_is_kept_is_found_again(tmp_path: Path) -> None:
    key = store(tmp_path, [{"a": 1}])
    assert found(tmp_path, key) == [{"a": 1}]
    assert found(tmp_path, "another") is None


def test_keys_depend_on_every_part_and_on_the_program(tmp_path: Path) -> None:
    cache, other = kept(tmp_path), RunCache(tmp_path / "other.sqlite3", "another")
    keys = {cache.key("a", "b"), cache.key("ab"), cache.key("a", "c"), other.key("a", "b")}
    assert len(keys) == 4


def test_the_file_of_another_program_is_thrown_away(tmp_path: Path) -> None:
    key = store(tmp_path, 1)
    assert found(tmp_path, key, "another") is None
    assert found(tmp_path, key) is None


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"x" * 5000])
def test_a_file_that_is_no_cache_is_thrown_away(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "runs.sqlite3").write_bytes(content)
    key = store(tmp_path, 1)
    assert found(tmp_path, key) == 1


def test_half_a_file_is_thrown_away(tmp_path: Path) -> None:
    key = store(tmp_path, ["x" * 50_000] * 3)
    path = tmp_path / "runs.sqlite3"
    path.write_bytes(path.read_bytes()[:5000])
    assert found(tmp_path, key) is None
    assert found(tmp_path, store(tmp_path, 2)) == 2


@pytest.mark.parametrize("change", ["UPDATE runs SET value = x'00'", "UPDATE runs SET value = 7"])
def test_a_value_that_somebody_changed_is_not_used(tmp_path: Path, change: str) -> None:
    key = store(tmp_path, 1)
    with sqlite3.connect(tmp_path / "runs.sqlite3") as connection:
        connection.execute(change)
    connection.close()
    assert found(tmp_path, key) is None


def test_a_value_under_the_key_of_another_is_not_used(tmp_path: Path) -> None:
    key = store(tmp_path, 1)
    with sqlite3.connect(tmp_path / "runs.sqlite3") as connection:
        connection.execute("UPDATE runs SET key = 'other'")
    connection.close()
    assert found(tmp_path, key) is None
    assert found(tmp_path, "other") is None


def test_a_folder_that_cannot_be_used_is_no_problem(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = kept(tmp_path / "file")
    cache.put("key", 1)
    assert cache.get("key") == 1
    cache.close()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".mdnkit_cache").symlink_to(tmp_path / "elsewhere")
    config = Config(base=tmp_path, file=tmp_path / "mdnkit.toml")
    assert open_run_cache(config) is None


def test_a_task_runs_once(tmp_path: Path) -> None:
    ran: list[Task] = []

    def run(task: Task) -> Run:
        ran.append(task)
        failed = ScriptError("EngineError", "gone", 0, 0, 0, "engine")
        return Run("quickjs", error=failed if task.sources == ("crash",) else None, needs=("x",))

    cache = kept(tmp_path)
    again = cached(run, cache, "quickjs")
    assert again(Task(("1",))) == again(Task(("1",))) == Run("quickjs", needs=("x",))
    assert len(ran) == 1
    for other in (Task(("2",)), Task(("1",), html="<p>"), Task(("1",), "Worker"), Task(("crash",))):
        again(other)
    assert len(ran) == 5
    again(Task(("crash",)))
    assert len(ran) == 6
    cached(run, cache, "v8")(Task(("1",)))
    assert len(ran) == 7
    cached(run, None, "v8")(Task(("1",)))
    assert len(ran) == 8

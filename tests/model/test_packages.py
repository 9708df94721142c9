"""How the pinned packages are found, and what is said when they cannot be had."""

import json
from pathlib import Path

import pytest

from mdnkit.errors import MdnkitError
from mdnkit.model.packages import Package, credit, fetched, found

SEEDS = Package("@garden/seeds", "1.2.0", ("seeds.json",))


def unpack(folder: Path, version: str, name: str = "@garden/seeds") -> Path:
    """Lay out a package below `folder`; return the folder with its files."""
    folder.mkdir(parents=True)
    told = {
        "name": name,
        "version": version,
        "license": "MIT",
        "repository": {"type": "git", "url": "git+https://garden.example/seeds.git"},
    }
    (folder / "package.json").write_text(json.dumps(told))
    return folder


def test_the_pinned_version_is_found_below_whatever_folders(tmp_path: Path) -> None:
    unpack(tmp_path / "other" / "package", "1.2.0", "@garden/tools")
    unpack(tmp_path / "old" / "package", "1.1.0")
    pinned = unpack(tmp_path / "node_modules" / "@garden" / "seeds", "1.2.0")
    assert found(SEEDS, tmp_path) == pinned


def test_another_version_is_refused_and_named(tmp_path: Path) -> None:
    unpack(tmp_path / "package", "1.1.0")
    with pytest.raises(MdnkitError) as stopped:
        found(SEEDS, tmp_path)
    assert str(stopped.value) == f"{tmp_path} does not hold @garden/seeds@1.2.0; it has: 1.1.0."


def test_no_version_at_all(tmp_path: Path) -> None:
    with pytest.raises(MdnkitError) as stopped:
        found(SEEDS, tmp_path)
    expected = f"{tmp_path} does not hold @garden/seeds@1.2.0; it has: no version of it."
    assert str(stopped.value) == expected


def test_without_npm_the_message_names_the_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MdnkitError) as stopped:
        fetched(SEEDS, tmp_path / "work")
    assert str(stopped.value) == (
        "npm is not installed: unpack @garden/seeds@1.2.0 yourself and name its folder with --from."
    )


def test_a_failing_npm_is_quoted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    npm = tmp_path / "npm"
    npm.write_text("#!/bin/sh\necho 'no such version' >&2\nexit 1\n")
    npm.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    with pytest.raises(MdnkitError) as stopped:
        fetched(SEEDS, tmp_path / "work")
    assert str(stopped.value) == "npm could not fetch @garden/seeds@1.2.0: no such version"


def test_credit(tmp_path: Path) -> None:
    assert credit(SEEDS, unpack(tmp_path / "package", "1.2.0")) == {
        "package": "@garden/seeds",
        "version": "1.2.0",
        "licence": "MIT",
        "url": "https://garden.example/seeds",
        "files": ["seeds.json"],
    }

"""Edits of a text, and writing files."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdnkit import edits
from mdnkit.edits import apply_edits, replace_content, write_atomically
from mdnkit.errors import WriteError
from mdnkit.finding import Edit
from mdnkit.span import Span


def edit(start: int, end: int, text: str) -> Edit:
    return Edit(Span(start, end), text)


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ([], "abcdef"),
        ([(), ()], "abcdef"),
        ([(edit(0, 1, "X"),)], "Xbcdef"),
        ([(edit(6, 6, "X"),)], "abcdefX"),
        ([(edit(4, 5, "Y"),), (edit(0, 1, "X"),)], "XbcdYf"),
        ([(edit(0, 2, "X"),), (edit(2, 4, "Y"),)], "XYef"),
        ([(edit(2, 2, "X"),), (edit(0, 2, ""),)], "Xcdef"),
        # The second of two that overlap is left out, with everything in its group.
        ([(edit(0, 3, "X"),), (edit(2, 4, "Y"), edit(5, 6, "Z"))], "Xdef"),
        ([(edit(0, 3, "X"),), (edit(5, 6, "Z"), edit(2, 4, "Y"))], "Xdef"),
        ([(edit(2, 2, "X"),), (edit(2, 2, "Y"),)], "abXcdef"),
        ([(edit(2, 4, "X"),), (edit(3, 3, "Y"),)], "abXef"),
        ([(edit(3, 3, "Y"),), (edit(2, 4, "X"),)], "abcYdef"),
        # A group that overlaps itself makes no sense.
        ([(edit(0, 3, "X"), edit(2, 4, "Y"))], "abcdef"),
    ],
)
def test_groups_are_applied_whole_or_not_at_all(
    groups: list[tuple[Edit, ...]], expected: str
) -> None:
    assert apply_edits("abcdef", groups) == expected


spans = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(
    lambda ends: Span(min(ends), max(ends))
)


@given(st.lists(st.lists(st.builds(Edit, spans, st.just("#")), max_size=3).map(tuple), max_size=8))
def test_what_no_edit_names_stays_in_order(groups: list[tuple[Edit, ...]]) -> None:
    text = "abcdefghijklmnopqrst"
    left = apply_edits(text, groups).replace("#", "")
    named = {offset for group in groups for e in group for offset in range(*e.span)}
    assert [c for c in left if c not in {text[offset] for offset in named}] == [
        c for offset, c in enumerate(text) if offset not in named
    ]
    assert sorted(left) == list(left)


def test_a_file_that_was_changed_meanwhile_stays(tmp_path: Path) -> None:
    file = tmp_path / "index.md"
    file.write_bytes(b"theirs")
    with pytest.raises(WriteError) as error:
        replace_content(file, b"before", b"after")
    assert (
        str(error.value) == f"{file} was not changed: it was changed meanwhile; run mdnkit again."
    )
    assert file.read_bytes() == b"theirs"


def test_a_file_that_is_gone_is_not_made_again(tmp_path: Path) -> None:
    with pytest.raises(WriteError):
        replace_content(tmp_path / "index.md", b"before", b"after")
    assert list(tmp_path.iterdir()) == []


def test_a_write_that_fails_leaves_the_old_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "index.md"
    file.write_bytes(b"before")

    def fail(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(edits.os, "fsync", fail)
    with pytest.raises(WriteError) as error:
        replace_content(file, b"before", b"after")
    assert str(error.value).endswith("was not changed: No space left on device.")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [
        ("index.md", b"before")
    ]


def test_the_mode_of_a_file_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "index.md"
    file.write_bytes(b"before")
    file.chmod(0o755)
    write_atomically(file, b"after")
    assert (file.read_bytes(), os.stat(file).st_mode & 0o777) == (b"after", 0o755)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root gives files away")
def test_the_owner_of_a_file_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "index.md"
    file.write_bytes(b"old")
    os.chown(file, 1234, 5678)
    file.chmod(0o640)
    replace_content(file, b"old", b"new")
    status = file.stat()
    assert (status.st_uid, status.st_gid, status.st_mode & 0o777) == (1234, 5678, 0o640)


def test_a_file_with_two_names_is_not_torn_apart(tmp_path: Path) -> None:
    file = tmp_path / "index.md"
    file.write_bytes(b"old")
    os.link(file, tmp_path / "other.md")
    with pytest.raises(WriteError) as refused:
        replace_content(file, b"old", b"new")
    assert str(refused.value) == (
        f"{file} was not changed: it has another name, a hard link, that would keep the old text;"
        " copy it to a file of its own."
    )
    assert (tmp_path / "other.md").samefile(file) and file.read_bytes() == b"old"

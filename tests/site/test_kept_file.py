"""Files of the cache folder."""

from pathlib import Path

from mdnkit.site.kept_file import keep


def test_where_nothing_can_be_written_nothing_happens(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    keep(tmp_path / "file/inside.json", b"x")
    (tmp_path / "folder.json").mkdir()
    keep(tmp_path / "folder.json", b"x")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["file", "folder.json"]


def test_a_file_is_made_with_its_folder_and_replaced_whole(tmp_path: Path) -> None:
    file = tmp_path / "a/b.json"
    keep(file, b"one")
    keep(file, b"two")
    assert file.read_bytes() == b"two"
    assert [path.name for path in file.parent.iterdir()] == ["b.json"]

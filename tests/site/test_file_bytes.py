"""Files are read whole, whatever they are."""

import os
import threading
from pathlib import Path

import pytest

from mdnkit.site.file_bytes import file_bytes, first_bytes


@pytest.mark.parametrize("content", [b"", b"a\r\n\x00\xff", b"b" * 200_000])
def test_a_file_is_read_whole(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "file"
    file.write_bytes(content)
    assert file_bytes(file) == content
    assert first_bytes(str(file), 3) == content[:3]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_what_does_not_know_its_size_is_read_to_its_end(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    content = b"c" * 200_000
    writer = threading.Thread(target=pipe.write_bytes, args=[content])
    writer.start()
    assert file_bytes(pipe) == content
    writer.join()


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="directory"):
        file_bytes(tmp_path)

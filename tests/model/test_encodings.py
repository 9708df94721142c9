"""What contexts are told of encodings, and that the shipped tables are those of the standard where Python knows them too."""

import pytest

from mdnkit.model.encodings import encodings_text
from mdnkit.model.spelling import Spelling, spelling


def lines(*sources: str) -> dict[str, tuple[str, str]]:
    text = encodings_text(spelling(sources))
    rows = (line.split("\t") for line in text.split("\n") if line)
    return {name: (labels, index) for name, labels, index in rows}


def indexes(*sources: str) -> list[str]:
    return [name.removeprefix("index ") for name in lines(*sources) if name.startswith("index ")]


def test_a_script_that_decodes_nothing_is_told_nothing() -> None:
    assert encodings_text(spelling(('fetch("/euc-jp").then((r) => r.text())',))) == ""


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("new TextDecoder()", []),
        ("new TextDecoder('utf-16le')", []),
        ("new TextDecoder('koi8-r')", []),
        ("new TextDecoder('EUC-JP')", ["jis0208", "jis0212"]),
        ("new TextDecoder('iso-2022-jp')", ["jis0208"]),
        ("new TextDecoder('Shift_JIS')", ["jis0208"]),
        ("new TextDecoderStream('gb2312')", ["gb18030", "gb18030-ranges"]),
        ("reader.readAsText(file, 'big5')", ["big5"]),
        ("new TextDecoder('ks_c_5601-1987')", ["euc-kr"]),
    ],
)
def test_large_indexes_come_with_a_label(source: str, expected: list[str]) -> None:
    assert indexes(source) == expected


def test_a_suite_is_told_everything() -> None:
    text = encodings_text(Spelling(frozenset(), everything=True))
    assert [line.partition("\t")[0] for line in text.split("\n")][-6:] == [
        "index big5",
        "index euc-kr",
        "index gb18030",
        "index gb18030-ranges",
        "index jis0208",
        "index jis0212",
    ]


def test_all_labels() -> None:
    labels = [label for names, _ in lines("TextDecoder").values() for label in names.split()]
    assert len(labels) == len(set(labels)) == 228
    assert "utf8" in labels


@pytest.mark.parametrize(
    "name",
    ["ibm866", "iso-8859-2", "iso-8859-5", "iso-8859-15", "koi8-r", "windows-1256"],
)
def test_indexes_of_one_byte_are_those_of_python(name: str) -> None:
    codec = name.replace("ibm", "cp").replace("windows-", "cp")
    assert lines("TextDecoder")[name][1] == bytes(range(0x80, 0x100)).decode(codec)


@pytest.mark.parametrize(
    ("index", "pointer", "codec", "data"),
    [
        ("big5", (0xA4 - 0x81) * 157 + 0x40 - 0x40, "big5", b"\xa4\x40"),
        ("euc-kr", (0xB0 - 0x81) * 190 + 0xA1 - 0x41, "euc_kr", b"\xb0\xa1"),
        ("gb18030", (0xB0 - 0x81) * 190 + 0xA1 - 0x41, "gb18030", b"\xb0\xa1"),
        ("jis0208", (0xB0 - 0xA1) * 94, "euc_jp", b"\xb0\xa1"),
        ("jis0212", (0xB0 - 0xA1) * 94, "euc_jp", b"\x8f\xb0\xa1"),
    ],
)
def test_indexes_count_their_pointers(index: str, pointer: int, codec: str, data: bytes) -> None:
    text = lines("TextDecoder big5 korean gbk euc-jp")[f"index {index}"][1]
    assert text[pointer] == data.decode(codec)

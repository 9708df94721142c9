"""The list of encodings and their indexes: what the package has, and what the standard has changed since."""

import json

import pytest

from mdnkit.model.compile_encodings import MULTIPLE, compile_encodings

PLAIN = {"name": "ISO-8859-8", "labels": ["iso-8859-8", "hebrew"]}
SAME = {"name": "ISO-8859-8-I", "labels": ["logical"]}
WIDE = {"name": "UTF-16BE", "labels": ["utf-16be"]}


def texts(*encodings: object, **indexes: list[int | None]) -> tuple[str, str]:
    rows = json.dumps([{"encodings": encodings}], indent=2).replace("\n", "\n  ")
    tables = {
        "gb18030-ranges": [[0, 128], [36, 165]],
        **dict.fromkeys(MULTIPLE, ()),
        **{name.replace("_", "-"): index for name, index in indexes.items()},
    }
    return (
        f"(function () {{\n  var encodings = {rows};\n}})();",
        f'(function (global) {{\n  global["encoding-indexes"] =\n{json.dumps(tables)};\n}})(this);',
    )


def test_a_package_of_another_form_is_refused() -> None:
    with pytest.raises(ValueError, match="no list of encodings"):
        compile_encodings("", texts(PLAIN)[1])
    with pytest.raises(ValueError, match="no indexes"):
        compile_encodings(texts(PLAIN)[0], "")


def test_encodings_of_one_byte_have_their_index() -> None:
    encodings, _ = compile_encodings(*texts(PLAIN, SAME, iso_8859_8=[0xA0, None, 0x5D0]))
    assert encodings == {
        "iso-8859-8": {"labels": ["hebrew", "iso-8859-8"], "index": "\xa0\ufffd\u05d0"},
        "iso-8859-8-i": {"labels": ["logical"], "index": "\xa0\ufffd\u05d0"},
    }


def test_newer_labels_are_added() -> None:
    encodings, _ = compile_encodings(*texts(WIDE))
    assert encodings == {"utf-16be": {"labels": ["unicodefffe", "utf-16be"]}}


def test_rows_of_an_index() -> None:
    big5 = [None] * 250
    big5[101], big5[102] = 0x20000, 0x4E00
    _, rows = compile_encodings(*texts(PLAIN, big5=big5))
    assert rows == {
        "big5 00100": "\ufffd\U00020000\u4e00",
        "gb18030-ranges": [[0, 128], [36, 165]],
    }


def test_code_points_that_changed_with_the_standard_of_2022() -> None:
    _, rows = compile_encodings(*texts(PLAIN, gb18030=[0xE78D] * 7203))
    assert rows["gb18030 07200"] == "\ue78d\ufe17\ufe18"
    assert str(rows["gb18030 07100"])[82:89] == "\ufe10\ufe12\ufe11\ufe13\ufe14\ufe15\ufe16"

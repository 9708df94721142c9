"""How much pages are read."""

from pathlib import Path

import pytest

from mdnkit.errors import UsageError
from mdnkit.l10n.popularities import read_popularities


def test_slugs_and_paths_name_pages(tmp_path: Path) -> None:
    file = tmp_path / "popularities.json"
    file.write_text('{"Web/CSS/:hover": 0.5, "/en-US/docs/Web/API": 1}')
    assert read_popularities(file) == {"web/css/_colon_hover": 0.5, "web/api": 1.0}


@pytest.mark.parametrize("text", ["", "[]", '{"A": "1"}', '{"A": -1}', '{"A": NaN}', '{"A": true}'])
def test_other_files_are_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "popularities.json"
    file.write_text(text)
    with pytest.raises(UsageError, match=r"popularities\.json"):
        read_popularities(file)

"""The HTML of `mdnkit l10n`: a file that needs nothing else."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from mdnkit.l10n.html_document import Cell, Table, TableRow, document

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)


def table(*names: str) -> Table:
    rows = [
        TableRow("odd" if n % 2 else "even", (Cell(name), Cell(str(n), kind="number")))
        for n, name in enumerate(names)
    ]
    return Table(("Name", "Number"), ("even", "odd"), "Kind", rows)


def test_nothing_to_show_is_said() -> None:
    text = document("Title", "", Table((), (), "Kind", ()))
    assert "<p>There is nothing to show.</p>" in text
    assert "<table>" not in text


def test_what_people_wrote_is_no_markup() -> None:
    text = document(
        "<b>&", "", Table(("<i>",), ("<k>",), "<l>", [TableRow('"x"', [Cell("a", value='"v"')])])
    )
    assert "<title>&lt;b&gt;&amp;</title>" in text
    assert not re.search("<[bikl]>", text)
    assert 'data-kind="&quot;x&quot;"' in text and 'data-value="&quot;v&quot;"' in text


def test_nothing_is_fetched() -> None:
    text = document("Title", "", table("a"))
    assert not re.search(r"""(?:src|href)\s*=|url\(|@import""", text)


@pytest.mark.parametrize(
    ("wanted", "found"), [("en", "en"), ("de_AT.UTF-8", "de"), ("xx_YY", "en")]
)
def test_the_document_names_its_language(
    wanted: str, found: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MDNKIT_LANG", wanted)
    assert f'<html lang="{found}">' in document("Title", "", table("a"))


def test_every_heading_is_a_button() -> None:
    text = document("Title", "", table("a"))
    assert text.count('<th scope="col"><button type="button">') == 2


def run_script(folder: Path, text: str, script: str) -> str:
    """Open a document in Chromium, run a script in it, and return the title that the script sets."""
    file = folder / "page.html"
    file.write_text(text.replace("</body>", f"<script>{script}</script></body>"), "utf-8")
    done = subprocess.run(
        [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
         "--disable-background-networking", f"--user-data-dir={folder / 'profile'}", "--dump-dom", file.as_uri()],
        capture_output=True, timeout=120,
    )  # fmt: skip
    title = re.search("<title>(.*)</title>", done.stdout.decode())
    assert title is not None
    return title[1]


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium")
def test_a_browser_sorts_and_filters(tmp_path: Path) -> None:
    title = run_script(
        tmp_path,
        document("Title", "", table("pear", "apple", "fig")),
        """
        const [name, number] = document.querySelectorAll("th button");
        const cells = "tbody tr:not([hidden]) td:first-child";
        const names = () => [...document.querySelectorAll(cells)].map((c) => c.textContent).join();
        const seen = [names()];
        name.click(); seen.push(names());
        name.click(); seen.push(names());
        number.click(); seen.push(names());
        const find = document.getElementById("filter-text");
        find.value = "P"; find.dispatchEvent(new Event("input")); seen.push(names());
        const kind = document.getElementById("filter-kind");
        kind.value = "odd"; kind.dispatchEvent(new Event("change")); seen.push(names());
        document.title = seen.join(" ") + " " + document.getElementById("shown").value;
        """,
    )
    assert (
        title
        == "pear,apple,fig apple,fig,pear pear,fig,apple pear,apple,fig pear,apple apple 1 of 3"
    )


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium")
def test_a_long_table_is_laid_out_in_part_until_all_is_wanted(tmp_path: Path) -> None:
    names = [f"page {number}" for number in range(700)]
    title = run_script(
        tmp_path,
        document("Title", "", table(*names)),
        """
        const shown = document.getElementById("shown");
        const more = document.getElementById("show-all");
        const seen = [shown.value, more.hidden];
        more.click(); seen.push(shown.value, more.hidden);
        document.title = seen.join();
        """,
    )
    assert title == "500 of 700,false,700 of 700,true"

"""The files beside pages."""

from pathlib import Path

from trees import page, write

from mdnkit.site.site import Roots, Site


def test_files_beside_pages_are_found(tmp_path: Path) -> None:
    write(tmp_path, {"en-us/web/page": page("Web/Page"), "en-us/web/page/image.png": "x"})
    attachments = Site(Roots(tmp_path)).attachments
    assert attachments.exists("en-us", "web/page/image.png")
    assert not attachments.exists("en-us", "web/page/other.png")
    assert not attachments.exists("en-us", "../en-us/web/page/image.png")
    assert not attachments.exists("de", "web/page/image.png")
    assert attachments.are_at_hand("en-us")


def test_a_tree_of_nothing_but_pages_has_left_its_files_out(tmp_path: Path) -> None:
    write(tmp_path, {"en-us/web/page": page("Web/Page")})
    (tmp_path / "en-us" / "_redirects.txt").write_text("", "utf-8")
    attachments = Site(Roots(tmp_path)).attachments
    assert not attachments.are_at_hand("en-us")
    assert not attachments.are_at_hand("de")

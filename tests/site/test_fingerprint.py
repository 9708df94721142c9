"""What the disk says of everything below the roots."""

import os
from pathlib import Path

from trees import page, write

from mdnkit.site.fingerprint import facts_of, look_at, names_below
from mdnkit.site.listing import Listing
from mdnkit.site.site import Roots, Site

PAGES = {f"en-us/web/{name}": page(f"Web/{name}") for name in ("a", "b", "c", "d")}


def test_each_folder_and_file_is_looked_at(tmp_path: Path) -> None:
    root = write(tmp_path / "files", PAGES)
    listing = Listing()
    files = look_at(names_below(Site(Roots(root)), listing), {}, listing.began, {})
    assert files.is_complete
    assert files.stamps.keys() == {str(root / name / "index.md") for name in PAGES}
    assert all(stamp.facts == facts_of(os.stat(path)) for path, stamp in files.stamps.items())
    assert all(facts == facts_of(os.stat(path)) for path, facts in files.folders.items())


def test_what_is_gone_meanwhile_does_not_hide_what_stands_behind_it(tmp_path: Path) -> None:
    root = write(tmp_path / "files", PAGES)
    listing = Listing()
    names = names_below(Site(Roots(root)), listing)
    for name in ("en-us/web/a", "en-us/web/c"):
        (root / name / "index.md").unlink()
    (root / "en-us/web/c").rmdir()
    files = look_at(names, {}, listing.began, {})
    assert not files.is_complete
    assert files.stamps.keys() == {str(root / f"en-us/web/{name}/index.md") for name in "bd"}
    assert str(root / "en-us/web/a") in files.folders
    assert str(root / "en-us/web/c") not in files.folders
    assert all(facts == facts_of(os.stat(path)) for path, facts in files.folders.items())

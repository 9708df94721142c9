"""Folders with pages, made by the tests that need them."""

from pathlib import Path


def page(slug: str) -> str:
    """Return a page with a slug."""
    return f"---\ntitle: T\nslug: {slug}\n---\n\nText.\n"


def write(root: Path, pages: dict[str, str]) -> Path:
    """Write files below `root`, given by their path; one without a name after it is a page."""
    for path, text in pages.items():
        file = root / path if "." in path.rpartition("/")[2] else root / path / "index.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return root

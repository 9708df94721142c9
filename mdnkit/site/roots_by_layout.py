"""The roots of a run that nothing names: MDN's repositories are laid out alike, and often cloned beside each other.

https://github.com/mdn/content and https://github.com/mdn/translated-content: `files/en-us/` in one, `files/de/` and others
in the other.
"""

from collections.abc import Iterator
from pathlib import Path

from mdnkit.config import LAYOUT, Config
from mdnkit.site.slug import EN_US, is_locale

_ENGLISH = Path("content", "files")
_TRANSLATED = Path("translated-content", "files")


def with_layout(config: Config, folder: Path) -> Config:
    """Return `config` with the roots around `folder`, if it names none and there are some."""
    if config.content_root is not None or config.translated_roots:
        return config
    place = next((found for found in _candidates(folder) if _locales(found)), None)
    if place is None:
        return config
    beside = place.parent.parent
    english = next((p for p in (place, beside / _ENGLISH) if EN_US in _locales(p)), None)
    translated = next((p for p in (place, beside / _TRANSLATED) if _locales(p) - {EN_US}), None)
    origins = {
        **({"content-root": LAYOUT} if english else {}),
        **({"translated-roots": LAYOUT} if translated else {}),
    }
    return config._replace(
        content_root=english,
        translated_roots=(translated,) if translated else (),
        origins={**config.origins, **origins},
    )


def _candidates(folder: Path) -> Iterator[Path]:
    """Yield where the pages of a checkout around or below `folder` would be."""
    yield from (place for place in (folder, *folder.parents) if place.name == "files")
    yield from (folder / "files", folder / _ENGLISH, folder / _TRANSLATED)


def _locales(root: Path) -> set[str]:
    """Return the folders of the locales that a root has: `src` is named like one, but has no pages about the web."""
    try:
        return {p.name for p in root.iterdir() if is_locale(p.name) and (p / "web").is_dir()}
    except OSError:
        return set()

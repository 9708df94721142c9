"""English pages with a history and their translations, for the commands of `mdnkit l10n`."""

from pathlib import Path
from typing import NamedTuple

import pytest
from repositories import English, page
from trees import write

from mdnkit.cli import main

ENGLISH = """\
A sentence with a [link](/en-US/docs/Web) and {{domxref("Event")}}.

## Examples

- One
- Two

```js
run();
```
"""
GERMAN = """\
Ein Satz mit einem [Link](/de/docs/Web) und {{domxref("Event")}}.

## Beispiele

- Eins
- Zwei

```js
run();
```
"""
NEWER = ENGLISH.replace("sentence", "phrase").replace("run();", "walk();") + "\nThe end.\n"


def translated(body: str, commit: str, slug: str = "A") -> str:
    """Return a German page."""
    stamp = f"l10n:\n  sourceCommit: {commit}\n" if commit else ""
    return f"---\ntitle: Titel\nslug: {slug}\n{stamp}---\n\n{body}"


class Said(NamedTuple):
    """What a command came to."""

    code: int
    out: str
    err: str


class World:
    """A folder with both trees; `a` was changed once since its first commit."""

    def __init__(self, folder: Path, capture: pytest.CaptureFixture[str]) -> None:
        self._capture = capture
        self.english = English(folder / "english")
        self.first = self.english.commit(a=page("A", ENGLISH), b=page("B"))
        self.second = self.english.commit(a=page("A", NEWER))
        self.file = folder / "german/de/a/index.md"
        self.translate(GERMAN, self.first)

    def translate(self, body: str, commit: str) -> None:
        """Write the translation of `a`."""
        write(self.file.parents[2], {"de/a": translated(body, commit)})

    def run(self, *arguments: str) -> Said:
        """Run a command of `mdnkit l10n` in the folder."""
        roots = ("--content-root", str(self.english.root), "--translated-root", "german")
        self._capture.readouterr()
        code = main(["l10n", *arguments, *roots])
        return Said(code, *self._capture.readouterr())


def make_world(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capture: pytest.CaptureFixture[str]
) -> World:
    """Return a world in `folder`, and go there; what is cached stays in it."""
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    monkeypatch.delenv("CONTENT_ROOT", raising=False)
    monkeypatch.delenv("CONTENT_TRANSLATED_ROOT", raising=False)
    return World(folder, capture)

"""Examples of the English pages, drawn at random with a seed: what benches run."""

import os
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from mdnkit.config import load_config
from mdnkit.examples.attempt import task_of
from mdnkit.examples.extract import Example, extract_examples
from mdnkit.examples.scope import scope_of
from mdnkit.examples.task import Task
from mdnkit.given import read_page
from mdnkit.model.realm import facts
from mdnkit.site.open_site import open_site


def content_root() -> Path:
    """Return the folder that CONTENT_ROOT names; ends the program with status 2 where it does not."""
    if "CONTENT_ROOT" not in os.environ:
        print("CONTENT_ROOT must name the folder that holds en-us/.", file=sys.stderr)
        raise SystemExit(2)
    return Path(os.environ["CONTENT_ROOT"])


def examples(
    count: int, seed: int, scope: str | None = None, pages: str = "**"
) -> Iterator[tuple[Example, Task]]:
    """Yield so many examples that are run, each with its task; in one `scope`, of some `pages` (a glob of folders)."""
    english = content_root() / "en-us"
    site = open_site(load_config([english], None, {}))
    paths = sorted(english.glob(f"{pages}/index.md"))
    random.Random(seed).shuffle(paths)
    left = count
    for path in paths:
        text = path.read_bytes()
        if b"```js" not in text:
            continue
        for example in extract_examples(read_page(path, site, text)):
            found = scope_of(example, facts())
            if example.is_signature or (scope is not None and found != scope):
                continue
            yield example, task_of(example, found)
            left -= 1
            if left == 0:
                return

"""How many changes of the code of translated examples are found, and how many translations of text in it are left alone.

Needs MDN's trees: CONTENT_ROOT and CONTENT_TRANSLATED_ROOT. Prints counts by kind; `--show N` prints that many misses.

    python tests/bench/example_mutations.py --examples 200 --seed 1
"""

import argparse
import os
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from mdnkit.examples.attempt import attempt
from mdnkit.examples.comparison import difference
from mdnkit.examples.extract import Example, extract_examples
from mdnkit.examples.pool import Pool
from mdnkit.examples.scope import scope_of
from mdnkit.examples.task import Run, Task
from mdnkit.model.facts import Facts
from mdnkit.page.page import Page
from mdnkit.page.source import Source

OPERATORS = {
    "===": "!==", "!==": "===", " < ": " >= ", " > ": " <= ", " + ": " - ", " - ": " + ", " * ": " + ",
    "&&": "||", "||": "&&", "++": "--", "+=": "-=",
}  # fmt: skip
OPERATOR = re.compile("|".join(re.escape(one) for one in OPERATORS))
NUMBER = re.compile(r"(?<![\w.#$\"'-])\d+(?![\w.\"'])")
EVENT = re.compile(r"(?<=addEventListener\(\")\w+|(?<=\.on)[a-z]+(?= = )")
METHOD = re.compile(r"(?<=[\w)\]]\.)[a-zA-Z]+(?=\()")
LOGIC = re.compile(
    r"(?<==== \")[^\"\n]+(?=\")|(?<=case \")[^\"\n]+(?=\")"
    r"|(?<=getElementById\(\")[^\"\n]+(?=\")|(?<=getContext\(\")[^\"\n]+(?=\")|(?<=createElement\(\")[^\"\n]+(?=\")"
)
SHOWN = re.compile(
    r"(?<=console\.log\(\")[^\"\n]+(?=\")|(?<=textContent = \")[^\"\n]+(?=\")|(?<=alert\(\")[^\"\n]+(?=\")"
    r"|(?<=innerText = \")[^\"\n]+(?=\")|(?<=new Error\(\")[^\"\n]+(?=\")|(?<=console\.error\(\")[^\"\n]+(?=\")"
    r"|(?<=log\(`)[^`$\n]+(?=\$)"
)
COMMENT = re.compile(r"(?<=// )[^\n]+")
TEXT = re.compile(
    r"//[^\n]*|/\*.*?\*/|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`", re.DOTALL
)


def in_code(code: str, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    """Return the matches outside of comments and strings."""
    texts = [match.span() for match in TEXT.finditer(code)]
    found = pattern.finditer(code)
    return [one for one in found if not any(a <= one.start() < b for a, b in texts)]


def out_of_comments(code: str, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    """Return the matches that no comment holds."""
    comments = [m.span() for m in TEXT.finditer(code) if m[0].startswith(("//", "/*"))]
    return [
        one for one in pattern.finditer(code) if not any(a <= one.start() < b for a, b in comments)
    ]


KINDS: dict[str, tuple[bool, Callable[[str], list[re.Match[str]]], Callable[[str], str]]] = {
    "operator": (True, lambda code: in_code(code, OPERATOR), OPERATORS.__getitem__),
    "number": (True, lambda code: in_code(code, NUMBER), lambda text: str(int(text) + 1)),
    "event name": (True, lambda code: out_of_comments(code, EVENT), lambda text: text + "s"),
    "method name": (True, lambda code: in_code(code, METHOD), lambda text: text + "e"),
    "string of the logic": (True, lambda code: out_of_comments(code, LOGIC), lambda text: text + "e"),
    "comment": (False, lambda code: list(COMMENT.finditer(code)), lambda text: f"Kommentar über {len(text)}"),
    "shown string": (False, lambda code: out_of_comments(code, SHOWN), lambda text: f"Übersetzt: {text[::-1]}"),
}  # fmt: skip
"""Kind -> whether it is to be found, where it can be made, and what it makes of a text."""


def pages(root: Path) -> Iterator[Page]:
    """Yield the German pages with scripts, in a random order."""
    files = [path for path in sorted(root.rglob("index.md")) if "```js" in path.read_text("utf-8")]
    random.shuffle(files)
    for path in files:
        folder = str(path.parent.relative_to(root))
        yield Page(Source.decode(path.read_bytes()), str(path), "de", folder)


def chosen(root: Path, most: int) -> Iterator[tuple[Example, tuple[Example, ...]]]:
    """Yield one example of each page that is no signature, with all of its page."""
    found = 0
    for page in pages(root):
        examples = extract_examples(page)
        usable = [one for one in examples if not (one.is_signature or one.is_bad)]
        if usable and found < most:
            found += 1
            yield random.choice(usable), examples


def main() -> None:
    """Mutate and count."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--examples", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    random.seed(options.seed)
    facts = Facts()
    root = Path(os.environ["CONTENT_TRANSLATED_ROOT"]) / "de"
    made: list[tuple[str, Example, str, tuple[Example, ...]]] = []
    for example, page in chosen(root, options.examples):
        for kind, (_found, places, change) in KINDS.items():
            matches = places(example.code)
            if matches:
                match = random.choice(matches)
                code = (
                    example.code[: match.start()] + change(match[0]) + example.code[match.end() :]
                )
                made.append((kind, example, code, page))
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    shown = options.show

    def work(run: Callable[[Task], Run], one: tuple[str, Example, str, tuple[Example, ...]]) -> str:
        _kind, example, code, page = one
        scope = scope_of(example, facts)
        before = tuple(other.code for other in attempt(example, scope, page, run).after)
        found = difference(replace(example, code=code), example, scope, before, before, run)
        return f"{found.ours} / {found.theirs}" if found else ""

    with Pool(2) as pool:
        for one, told in zip(made, pool.map(work, made), strict=True):
            kind, example, code, _page = one
            wanted = KINDS[kind][0]
            right = bool(told) is wanted
            counts[kind]["right" if right else "wrong"] += 1
            if not right and shown > 0:
                shown -= 1
                lines = [
                    line
                    for line, old in zip(code.splitlines(), example.code.splitlines(), strict=False)
                    if line != old
                ]
                print(f"{kind}: {example.page.path}:{example.line}\n    {lines[:1]}\n    {told}")
    for kind, count in counts.items():
        total = count.total()
        print(
            f"{kind:22} {count['right']:4} of {total:4}  {100 * count['right'] / max(1, total):.1f} %"
        )
    loud = [counts[kind] for kind, (found, _, _) in KINDS.items() if found]
    quiet = [counts[kind] for kind, (found, _, _) in KINDS.items() if not found]
    hits, alarms = sum(one["right"] for one in loud), sum(one["wrong"] for one in quiet)
    print(f"recall {100 * hits / max(1, sum(one.total() for one in loud)):.1f} %")
    print(f"precision {100 * hits / max(1, hits + alarms):.1f} %")


if __name__ == "__main__":
    main()

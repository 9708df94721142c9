"""Cases written as documents: a title, a line with a dot, the input, a dot, what is expected, a dot."""

import re
from dataclasses import dataclass
from pathlib import Path

from mdnkit.edits import apply_edits
from mdnkit.finding import Problem, Severity
from mdnkit.page.page import Page
from mdnkit.page.source import Source

FRONT_MATTER = "---\ntitle: Test\nslug: Web/Test\npage-type: guide\n---\n\n"
TRANSLATED = "---\ntitle: Test\nslug: Web/Test\nl10n:\n  sourceCommit: 0123456789abcdef0123456789abcdef01234567\n---\n\n"


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a file."""

    title: str
    parts: tuple[str, ...]
    """What stands between the dots, in order."""

    @property
    def expected(self) -> str:
        """The last part."""
        return self.parts[-1]


def read_cases(path: Path, parts: int) -> list[Case]:
    """Return the cases of a file, each with so many parts. Raises ValueError where the dots do not add up."""
    pieces = [""]
    for line in path.read_text("utf-8").splitlines(keepends=True):
        if line == ".\n":
            pieces.append("")
        else:
            pieces[-1] += line
    if pieces.pop().strip() or len(pieces) % (parts + 1):
        raise ValueError(
            f"{path}: a case is a title and {parts} parts, each followed by a line with a dot"
        )
    cases: list[Case] = []
    for at in range(0, len(pieces), parts + 1):
        title, *rest = pieces[at : at + parts + 1]
        cases.append(Case(" ".join(title.split()), tuple(rest)))
    return cases


def page_of(text: str, locale: str = "en-us", folder: str = "web/test") -> tuple[Page, int]:
    """Return the page of a case, and how many lines of front matter were put before it.

    A first line `@ de web/api/event` says in which locale and folder the page lies; `! reason` is a file that cannot be
    read; `⟪FC⟫` is a byte; `⟪⟫` at the end takes the last line end away.
    """
    if text.startswith("! "):
        return Page(Source(""), "index.md", unreadable=text[2:].strip()), 0
    if text.startswith("@ "):
        place, _, text = text.partition("\n")
        _, locale, folder = place.split()
    default = FRONT_MATTER if locale == "en-us" else TRANSLATED
    added = "" if text.startswith(("---", "\ufeff")) else default
    path = f"files/{locale}/{folder}/index.md"
    data = re.sub("⟪([0-9A-F]{2})⟫", lambda byte: chr(0xDC00 + int(byte[1], 16)), added + text)
    data = data.replace("\udc00", "\0").removesuffix("⟪⟫\n")
    return Page.parse(data, path, locale, folder), added.count("\n")


def described(page: Page, problems: list[Problem], default: Severity, added: int) -> str:
    """Return problems as a case writes them: `line:column-line:column severity message`."""
    lines: list[str] = []
    for problem in sorted(problems, key=lambda problem: (problem.span, problem.message)):
        start = page.source.position(problem.span.start)
        end = page.source.position(problem.span.end)
        place = f"{start.line - added}:{start.column}-{end.line - added}:{end.column}"
        lines.append(f"{place} {problem.severity or default} {problem.message}")
        lines += [
            f"  {related.path}:{related.line} {related.message}" for related in problem.related
        ]
    fixed = apply_edits(page.text, [problem.edits for problem in problems])
    if fixed != page.text:
        lines += ["fixed:", "".join(fixed.splitlines(keepends=True)[added:]).rstrip("\n")]
    return "\n".join(lines)

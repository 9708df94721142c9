"""The redirects of a locale as `_redirects.txt` lists them: a URL, a tab, and where it leads."""

import functools
import re
from collections.abc import Callable
from typing import NamedTuple

from mdnkit.messages import _

FILE_NAME = "_redirects.txt"


class Redirect(NamedTuple):
    """One line of the file."""

    source: str
    target: str
    line: int
    """1-based."""


class LineProblem(NamedTuple):
    """Why a line is no redirect, in words for its writer."""

    line: int
    """1-based."""
    message: str
    mended: str | None = None
    """What the line should be; empty when it should go. None where only its writer can tell."""


FEW = 5
"""Look-ups that search the text, before its lines are read."""

LONGEST_LINE = 4000
"""Code points of a line that is still looked at for white space."""

_LINE_END = re.compile(r"\r\n?|\n")
_PLAIN = re.compile(r"[^\s#]+\t\S+")
"""A line that is a redirect, as nearly all are."""
_LOOSE = re.compile(r"\s*(/[^\s/]\S*(?: (?!/|https://)\S+)*)\s+((?:/|https://)\S+)\s*")
"""A line that is a redirect but for its white space."""


class Redirects:
    """Redirects of one locale. Look-ups ignore the case of the URL asked for, as MDN does."""

    def __init__(self, text: str = "") -> None:
        self.text = text
        self._asked = 0
        self._chains = Chains(self.lookup)

    @functools.cached_property
    def _targets(self) -> dict[str, str]:
        vars(self).pop("_encoded", None)  # Is searched no more.
        pairs = [line.partition("\t") for line in _split(self.text) if line[:1] == "/"]
        return {source.lower(): target.strip() for source, tab, target in pairs if tab}

    @functools.cached_property
    def _lines(self) -> list[str]:
        return _split(self.text)

    def lookup(self, path: str) -> str | None:
        """Return where `path` (without fragment) leads in one step; None when it is no redirect.

        As at MDN, a slash at the end makes no difference.
        """
        key = path.lower()
        other = key.removesuffix("/") if key.endswith("/") else f"{key}/"
        self._asked += 1
        few = self._asked <= FEW and self._is_plain and key.isascii()
        find = self._search if few else self._targets.get
        return find(key) or find(other)

    def _search(self, key: str) -> str | None:
        """Return the same for one URL in lower case; few are found faster than all lines are read."""
        if not key.startswith("/") or "\t" in key or "\n" in key:
            return None
        written, folded = self._encoded
        start = folded.rfind(f"\n{key}\t".encode())
        if start == -1:
            return None
        start += len(key) + 2
        end = folded.find(b"\n", start)
        target = written[start : end if end != -1 else None]
        return target.decode("utf-8", "surrogatepass").strip()

    @functools.cached_property
    def _encoded(self) -> tuple[bytes, bytes]:
        """The text, and the text with its ASCII letters in lower case."""
        written = f"\n{self.text}".encode("utf-8", "surrogatepass")
        return written, written.lower()

    @functools.cached_property
    def _is_plain(self) -> bool:
        """Whether lines end as on Unix, and nothing but an ASCII letter becomes one in lower case."""
        return "\r" not in self.text and "\N{KELVIN SIGN}" not in self.text

    def follow(self, path: str) -> str | None:
        """Return where `path` leads in the end; None without a redirect, or in a circle."""
        return self._chains.follow(path)

    @functools.cached_property
    def entries(self) -> tuple[Redirect, ...]:
        """Every redirect in the order of the file."""
        return tuple(
            Redirect(source, target.strip(), number)
            for number, line in enumerate(self._lines, 1)
            if line[:1] != "#"
            for source, tab, target in (line.partition("\t"),)
            if tab
        )

    @functools.cached_property
    def problems(self) -> tuple[LineProblem, ...]:
        """Every line that cannot be read as a redirect, and every URL that is redirected twice."""
        return tuple(self._find_problems())

    def _find_problems(self) -> list[LineProblem]:
        problems = []
        seen: dict[str, int] = {}
        for number, line in enumerate(self._lines, 1):
            if line[:1] == "#" or not line.strip():
                continue
            if not _PLAIN.fullmatch(line) and (message := _malformed(line)):
                problems.append(LineProblem(number, message, _tidied(line)))
                continue
            source = line.partition("\t")[0]
            if (first := seen.setdefault(source.lower(), number)) != number:
                message = _(
                    "`{url}` is redirected in line {line} already; keep one of the two lines."
                )
                message = message.format(url=source, line=first)
                is_same = self._leads_to(first) == self._leads_to(number)
                problems.append(LineProblem(number, message, "" if is_same else None))
        return problems

    def _leads_to(self, number: int) -> str:
        """Return where the redirect in a line leads in the end."""
        target = self._lines[number - 1].partition("\t")[2]
        return self.follow(target) or target


def _split(text: str) -> list[str]:
    return _LINE_END.split(text) if "\r" in text else text.split("\n")


def _malformed(line: str) -> str:
    """Return why a line is no redirect; empty when it is one."""
    source, tab, target = line.partition("\t")
    if not tab:
        return _("The line has no tab; write the old URL, one tab, and the new URL.")
    if not source.strip() or not target.strip():
        return _("One of the two URLs is missing; write the old URL, one tab, and the new URL.")
    if "\t" in target:
        return _("The line has more than one tab; write the old URL, one tab, and the new URL.")
    if source != source.strip() or target != target.strip() or " " in target:
        return _("There are spaces in or around the URLs; write only one tab between them.")
    if "#" in source:
        return _("The old URL has a fragment, which no server sees; take it away.")
    return ""


def _tidied(line: str) -> str | None:
    """Return a line with one tab as its only white space; None where it is not two URLs, or needs more."""
    loose = _LOOSE.fullmatch(line) if len(line) < LONGEST_LINE else None
    tidied = f"{loose[1]}\t{loose[2]}" if loose else line
    return None if tidied == line else tidied


class _End(NamedTuple):
    """Where a URL leads."""

    path: str
    """Without a fragment."""
    fragment: str | None
    """The one that the last step with a fragment names; None where no step has one."""


class Chains:
    """Where redirects lead in the end; what is found out about one step of a chain serves all that lead there."""

    def __init__(self, lookup: Callable[[str], str | None]) -> None:
        self._lookup = lookup
        self._ends: dict[str, _End | None] = {}
        """By the URL in lower case; None for those that lead into a circle."""

    def follow(self, path: str) -> str | None:
        """Return the last URL of the chain that begins at `path`; None without one, or in a circle.

        A fragment in the target of a step is kept until a later step names one.
        """
        steps: dict[str, str | None] = {}
        at = path
        while at.lower() not in self._ends and at.lower() not in steps:
            step = self._lookup(at)
            if step is None:
                break
            key = at.lower()
            at, hash_sign, name = step.partition("#")
            steps[key] = name if hash_sign else None
        # Where it comes back to a step of its own, the end is not known either.
        is_circle = at.lower() in steps
        end = None if is_circle else self._ends.get(at.lower(), _End(at, None))
        for key, fragment in reversed(steps.items()):
            if end is not None and end.fragment is None:
                end = end._replace(fragment=fragment)
            self._ends[key] = end
        if path.lower() not in self._ends or end is None:
            return None
        return f"{end.path}#{end.fragment}" if end.fragment else end.path

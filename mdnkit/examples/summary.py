"""What many runs have in common: how many of each class, how many assume nothing, and what the others lack."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from mdnkit.messages import _, _n

MOST_REASONS = 15
"""Reasons of a kind that are told."""

_SUBJECTS = {"needs-context": "needs", "needs-engine": "needs", "needs-scope": "needs"}
"""Classes whose reason is a list of names."""

_OF_THE_CODE = frozenset({"inconclusive", "obsolete", "budget"})
"""Classes whose reason is their message."""


class Summary:
    """Counts rows, as `ExampleRun.to_json` gives them, as they pass by; rows are not kept, as there may be many."""

    def __init__(self) -> None:
        self.classes: Counter[str] = Counter()
        self.sure = 0
        """Those that run, alone or after others, and met nothing that the model made up."""
        self._assumed: Counter[str] = Counter()
        self._reasons: dict[str, Counter[str]] = {}

    def watch(self, rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        """Yield `rows`, counting them."""
        for row in rows:
            self._count(row)
            yield row

    def _count(self, row: Mapping[str, Any]) -> None:
        name = row["class"]
        self.classes[name] += 1
        if name in ("runs", "runs-after"):
            self.sure += not row["assumptions"]
            self._assumed.update(one.partition(":")[0] for one in row["assumptions"])
        elif name in _SUBJECTS:
            names = row[_SUBJECTS[name]] or [row["message"]]
            self._reasons.setdefault(name, Counter()).update(names)
        elif name in _OF_THE_CODE and row["message"]:
            self._reasons.setdefault(name, Counter())[row["message"]] += 1

    def to_json(self) -> dict[str, Any]:
        """Return the counts in the shape of the contract of `mdnkit examples`."""
        return {
            "examples": self.classes.total(),
            "runs": self.classes["runs"],
            "withoutAssumptions": self.sure,
            "classes": dict(self.classes.most_common()),
        }

    def line(self) -> str:
        """Return the counts in one line and a second one."""
        listed = ", ".join(f"{count:,} {name}" for name, count in self.classes.most_common())
        text = _("Examples: {count} ({listed}).").format(
            count=f"{self.classes.total():,}", listed=listed or _("none")
        )
        sure = _("Of these, {count} ({share}) run without assumptions.").format(
            count=f"{self.sure:,}", share=self._share(self.sure)
        )
        return f"{text}\n{sure}\n" if self.classes else f"{text}\n"

    def text(self) -> str:
        """Return the counts with the reasons why examples do not run without assumptions, the most frequent first."""
        return self.line() + "".join(f"{line}\n" for line in self._lines())

    def _lines(self) -> Iterator[str]:
        for name, count in self.classes.most_common():
            yield f"{count:8,} {self._share(count):>7}  {name}"
        if self._assumed:
            yield ""
            yield _("What those that run assume, and how many do:")
            yield from _ranked(self._assumed)
        for name, reasons in sorted(self._reasons.items(), key=lambda one: -self.classes[one[0]]):
            yield ""
            yield _("Why others are {name}:").format(name=name)
            yield from _ranked(reasons)

    def _share(self, count: int) -> str:
        return f"{100 * count / max(1, self.classes.total()):.1f} %"


def _ranked(reasons: Counter[str]) -> Iterator[str]:
    """Yield the most frequent reasons, those that are equally frequent by name, and how many there are besides."""
    ordered = sorted(reasons.items(), key=lambda one: (-one[1], one[0]))
    for reason, count in ordered[:MOST_REASONS]:
        yield f"{count:8,}  {reason}"
    rest = len(ordered) - MOST_REASONS
    if rest > 0:
        yield "          " + _n("and {count} other", "and {count} others", rest).format(
            count=f"{rest:,}"
        )

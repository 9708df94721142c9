"""Runs the same examples of the corpus in quickjs, V8 and Chromium and compares what they did.

`python tests/bench/crosscheck.py`, with CONTENT_ROOT set. Prints a table in Markdown: equal traces, and differences by
cause. `--show CAUSE` prints the examples of one cause. Chromium takes part where it can be used.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from corpus import examples

from mdnkit.errors import EngineError
from mdnkit.examples.choice import engine_for
from mdnkit.examples.engines import engine
from mdnkit.examples.pool import Pool
from mdnkit.examples.task import Run, Task

ENGINES = ("quickjs", "v8", "chromium")

NATIVE = frozenset(
    {
        "AggregateError",
        "Error",
        "EvalError",
        "InternalError",
        "RangeError",
        "ReferenceError",
        "SyntaxError",
        "TypeError",
        "URIError",
    }
)
"""Errors that engines word in their own ways: their messages are not compared."""

STACK = re.compile(
    r"https://example\.com/|\bat .*:\d+:\d+|\bis not defined|not a function|[Cc]annot read"
)
"""What texts hold that only one engine writes so: stacks and messages."""

NEWER = re.compile(
    r"\.(?:getOrInsert\w*|concat|sumPrecise|fromBase64|toBase64|\w*Hex) is not a function"
)
"""What V8 says of members that it does not have and quickjs-ng has."""

Flat = tuple[Any, ...]


def plain(value: Any) -> Any:
    """Return a traced value without the words of an engine."""
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        if value.get("$") in NATIVE:
            return {"$": value["$"]}
        return {key: plain(one) for key, one in value.items()}
    return value


def steps(run: Run) -> Iterable[Flat]:
    """Yield what a run did, step by step, in a form that engines share."""
    traces = [("", {}, run.load_trace)]
    traces += [(one.event, dict(one.given), one.trace) for one in run.outcomes]
    for event, given, trace in traces:
        yield ("event", event, given)
        for entry in trace:
            # An engine may not say what a script as a whole ends in: rejections are compared as errors.
            if entry.op == "reject":
                continue
            args = () if entry.op == "throw" and entry.member in NATIVE else plain(entry.args)
            yield (entry.op, entry.member, list(args), entry.on)


LONG_NUMBER = re.compile(r"\d+\.\d{10,}")
"""A number in a text whose last digits engines may compute in their own ways."""


def rounded(value: Any) -> Any:
    """Return a value with all numbers in it, in texts too, cut to what every engine computes alike."""
    if isinstance(value, float):
        return float(f"{value:.12g}")
    if isinstance(value, str):
        return LONG_NUMBER.sub(lambda match: f"{float(match[0]):.12g}", value)
    if isinstance(value, list | tuple):
        return [rounded(one) for one in value]
    if isinstance(value, dict):
        return {key: rounded(one) for key, one in value.items()}
    return value


def without_thrown(entries: Iterable[Flat]) -> list[Flat]:
    """Return the steps without the values that scripts throw and that are no errors."""
    return [one[:2] if one[:2] == ("throw", "") else one for one in entries]


def fate(run: Run) -> Flat:
    """Return how a run ended."""
    error = run.error or run.lost
    syntax = run.syntax_error is not None
    return (run.limit, syntax, None if syntax else (error and error.name), run.needs)


def cause(task: Task, one: Run, other: Run) -> str:
    """Return why two runs of a task differ; empty where they are equal."""
    mine, yours = list(steps(one)), list(steps(other))
    if fate(one) == fate(other) and mine == yours:
        return ""
    if (one.error and one.error.phase == "engine") or (
        other.error and other.error.phase == "engine"
    ):
        return "the model fails"
    if one.limit or other.limit:
        return "limit of time or memory"
    if (one.syntax_error is None) != (other.syntax_error is None):
        return "engine gap: syntax"
    if engine_for(task) == "v8" and "quickjs" in (one.engine, other.engine):
        return "engine gap: Intl, Temporal, WebAssembly, words of a locale"
    if task.module:
        return "engine gap: modules"
    if "Coordinated Universal Time" in repr((mine, yours)):
        return "engine gap: the name of the time zone"
    if rounded(mine) == rounded(yours):
        return "engine gap: last digits of Math"
    if "v8" in (one.engine, other.engine) and without_thrown(mine) == without_thrown(yours):
        return "engine gap: of a thrown value that is no error, mini-racer tells the text alone"
    if any(run.error and NEWER.search(run.error.message) for run in (one, other)):
        return "engine gap: members of the language that one engine has not yet"
    if STACK.search(repr(mine)) or STACK.search(repr(yours)):
        return "engine gap: words of errors and stacks that the script shows"
    if fate(one)[:3] == fate(other)[:3] and mine == yours:
        return "engine gap: errors that the script handles are not told"
    if mine == yours:
        return "engine gap: errors in promises that nobody waits for are not told"
    return "to be explained"


def main() -> int:
    """Run, compare and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--engines", default=",".join(ENGINES))
    parser.add_argument(
        "--pages", default="**", help="a glob of folders, such as web/api/*/*_event"
    )
    parser.add_argument("--show")
    options = parser.parse_args()
    drawn = list(examples(options.count, options.seed, pages=options.pages))
    tasks = [task for _, task in drawn]
    runs: dict[str, list[Run]] = {}
    for name in options.engines.split(","):
        try:
            if name == "chromium":
                engine(name)
            with Pool(jobs=options.jobs, engine=name) as pool:
                runs[name] = list(pool.run(tasks))
        except EngineError as error:
            print(f"{name}: {error}")
    names = list(runs)
    print(
        f"{len(tasks)} examples, seed {options.seed}\n\n| engines | cause | examples |\n|---|---|---|"
    )
    for first, second in [(a, b) for i, a in enumerate(names) for b in names[i + 1 :]]:
        counts: Counter[str] = Counter()
        for number, task in enumerate(tasks):
            why = cause(task, runs[first][number], runs[second][number])
            counts[why or "equal"] += 1
            if options.show and options.show in why:
                example = drawn[number][0]
                print(f"--- {example.page.path}:{example.line} {first} {second}")
                for run in (runs[first][number], runs[second][number]):
                    print(fate(run), *steps(run), sep="\n  ")
        for why, count in counts.most_common():
            print(f"| {first}, {second} | {why} | {count} |", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

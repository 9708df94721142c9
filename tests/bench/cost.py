"""What examples cost in each engine: processor time of contexts, examples a second, memory over many contexts.

`python tests/bench/cost.py`, part of `tox -e bench`, with CONTENT_ROOT set. Prints tables in Markdown. Everything runs
in this one process, the way a worker runs it.
"""

import argparse
import statistics
import time
from pathlib import Path

from corpus import examples

from mdnkit.examples.choice import engine_for
from mdnkit.examples.engines import Engine, engine
from mdnkit.examples.plan import run
from mdnkit.examples.session import Session
from mdnkit.examples.task import Task
from mdnkit.model.spelling import spelling

SCOPES = ("ServiceWorkerGlobalScope", "Window")
SMALL = {
    "ServiceWorkerGlobalScope": 'self.addEventListener("install", (event) => event.waitUntil(caches.open("v1")));',
    "Window": 'document.querySelector("p").addEventListener("click", (event) => console.log(event.type));',
}
EVERY = 2000
SHORT = 2000
"""Characters of a script that counts as small."""


def timed(task: Task, chosen: Engine) -> float:
    """Return the processor time of a run, in milliseconds."""
    start = time.process_time()
    run(task, chosen)
    return (time.process_time() - start) * 1000


def one_context(source: str, scope: str, chosen: Engine) -> float:
    """Return the processor time of a fresh context with a script and its timers, in milliseconds."""
    start = time.process_time()
    session = Session(chosen, scope, spelling((source,)), seconds=1.0, megabytes=128)
    session.load(source)
    session.pass_time()
    session.take()
    session.end()
    session.close()
    return (time.process_time() - start) * 1000


def resident() -> float:
    """Return the megabytes of memory that this process has now."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def contexts(chosen: Engine, count: int, seed: int) -> None:
    """Print the cost of contexts: of one small script, and of what the corpus has in a scope."""
    print(
        f"\n| {chosen.name}, CPU ms | one context, small script | examples | all contexts, median | p90 |\n|---|---|---|---|---|"
    )
    for scope in SCOPES:
        tasks = [task for _, task in examples(count, seed, scope)]
        small = [task.sources[-1] for task in tasks if len(task.sources[-1]) <= SHORT]
        one = statistics.median(one_context(source, scope, chosen) for source in small)
        costs = sorted(timed(task, chosen) for task in tasks)
        print(
            f"| {scope} | {one:.1f} | {len(costs)} | {statistics.median(costs):.1f}"
            f" | {costs[len(costs) * 9 // 10]:.1f} |",
            flush=True,
        )


def throughput(count: int, seed: int) -> None:
    """Print how many examples of the corpus a core runs in a second."""
    drawn = [task for _, task in examples(count, seed)]
    tasks = [task for task in drawn if len(task.sources[0]) <= SHORT]
    engines = {name: engine(name) for name in {engine_for(task) for task in tasks}}
    start = time.process_time()
    for task in tasks:
        run(task, engines[engine_for(task)])
    took = time.process_time() - start
    print(f"\n{len(tasks)} small scripts of the corpus: {len(tasks) / took:.0f} a second and core.")


def memory(chosen: Engine, count: int) -> None:
    """Print the memory of this process while it makes many contexts."""
    print(f"\n| contexts in {chosen.name} | MB |\n|---|---|")
    for number in range(count + 1):
        if number % EVERY == 0:
            print(f"| {number} | {resident():.1f} |", flush=True)
        scope = SCOPES[number % 2]
        run(Task((SMALL[scope],), scope), chosen)


def main() -> int:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engine", default="quickjs")
    parser.add_argument("--examples", type=int, default=100)
    parser.add_argument("--contexts", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chosen = engine(options.engine)
    contexts(chosen, options.examples, options.seed)
    throughput(options.examples * 5, options.seed)
    if options.contexts:
        memory(chosen, options.contexts)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

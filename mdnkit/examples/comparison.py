"""Whether an example of a translation does what the English one does: both run, and their traces are compared.

Only the text that scripts show to people may differ. Values that scripts compute and do nothing with are looked at as well:
what statements of a script give, and what its names stand for at the end.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from mdnkit.examples.attempt import RunTask, task_of
from mdnkit.examples.description import occasion, step
from mdnkit.examples.difference import Difference
from mdnkit.examples.display_text import is_same_text, marks, masked, strings_of
from mdnkit.examples.extract import Example
from mdnkit.examples.names import top_level_names
from mdnkit.examples.task import Run
from mdnkit.examples.trace import Entry
from mdnkit.l10n.code import CodeDifference, compare_code
from mdnkit.messages import _

_STATEMENT = re.compile(
    r"^(?!(?:const|let|var|function|class|if|else|for|while|do|switch|case|return|throw|try|catch|finally|import|export"
    r"|async|await|break|continue|default|debugger|using|console|super|static|yield|type)\b)"
    r"(?P<code>[\w$\"'`\[(/](?:(?!//).)*?);[ \t]*(?://[^\n]*)?$",
    re.MULTILINE,
)


_FUNCTION = re.compile(
    r"^(?:async\s+)?(?:function\s*\*?\s*([\w$]+)"
    r"|(?:const|let|var)\s+([\w$]+)\s*=\s*(?:async\s*)?(?:function\b|\([^()]*\)\s*=>|[\w$]+\s*=>))",
    re.MULTILINE,
)
_CALL = """
try {{ console.log({name}(2, 3, 5)); }} catch (error) {{ console.log(error?.name); }}"""
"""Functions that nobody calls are called once; with what does not matter, as it is the same in both languages."""


def counterparts(
    examples: Sequence[Example], english: Sequence[Example]
) -> dict[int, tuple[Example, ...]]:
    """Return for each example of a translation whose code differs the English ones up to its own, by its number.

    Comments, white space and quotation marks are no difference. Pages of which one has more examples are not compared.
    """
    if len(examples) != len(english):
        return {}
    return {
        number: tuple(english[: number + 1])
        for number, (ours, theirs) in enumerate(zip(examples, english, strict=True))
        if compare_code("js", ours.code, theirs.code) > CodeDifference.COMMENTS
    }


def difference(
    example: Example, english: Example, scope: str, before: tuple[str, ...],
    english_before: tuple[str, ...], run: RunTask,
) -> Difference | None:  # fmt: skip
    """Return what an example does otherwise than the English one, each after the scripts `before` it; None: nothing."""
    ours, theirs = (
        _watched(one, scope, scripts, run)
        for one, scripts in ((example, before), (english, english_before))
    )
    if ours is None or theirs is None:
        ours, theirs = (
            _plain(one, scope, scripts, run)
            for one, scripts in ((example, before), (english, english_before))
        )
    found = _first_difference((ours, theirs), (strings_of(example.code), strings_of(english.code)))
    if found is None:
        return None
    return Difference(*found, english, _first_line(example.code, english.code))


def _plain(example: Example, scope: str, before: tuple[str, ...], run: RunTask) -> Run:
    task = replace(task_of(example, scope), sources=(*before, example.code), before=len(before))
    return run(task)


def _watched(example: Example, scope: str, before: tuple[str, ...], run: RunTask) -> Run | None:
    """Return the run of an example that also logs what its statements give; None where that does not parse."""
    code = _STATEMENT.sub(lambda match: f"console.log(({match['code']}));", example.code)
    names = sorted(top_level_names(example.code), key=example.code.find)
    code += "".join(f"\ntry {{ console.log({name}); }} catch {{}}" for name in names)
    code += "".join(
        _CALL.format(name=first or second) for first, second in _FUNCTION.findall(example.code)
    )
    task = replace(task_of(example, scope), sources=(*before, code), before=len(before))
    found = run(task)
    return found if found.syntax_error is None else None


def _first_difference(
    runs: tuple[Run, Run], strings: tuple[list[str], list[str]]
) -> tuple[str, str] | None:
    """Return in words the first thing that two runs do otherwise."""
    ours, theirs = runs
    if (ours.syntax_error is None) != (theirs.syntax_error is None):
        return _parsing(ours), _parsing(theirs)
    if ours.limit != theirs.limit:
        return _ending(ours), _ending(theirs)
    known = marks(*strings)
    translated = bool(known[0])
    nothing: tuple[None, list[Entry]] = (None, [])
    told = zip_longest(_told(ours, known[0]), _told(theirs, known[1]), fillvalue=nothing)
    for (where, one), (other_where, other) in told:
        if where != other_where:
            return where or _("does nothing more"), other_where or _("does nothing more")
        for number in range(max(len(one), len(other))):
            steps = [trace[number] if number < len(trace) else None for trace in (one, other)]
            if not _is_same(steps[0], steps[1], translated):
                return _in_words(ours, where, number), _in_words(theirs, where, number)
    return None


def _told(run: Run, known: dict[str, str]) -> Iterator[tuple[str, list[Entry]]]:
    """Yield the occasions of a run in words, empty for the loading, with the masked steps."""
    yield "", list(masked(run.load_trace, known))
    for outcome in run.outcomes:
        yield occasion(outcome.to_json()), list(masked(outcome.trace, known))


def _is_same(one: Entry | None, other: Entry | None, translated: bool) -> bool:
    if one is None or other is None:
        return one is other
    same = (one.op, one.member, one.on) == (other.op, other.member, other.on)
    return same and is_same_text(list(one.args), list(other.args), translated)


def _in_words(run: Run, where: str | None, number: int) -> str:
    traces = {"": run.load_trace, **{occasion(o.to_json()): o.trace for o in run.outcomes}}
    trace = traces.get(where or "", ())
    told = step(trace[number].to_json()) if number < len(trace) else _("does nothing more")
    return f"{where}: {told}" if where else told


def _parsing(run: Run) -> str:
    return _("parses") if run.syntax_error is None else _("does not parse")


def _ending(run: Run) -> str:
    return (
        _("ends")
        if run.limit is None
        else _("reaches the limit of {limit}").format(limit=run.limit)
    )


def _first_line(ours: str, theirs: str) -> int:
    lines = ours.splitlines()
    english = theirs.splitlines()
    for number, line in enumerate(lines, 1):
        if number > len(english) or _code(line) != _code(english[number - 1]):
            return number
    return 1


def _code(line: str) -> str:
    return line.partition("//")[0].strip()

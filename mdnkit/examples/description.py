"""A run in words for a person: what was listened to, fired, called, read, logged, thrown, for each outcome."""

from mdnkit.examples.run import ExampleRun
from mdnkit.examples.trace import Entry, Json

_QUIET = frozenset({"get"})
"""Steps that are shown only where nothing else happened; reading is most of what scripts do."""


def describe(run: ExampleRun) -> str:
    """Return several lines about a run, ending in an empty one."""
    example = run.example
    head = f"{example.page.path}:{example.line} {run.class_} in {run.scope}"
    lines = [head + (f": {run.message}" if run.message else "")]
    lines += [f"  {line}" for line in _steps(run.run.load_trace)]
    for outcome in run.run.outcomes:
        given = ", ".join(f"{path} = {brief(value)}" for path, value in outcome.given.items())
        when = f" when {given}" if given else ""
        lines.append(f"  on {outcome.event} at {outcome.target} ({outcome.interface}){when}")
        lines += [f"    {line}" for line in _steps(outcome.trace)] or ["    nothing"]
    if run.run.assumptions:
        lines.append(f"  assumed: {'; '.join(run.run.assumptions)}")
    return "\n".join(lines) + "\n\n"


def _steps(trace: tuple[Entry, ...]) -> list[str]:
    """Return one line a step; steps that only read are left out where there are others."""
    loud = [entry for entry in trace if entry.op not in _QUIET]
    return [_step(entry) for entry in loud or trace]


def _step(entry: Entry) -> str:
    arguments = ", ".join(brief(value) for value in entry.args)
    where = f" at {entry.on}" if entry.on else ""
    if entry.op in ("call", "new"):
        return f"{entry.op} {entry.member}({arguments}){where}"
    return f"{entry.op} {entry.member}{f' {arguments}' if arguments else ''}{where}"


def brief(value: Json) -> str:
    """Return a traced value as a script would write it, shortened."""
    if isinstance(value, dict):
        kind = value.get("$")
        if kind == "function":
            return "function"
        if kind == "undefined":
            return "undefined"
        if kind is not None:
            return str(kind)
        inner = ", ".join(f"{key}: {brief(item)}" for key, item in value.items())
        return f"{{{inner}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(brief, value))}]"
    if isinstance(value, str):
        return f'"{value[:60]}…"' if len(value) > 60 else f'"{value}"'
    return {"True": "true", "False": "false", "None": "null"}.get(str(value), str(value))

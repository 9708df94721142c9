"""JavaScript examples parse."""

from collections.abc import Iterator

from mdnkit.examples.classify import Class
from mdnkit.examples.run import ExampleRun
from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.model.facts import Facts
from mdnkit.rules.example._code_place import code_line
from mdnkit.rules.rule import example_rule


@example_rule(Severity.ERROR)
def example_syntax(run: ExampleRun, facts: Facts) -> Iterator[Problem]:
    """A JavaScript example parses, as a script or as a module.

    Readers copy examples. Not reported are fences that show several ways to write one statement or a part of a
    function, that leave something out with an ellipsis, that are marked `example-bad` or `-nolint`, or that say
    that they are a SyntaxError.

    Bad: `addEventListener("click", (event) => {);`
    Good: `addEventListener("click", (event) => {});`
    """
    error = run.run.syntax_error
    if run.class_ is Class.SYNTAX and error is not None and not run.example.info.nolint:
        span = code_line(run.example, error.line)
        message = _("The example does not parse: {error}.")
        yield Problem(span, message.format(error=error.message.rstrip(".")))

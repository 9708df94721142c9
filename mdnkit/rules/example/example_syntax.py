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

    Readers copy examples. Examples that are marked `example-bad`, that say that they are a SyntaxError, or that leave
    something out with an ellipsis are not reported.

    Bad: `const a = 1; const a = 2;`
    Good: two code blocks, each with its own `const a`
    """
    error = run.run.syntax_error
    if run.class_ is Class.SYNTAX and error is not None:
        span = code_line(run.example, error.line)
        message = _("The example does not parse: {error}.")
        yield Problem(span, message.format(error=error.message.rstrip(".")))

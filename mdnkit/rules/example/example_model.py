"""JavaScript examples use the interfaces of the Web as the standards define them."""

from collections.abc import Iterator

from mdnkit.examples.classify import Class
from mdnkit.examples.run import ExampleRun
from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.model.facts import Facts
from mdnkit.rules.example._code_place import code_line
from mdnkit.rules.rule import example_rule


@example_rule(Severity.ERROR)
def example_model(run: ExampleRun, facts: Facts) -> Iterator[Problem]:
    """A JavaScript example calls members that exist, with as many arguments and of such types as Web IDL asks for.

    Examples run against a model of the Web's interfaces that is compiled from the standards' own Web IDL.
    Where an example throws because a member does not exist, an argument is missing or of the wrong type,
    readers who copy it get that error too. So they do where it uses what its scope, a worker's for instance, does not
    have; and a listener for an event reads `undefined` where the interface of that event has no such member.

    Bad: `document.getElementByID("box")`
    Good: `document.getElementById("box")`
    """
    if run.class_ is Class.CONTRADICTS_MODEL and run.contradiction is not None:
        span = code_line(run.example, run.contradiction.line)
        message = _("The example contradicts the standard: {why} ({source}).")
        yield Problem(
            span, message.format(why=run.contradiction.message, source=run.contradiction.source)
        )

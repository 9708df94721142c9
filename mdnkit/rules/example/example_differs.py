"""JavaScript examples of a translation do what the English ones do."""

from collections.abc import Iterator

from mdnkit.examples.run import ExampleRun
from mdnkit.finding import Problem, Related, Severity
from mdnkit.messages import _
from mdnkit.model.facts import Facts
from mdnkit.rules.example._code_place import code_line
from mdnkit.rules.rule import example_rule


@example_rule(Severity.ERROR)
def example_differs(run: ExampleRun, facts: Facts) -> Iterator[Problem]:
    """A JavaScript example of a translation does what the example of the English page at `l10n.sourceCommit` does.

    Both run against the event model, with every outcome of what they decide by. Comments may be translated, and text that
    is shown to people: what is logged, set as the text or the title of something, or told in an alert. Everything else
    has to stay: names of events and members, keys, addresses, operators.

    Bad: `addEventListener("klick", show)` where English has `addEventListener("click", show)`
    Good: `addEventListener("click", show)`
    """
    found = run.difference
    if found is None:
        return
    message = _(
        "The example does something else than the English one. Here: {ours}. In English: {theirs}."
    )
    english = found.english
    # The page is the English one as it was at the commit; the line is one of that text.
    related = Related(english.page.path, english.line, _("the English example"))
    yield Problem(
        code_line(run.example, found.line),
        message.format(ours=found.ours, theirs=found.theirs),
        related=(related,),
    )

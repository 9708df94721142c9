"""Every comment that suppresses findings is needed."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.page.suppression_comment import Name
from mdnkit.rules.rule import suppression_rule


@suppression_rule(Severity.WARNING)
def suppression_unused(page: Page, idle: tuple[Name, ...]) -> Iterator[Problem]:
    """A rule that a comment suppresses would report something there without it.

    A comment that outlives its reason hides the next mistake. Only rules that were asked in this run are judged.

    Bad: `<!-- mdnkit-disable-next-line macro-unknown -- new macro -->` before a line without a macro
    Good: no comment there
    """
    for name in idle:
        message = _("`{name}` reports nothing here; take it out of the comment.")
        yield Problem(name.span, message.format(name=name.text))

"""Rules about how Markdown is written. They leave pages alone that nobody edits any more."""

import functools
from collections.abc import Callable, Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.page.page import Page
from mdnkit.rules.page.front_matter_key import is_parked
from mdnkit.rules.rule import PageRule, Patterns, Rule, patterns

PageCheck = Callable[[Page], Iterator[Problem]]


def markdown_rule(
    severity: Severity, *aliases: str, where: Patterns = (), unless: str = ""
) -> Callable[[PageCheck], PageRule]:
    """Declare a function that is given a page as a rule that skips pages in `conflicting/` and `orphaned/`."""

    def declare(check: PageCheck) -> PageRule:
        @functools.wraps(check)
        def unless_parked(page: Page) -> Iterator[Problem]:
            return iter(()) if is_parked(page) else check(page)

        return Rule(unless_parked, severity, aliases, patterns(where), unless=unless)

    return declare

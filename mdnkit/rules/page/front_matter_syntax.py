"""The front matter can be read."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.page.block_facts import FITTING_FRONT_MATTER
from mdnkit.page.page import Page
from mdnkit.rules.rule import page_rule


@page_rule(Severity.ERROR, unless=FITTING_FRONT_MATTER)
def front_matter_syntax(page: Page) -> Iterator[Problem]:
    """A page begins with front matter: YAML between two lines `---`.

    MDN's builder refuses a page whose front matter it cannot read, and the page is lost from the site.

    Bad: `title: Event: type property`, because an unquoted value cannot hold a colon and a space
    Good: `title: "Event: type property"`
    """
    problem = page.front_matter.problem
    if problem is not None and not page.unreadable:
        yield Problem(problem.span, problem.message)

"""The redirects of a locale lead to pages, in one step."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.page.page import Page
from mdnkit.rules.rule import locale_rule
from mdnkit.site.redirect_problems import redirect_problems
from mdnkit.site.redirects import Redirects
from mdnkit.site.site import Site


@locale_rule(Severity.ERROR)
def redirects(page: Page, site: Site) -> Iterator[Problem]:
    """Every line of `_redirects.txt` is an old address, a tab, and the page it leads to, in one step; sorted.

    MDN's builder stops at a file that leads in circles, redirects pages that exist, or names addresses of another locale.

    Bad: two lines by which `/en-US/docs/A` leads to `/en-US/docs/B`, and that to `/en-US/docs/C`
    Good: two lines that both lead to `/en-US/docs/C`
    """
    yield from redirect_problems(Redirects(page.text), site, page.locale)

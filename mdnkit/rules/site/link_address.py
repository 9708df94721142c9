"""Links name an address."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.links import Link
from mdnkit.page.page import Page
from mdnkit.rules.rule import site_rule
from mdnkit.site.site import Site
from mdnkit.site.site_facts import PLAIN_LINKS

_SCHEME = re.compile(
    r"(?P<name>https?)(?P<marks>:?/{0,3})(?P<host>[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#].*)?)",
    re.DOTALL,
)
_HOST = re.compile(r"(?:[a-z][a-z0-9-]*\.)+(?:com|dev|edu|gov|io|net|org)(?:[/?#].*)?", re.DOTALL)
"""An address on the web without its scheme; endings that files have too are left out."""


@site_rule(Severity.ERROR, unless=PLAIN_LINKS)
def link_address(page: Page, site: Site) -> Iterator[Problem]:
    """A link names an address: a fragment, a path that begins with `/`, or a scheme with its marks, such as `https://`.

    Without a scheme, browsers look for an address below the page; without any address, a link leads to the page itself.

    Bad: `[Wikipedia](en.wikipedia.org)`, `[specification](https//example.org)`, `[event]()`
    Good: `[Wikipedia](https://en.wikipedia.org)`, `[specification](https://example.org)`, `[event](#event)`
    """
    for link in page.links:
        if link.target in ("", "#"):
            message = _(
                "The link has no address, so it leads to the page itself; name the page or the place that is meant."
            )
            # Templates and examples show links that lead nowhere.
            severity = None if link.kind == "link" else Severity.NOTE
            yield Problem(link.span, message, severity=severity)
            continue
        right = _with_scheme(link.target)
        if right:
            message = _("`{target}` is no address on the web; write `{right}`.")
            yield Problem(
                link.span, message.format(target=link.target, right=right), _fix(page, link, right)
            )


def _with_scheme(url: str) -> str:
    """Return a URL with the marks of its scheme; empty where it has them, or is no address on the web."""
    match = _SCHEME.fullmatch(url)
    if match is not None:
        return "" if match["marks"] == "://" else f"{match['name']}://{match['host']}"
    return f"https://{url}" if _HOST.fullmatch(url) else ""


def _fix(page: Page, link: Link, right: str) -> tuple[Edit, ...]:
    return (Edit(link.span, right),) if page.text[slice(*link.span)] == link.target else ()

"""What checking one page gave."""

from typing import NamedTuple

from mdnkit.finding import Finding


class Outcome(NamedTuple):
    """What checking one page, or the redirects of a locale, gave."""

    path: str
    """As findings show it."""
    findings: tuple[Finding, ...] = ()
    silent: tuple[str, ...] = ()
    """The folders of rules that could not be asked, because the site, the English text or the example runs are missing."""
    is_page: bool = True
    """False for the redirects of a locale."""
    compared: bool = False
    """Whether the page was compared with its English."""
    examples: int = 0
    remarks: tuple[str, ...] = ()
    content: str = ""
    """A hash of the bytes that were checked, where the run asked for it."""

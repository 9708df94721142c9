"""A page is merged."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.rule import page_rule

_MARKERS = (r"\n<{7}[ \r\n]", r"\n>{7}[ \r\n]")


@page_rule(Severity.ERROR, where=_MARKERS, front=_MARKERS)
def conflict_marker(page: Page) -> Iterator[Problem]:
    """No line is left that git writes where it cannot merge: `<<<<<<<`, `=======`, `>>>>>>>`.

    Between them a page has two versions of one text, and readers would see both. `--fix` mends nothing in such a page, as
    what stands there is not what anybody wrote. A page about git may show a conflict in a fence.

    Bad: `<<<<<<< HEAD`, and further down `=======` and `>>>>>>> branch`
    Good: the one text that both versions were merged into
    """
    message = _("git could not merge here; keep what is meant, and remove `{marker}`.")
    for span in page.conflict_markers:
        marker = page.text[span.start : span.start + 7]
        yield Problem(span, message.format(marker=marker))

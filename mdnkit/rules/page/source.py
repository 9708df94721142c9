"""The file of a page can be read, and its bytes are UTF-8."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.page.brackets import DEEP, MOST
from mdnkit.page.page import Page
from mdnkit.page.page_facts import PLAIN_TEXT
from mdnkit.rules.rule import page_rule


@page_rule(Severity.ERROR)
def source_readable(page: Page) -> Iterator[Problem]:
    """The file of a page can be opened, and its Markdown be read.

    Of a page with thousands of brackets in brackets, nobody could wait for the end; no other rule looks at it.

    Bad: a page that only its owner may read
    Good: a page that the person or the job that runs the check may read
    """
    if page.unreadable:
        message = _("The file cannot be read: {reason}.")
        yield Problem(page.body, message.format(reason=page.unreadable))
    elif page.overload is not None:
        message = _(
            "The page is too complex to read: more than {most} brackets are opened inside {deep} others, up to here."
            " Escape them as `\\[`, or put them into code."
        )
        yield Problem(page.overload, message.format(most=MOST, deep=DEEP))


@page_rule(Severity.ERROR, unless=PLAIN_TEXT)
def source_encoding(page: Page) -> Iterator[Problem]:
    """A page is a UTF-8 text without NUL characters.

    MDN's builder refuses a page that is not UTF-8, and the page is lost from the site.

    Bad: a page saved as Latin-1, in which `ü` is the single byte FC
    Good: the same page saved as UTF-8
    """
    for span in page.source.undecodable:
        values = " ".join(f"{ord(c) - 0xDC00:02X}" for c in page.text[span.start : span.end][:8])
        message = _("The page is not UTF-8 here (bytes {values}); save it as UTF-8.")
        yield Problem(span, message.format(values=values))
    at = page.text.find("\0")
    if at != -1:
        span = page.source.line_span(page.source.position(at).line)
        yield Problem(
            span._replace(start=at, end=at + 1), _("The page holds a NUL character; remove it.")
        )

"""No two headings of one section say the same."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Related, Severity
from mdnkit.messages import _
from mdnkit.page.blocks import Block
from mdnkit.page.page import Page
from mdnkit.page.page_facts import DISTINCT_HEADINGS
from mdnkit.rules.page._headings import text_span
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._structure import of_kind


@markdown_rule(Severity.WARNING, "MD024", unless=DISTINCT_HEADINGS)
def no_duplicate_heading(page: Page) -> Iterator[Problem]:
    """No two headings of one level in one section have the same text.

    Their ids are told apart by a number only, so that links lead to the wrong one after an edit.

    Bad: `## Examples` twice in a page
    Good: `## Examples` and `## More examples`
    """
    headings = of_kind(page, "heading")
    if len({heading.text for heading in headings}) == len(headings):
        return
    seen: dict[int, dict[str, Block]] = {}
    for heading in headings:
        level = heading.level
        for deeper in [known for known in seen if known > level]:
            del seen[deeper]
        known = seen.setdefault(level, {})
        words = heading.text
        if "⟬" in words:
            span = text_span(page, heading)
            words = page.text[span.start : span.end]
        first = known.setdefault(words, heading)
        if first is not heading:
            message = _("The section has another heading `{words}`; give them different ones.")
            line = page.source.position(first.at).line
            related = (Related(page.path, line, _("the first one")),)
            text = message.format(words=words)
            yield Problem(text_span(page, heading), text, related=related)

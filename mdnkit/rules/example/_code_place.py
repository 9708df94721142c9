"""Where a line of an example stands in its page."""

from mdnkit.examples.extract import Example
from mdnkit.span import Span


def code_line(example: Example, line: int) -> Span:
    """Return the text of the 1-based `line` of an example's code; its first line where the number leads outside."""
    source = example.page.source
    lines = example.code.count("\n")
    number = example.first_line + (line if 1 <= line <= lines else 1)
    place = source.line_span(min(number, len(source.line_starts)))
    text = source.text[place.start : place.end]
    start = place.start + len(text) - len(text.lstrip())
    return Span(start, max(start, place.start + len(text.rstrip())))

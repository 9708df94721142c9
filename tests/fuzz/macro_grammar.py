"""The grammar of macros: any text has its calls, in order, inside the text, each as long as it says."""

from mdnkit.page.macro_call import mask_macro_calls, parse_macro_calls, unescape_braces
from mdnkit.page.page import Page
from mdnkit.page.source import Source
from mdnkit.rules.catalogue import RuleSet
from mdnkit.span import Span

SEEDS = (
    b"{{domxref(\"Event\", 'x', 1, -2.5, true)}} text",
    b'{{APIRef("DOM")}}{{SeeCompatTable}} \\{{Compat}} {{ x }',
    b"{{EmbedLiveSample('a\\'b', \"\", 100)}} <<Glossary('x')>> {{js(",
    b"{domxref('a')}} {{domxref('a')}",
)
RULES = RuleSet(("macro-*",)).of("page")


def try_input(data: bytes) -> None:
    """Raise when calls overlap, leave the text, or cannot be spoken about."""
    text = Source.decode(data).text
    end = 0
    calls = parse_macro_calls(text, Span(0, len(text)))
    for call in calls:
        assert end <= call.span.start < call.span.end <= len(text), call
        assert text[slice(*call.name_span)] == call.name, call
        for argument in call.arguments:
            assert call.span.start <= argument.span.start <= argument.span.end <= call.span.end
        end = call.span.end
    assert len(mask_macro_calls(text, calls)) == len(text)
    unescape_braces(text)
    page = Page.parse(text, "index.md")
    for rule in RULES:
        for problem in rule.check(page):
            assert 0 <= problem.span.start <= problem.span.end <= len(text), problem

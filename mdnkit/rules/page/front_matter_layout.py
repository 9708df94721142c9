"""The front matter is laid out as MDN's formatter writes it."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.block_facts import FITTING_FRONT_MATTER
from mdnkit.page.front_matter import Entry, Mapping, Scalar, Sequence, Value, parse_front_matter
from mdnkit.page.page import Page
from mdnkit.rules.page.front_matter_key import is_parked
from mdnkit.rules.rule import page_rule
from mdnkit.span import Span

# Compiled by the few pages whose front matter is not regular.
_SPACES = (
    r"(?m)^(?P<blank>[ \t]*(?:\r\n?|\n))|^[\w-]+:(?P<many>[ \t]{2,})(?=[^\s#])"
    r"|(?<=\S)(?P<end>[ \t]+)$"
)
_BLOCK_TEXT = r"(?m):[ \t]+[|>][-+\d]*[ \t]*$"


@page_rule(Severity.WARNING, unless=FITTING_FRONT_MATTER)
def front_matter_layout(page: Page) -> Iterator[Problem]:
    """Front matter has one key or list item a line, lists indented by two spaces, and double quotes where it needs quotes.

    Prettier, which MDN runs on all pages, writes it so. Single quotes are for texts with double quotes in them.

    Bad: `title: 'Event: type property'`, `status: [experimental]`
    Good: `title: "Event: type property"`, `status:` followed by `  - experimental`
    """
    front_matter = page.front_matter
    if front_matter.problem is not None or is_parked(page):
        return
    content = page.text[slice(*front_matter.content)]
    if "'" in content or '\\"' in content:
        for entry in front_matter.entries:
            for scalar in _scalars(entry.value):
                yield from _quotes(page, scalar)
    if "[" in content or "{" in content or "\n-" in content or "\n   " in content:
        for entry in front_matter.entries:
            yield from _lines(page, entry)
    if not re.search(_BLOCK_TEXT, content):
        yield from _white_space(page)


def _scalars(value: Value) -> Iterator[Scalar]:
    if isinstance(value, Scalar):
        yield value
    else:
        for inner in (
            value.items if isinstance(value, Sequence) else (e.value for e in value.entries)
        ):
            yield from _scalars(inner)


def _quotes(page: Page, scalar: Scalar) -> Iterator[Problem]:
    """Report quotes of the other kind than Prettier chooses."""
    written, value = page.text[slice(*scalar.span)], scalar.value
    if written[:1] not in ("'", '"') or "\\" in value or not value.isprintable():
        return
    single = value.count('"') > value.count("'")
    new = "'" + value.replace("'", "''") + "'" if single else '"' + value.replace('"', '\\"') + '"'
    if new != written:
        message = _("MDN writes this text with other quotes: {text}.")
        edits = _checked(page, (Edit(scalar.span, new),))
        yield Problem(scalar.span, message.format(text=new), edits)


def _lines(page: Page, entry: Entry) -> Iterator[Problem]:
    """Report a list or a mapping that does not have one item a line, indented by two spaces."""
    value = entry.value
    if isinstance(value, Scalar):
        return
    written = page.text[entry.key_span.end : value.span.end]
    if isinstance(value, Sequence):
        parts = [f"- {page.text[slice(*item.span)]}" for item in value.items]
    else:
        parts = [f"{child.key}: {page.text[slice(*child.value.span)]}" for child in value.entries]
    new = ":" + "".join(f"\n  {part}" for part in parts)
    # Comments, and lists in lists, are left as they are.
    if not parts or "#" in written or any(not isinstance(v, Scalar) for v in _children(value)):
        return
    if written.replace("\r\n", "\n") != new:
        message = _(
            "`{key}` is laid out in another way than MDN does; write one item a line, indented by two spaces."
        )
        edits = _checked(page, (Edit(Span(entry.key_span.end, value.span.end), new),))
        yield Problem(value.span, message.format(key=entry.key), edits)


def _children(value: Sequence | Mapping) -> list[Value]:
    return list(value.items) if isinstance(value, Sequence) else [e.value for e in value.entries]


def _white_space(page: Page) -> Iterator[Problem]:
    """Report blank lines, spaces at the end of lines, and more than one after a colon."""
    content = page.front_matter.content
    for match in re.compile(_SPACES).finditer(page.text, content.start, content.end):
        if match["blank"]:
            span, new, message = (
                Span(*match.span()),
                "",
                _("There is a blank line in the front matter; remove it."),
            )
        elif match["many"]:
            span, new = Span(*match.span("many")), " "
            message = _("More than one space follows the colon; leave one.")
        else:
            span, new = Span(*match.span("end")), ""
            message = _("There are spaces at the end of the line; remove them.")
        yield Problem(span, message, _checked(page, (Edit(span, new),)))


def _checked(page: Page, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """Return `edits` if the front matter says the same after them."""
    # Few pages have something to correct.
    from mdnkit.page.front_matter_edit import plain_entries

    text = page.text
    for edit in edits:
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    after = parse_front_matter(text)
    same = plain_entries(after.entries) == plain_entries(page.front_matter.entries)
    return edits if same and after.problem is None else ()

"""Lists in the front matter have the form that MDN's own linter gives them."""

from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.block_facts import FITTING_FRONT_MATTER
from mdnkit.page.front_matter import Entry, Scalar, Sequence, parse_front_matter
from mdnkit.page.page import Page
from mdnkit.rules.page.front_matter_key import is_parked
from mdnkit.rules.rule import page_rule
from mdnkit.span import Span


@page_rule(Severity.WARNING, unless=FITTING_FRONT_MATTER)
def front_matter_form(page: Page) -> Iterator[Problem]:
    """A list with one item is written as a text, and `status` in alphabetical order.

    MDN's linter rewrites `browser-compat` and `spec-urls` in this way, and sorts `status`.

    Bad: `browser-compat:` followed by `  - api.Event` alone
    Good: `browser-compat: api.Event`
    """
    if is_parked(page):
        return
    for entry in page.front_matter.entries:
        items = entry.value.items if isinstance(entry.value, Sequence) else ()
        texts = [item for item in items if isinstance(item, Scalar)]
        if len(texts) != len(items):
            continue
        if entry.key in ("browser-compat", "spec-urls") and len(texts) == 1:
            message = _("`{key}` is a list with one item; write `{key}: {value}`.")
            text = message.format(key=entry.key, value=texts[0].value)
            yield Problem(entry.value.span, text, _unwrapped(page, entry, texts[0]))
        elif entry.key == "status" and (new := sorted(texts, key=lambda text: text.value)) != texts:
            message = _("`status` is in alphabetical order on MDN: {order}.")
            order = ", ".join(text.value for text in new)
            span = Span(texts[0].span.start, texts[-1].span.end)
            yield Problem(span, message.format(order=order), _sorted(page, texts, new))


def _unwrapped(page: Page, entry: Entry, item: Scalar) -> tuple[Edit, ...]:
    """Return the edit that writes the only item behind the key; none where comments would be lost."""
    colon = page.text.find(":", entry.key_span.end) + 1
    before = page.text[colon : item.span.start]
    after = page.text[item.span.end : entry.value.span.end]
    if before.strip() not in ("-", "[") or after.strip() not in ("", "]"):
        return ()
    edit = Edit(Span(colon, entry.value.span.end), " " + page.text[slice(*item.span)])
    return _verified(page, (edit,), entry.key, item.value)


def _sorted(page: Page, old: list[Scalar], new: list[Scalar]) -> tuple[Edit, ...]:
    """Return the edits that write the items of `new` in the places of `old`."""
    pairs = zip(old, new, strict=True)
    return tuple(Edit(a.span, page.text[slice(*b.span)]) for a, b in pairs if a.span != b.span)


def _verified(page: Page, edits: tuple[Edit, ...], key: str, value: str) -> tuple[Edit, ...]:
    """Return `edits` if the front matter then reads `value` for `key`, and the rest as before."""
    text = page.text
    for edit in edits:
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    result = parse_front_matter(text)
    same_keys = [entry.key for entry in result.entries] == [
        entry.key for entry in page.front_matter.entries
    ]
    return edits if same_keys and result.text(key) == value else ()

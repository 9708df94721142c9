"""Kinds of blocks, and the structure around a segment, in words."""

from mdnkit.messages import _


def shape_words(shape: str) -> str:
    """Return a structure such as `callout:NOTE/paragraph` in words: `callout NOTE › paragraph`."""
    return " › ".join(map(kind_words, shape.split("/")))


def kind_words(kind: str) -> str:
    """Return a kind of block, which may have a level or more after a colon, in the reader's words."""
    name, _colon, info = kind.partition(":")
    if name.startswith("heading") and name != "heading":
        return _("heading of level {level}").format(level=name.removeprefix("heading"))
    names = {
        "callout": _("callout"),
        "cell": _("table cell"),
        "code": _("indented code block"),
        "description": _("description"),
        "fence": _("fence"),
        "heading": _("heading"),
        "html": _("HTML block"),
        "item": _("list item"),
        "list": _("list"),
        "paragraph": _("paragraph"),
        "quote": _("quotation"),
        "table": _("table"),
        "term": _("term"),
    }
    return " ".join(part for part in (names.get(name, name), info) if part)

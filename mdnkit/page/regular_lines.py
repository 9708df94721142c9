"""What the lines of regular pages look like, for `mdnkit.page.regular_blocks`."""

import re


class Irregular(Exception):
    """The page has something that only markdown-it-py can read."""


END = "\0"
"""Stands behind the text, so that every place that is asked about has a character; pages with it are not regular."""

HEADING = re.compile(r"(#{1,6}) +([^ \n].*)\n")
PLAIN_HEADING = re.compile(r"(?<=\n\n)(##{1,5}) (\S[^\n]*[^\s#.,;:])\n(?=[\n\0])")
"""A heading as of `PLAIN_HEADINGS`, which most are."""
# Escapes and entities in what follows the back-ticks would have to be decoded.
FENCE = re.compile(r"(`{3,})([^`\n\\&]*)\n")
BLANK_LINES = re.compile(r"(?: *\n)*")
# Not an item: hyphens with spaces between them, which are a thematic break.
ITEM = re.compile(r"(-|[0-9]{1,9}\.) {1,4}(?=[^ \n-]|-(?![ -]*\n))")
ANY_ITEM = re.compile(r"(?:[-+*]|[0-9]{1,9}[.)])[ \n]")
BREAK = re.compile(r"-{3,} *\n")
ODD_TABLE = re.compile(r"\n[ >*+0-9.):-]*(?:#|```|<)[^\n|]*\|[^\n]*\n[ >]*[|:-]")
"""What may be the head of a table, for markdown-it-py tries that first, although it begins like another block."""

COMMENT = "<!--"

SPECIAL = frozenset("#`~>-*+<=_0123456789[ \n\0")
"""First characters of a line that may be more than words."""

# A bracket that is closed on its line and has no colon behind it begins no definition of a link.
_WORDS = r"`(?!``)|\[(?=(?:[^\n\[\]\\]|\\[^\n])*+(?:\[|\](?!:)))|\*\*(?=[^ *\n])"
WORDS = re.compile(_WORDS)
"""The beginning of a line that is words though its first character is special."""

PLAIN_ITEM = re.compile(
    rf"( *)- ((?:[^#`~>*+<=_0-9\[ \n\0-]|{_WORDS})[^\n]*)\n(?:\1  - : +([^ \n|:-][^\n]*)\n)?"
)
"""An item of words in one line, and below it perhaps a list of one line that describes it."""

PLAIN_CALLOUT = re.compile(
    r"> \[!(NOTE|WARNING|CALLOUT)\]\n"
    rf"((?:> (?:[^#`~>*+<=_0-9\[\s\0:|-]|{_WORDS})[^\n]*\n)+)(?=[\n\0])"
)
"""A callout of one paragraph, none of whose lines may be the rule under the head of a table."""

END_OF_PARAGRAPH = re.compile(r"[#>]|```|(?:-|1\.) [^ -]")
"""What most often ends a paragraph without a blank line."""

_RULE = re.compile(r"-+ *|(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,}|=+ *")
# Start condition 6 of https://spec.commonmark.org/0.31.2/#html-blocks
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)(?:\s|/?>|$)")
_BLOCK_TAGS = frozenset((
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col",
    "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html",
    "iframe", "legend", "li", "link", "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option",
    "p", "param", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr",
    "track", "ul",
))  # fmt: skip
# Start condition 7: a line with one whole tag and nothing else.
_LONE_TAG = re.compile(
    r"<(?:[a-z][a-z0-9-]*"
    r"(?:\s+[a-z_:][a-z0-9_.:-]*(?:\s*=\s*(?:[^\s\"'=<>`]+|'[^']*'|\"[^\"]*\"))?)*\s*/?"
    r"|/[a-z][a-z0-9-]*\s*)>\s*",
    re.IGNORECASE | re.ASCII,
)
_RAW_TEXT = re.compile(r"<(?:[!?]|(?:script|pre|style|textarea)\b)", re.IGNORECASE)
"""HTML that ends otherwise than at a blank line."""


def is_rule(line: str) -> bool:
    """Return whether a line is a thematic break, or underlines a heading."""
    return not line.strip("-*_= ") and _RULE.fullmatch(line) is not None


def closes_fence(line: str, marks: str) -> bool:
    """Return whether a line of code ends the fence that `marks` began, in another way than by the same marks alone."""
    return line.lstrip(" ").startswith(marks) and not line.strip(" `")


def begins_html(line: str) -> bool:
    """Return whether a line that begins with `<` and no comment begins HTML that goes on to the next blank line."""
    if _begins_block_tag(line):
        return True
    if _RAW_TEXT.match(line):
        raise Irregular
    return _LONE_TAG.fullmatch(line) is not None


def ends_paragraph(line: str) -> bool:
    """Return whether a line that begins with a special character begins a block in the middle of a paragraph."""
    if END_OF_PARAGRAPH.match(line):
        return True
    start = line[0]
    if line.startswith("    "):
        return False
    if start == " ":
        # A line that is indented less goes on, unless what it begins could stand there too.
        bare = line.lstrip(" ")
        if bare[0] in "#`~>-*+<=_" or ANY_ITEM.match(bare + "\n"):
            raise Irregular
        return False
    if start == "<":
        if _begins_block_tag(line) or line.startswith(COMMENT):
            return True
        if _RAW_TEXT.match(line):
            raise Irregular
        return False
    if start in "~=" or is_rule(line):
        raise Irregular
    if ANY_ITEM.match(line + "\n"):
        if start in "-0123456789" and ITEM.match(line + "\n"):
            return start == "-" or line.startswith("1.")
        raise Irregular
    return False


def unindented(text: str, margin: str) -> str:
    """Return the lines of a text, all of which but blank ones begin with `margin`, without it."""
    if not margin:
        return text
    lines = text.split("\n")
    if any(line.strip(" ") and not line.startswith(margin) for line in lines):
        raise Irregular
    return "\n".join(line[len(margin) :] if line.startswith(margin) else "" for line in lines)


def _begins_block_tag(line: str) -> bool:
    tag = _TAG.match(line)
    return tag is not None and tag[1].lower() in _BLOCK_TAGS

"""What a plain section of a page looks like: a plain heading, and a run of paragraphs and lists with nothing else inside.

Runs are most of the text of a page, and are read only when somebody asks for them. `mdnkit.page.regular_blocks` makes blocks
of each, none of which is of a kind that it gathers, and which refute none of the facts of `mdnkit.page.block_facts`.
"""

import re

from mdnkit.page.regular_lines import PLAIN_HEADING, SPECIAL, WORDS

_SPECIAL = re.escape("".join(sorted(SPECIAL)))
# Words that begin with `:` or `|` may be a description, or the rule under the head of a table.
_WORDS = rf"(?:[^{_SPECIAL}:|]|{WORDS.pattern}|_(?=[^-*_= \n]))[^\n]*+\n"
_DESCRIPTION = r"- : +[^ \n|:-][^\n]*+\n"


def _item(opening: str, more: str) -> str:
    """Return an item of some opening lines; what may be more of it is looked for only where lines are indented."""
    return rf"{opening}(?:\n*+(?! )|(?=\n*+ ){more}\n*+(?! ))"


_INNER_BULLETS = rf"(?:  - {_WORDS}(?:    {_WORDS})*(?:    - {_WORDS})*)*"
_BULLET = _item(rf"- {_WORDS}", rf"(?:  {_WORDS})*(?:\n  {_WORDS}(?=\n))*{_INNER_BULLETS}")

_INNER_DEFINITION = rf"\n?    - {_WORDS}      {_DESCRIPTION}(?:        {_WORDS})*"
_INNER_LIST = rf"(?:\n?    - {_WORDS})+|(?:{_INNER_DEFINITION})+"
_DEFINITION = _item(
    rf"- {_WORDS}\n?  {_DESCRIPTION}",
    rf"(?:    {_WORDS})*(?:\n    {_WORDS}(?=\n))*(?:{_INNER_LIST})?",
)

# An empty line stands before a list, and behind it nothing that could belong to it.
_LIST = rf"(?<=\n\n)(?:(?:{_BULLET})+|(?:{_DEFINITION})+)(?:(?<=\n\n)(?=[^ \n*+0-9-])|(?=\0))"
_PARAGRAPHS = rf"(?:{_WORDS}\n*+)+(?:(?<=\n\n)|(?=\0))"

PLAIN_SECTION = re.compile(rf"(?:{PLAIN_HEADING.pattern}\n*+)?(?:{_PARAGRAPHS}|{_LIST})*")
"""Up to the line in which another kind of block begins. Nothing where there is no plain section."""

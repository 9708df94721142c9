"""A quick reader of ids: those of headings, terms and HTML that are written in a usual way, found without Markdown."""

import re
from collections.abc import Iterator

from mdnkit.page.ids import heading_id

_HEADING = re.compile(
    r"\n##{0,5}[ \t]+(?=[^\n])([^\n`_\[<&\\{~!]*+(?:`[^`\n{]+`[^\n`_\[<&\\{~!]*+)*+)(?=\n|\Z)"
)
_TERM = re.compile(
    r"""
    \n (?P<indent> [ \t>]* ) - [ ] (?! :[ ] )
    (?: (?: \[ (?= `[^`\n{]+` \] \([^\s()<>]*\) ) )? ` (?P<code> [^`\n{]+ ) ` [^\n]* | (?P<words> [^\n`_*\[<&\\{~!]+ ) ) \n
    (?: [ \t>]* \n )? (?P=indent) [ ]+ - [ ] : [ ]
    """,
    re.VERBOSE,
)
_HTML = re.compile(r'\n[^\n`]*<[a-z][^<>\n]* id="([^"\n]+)"')
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def plain_ids(text: str) -> frozenset[str]:
    """Return ids of headings, terms and HTML that stand in `text` outside fences: nearly all that links name.

    What is written in an unusual way is left out, all of it where it is hard to tell what is a fence; repeated ids are
    not numbered.
    """
    ids: set[str] = set()
    for part in _outside_fences(text):
        ids.update(heading_id(words.rstrip(" \t\r#")) for words in _HEADING.findall(part))
        if "- : " in part:
            for term in _TERM.finditer(part):
                ids.add(heading_id((term["code"] or term["words"]).rstrip(" \t\r#")))
        if ' id="' in part:
            ids.update(id_.lower() for id_ in _HTML.findall(part))
    return frozenset(ids)


def _outside_fences(text: str) -> Iterator[str]:
    """Yield the parts of a text outside its fences, without comments; nothing where fences are not regular."""
    parts = f"\n{text}".split("```")
    if "````" in text or "~~~" in text or len(parts) % 2 == 0:
        return
    for part in parts[:-1]:
        line_start = part.rfind("\n")
        if line_start == -1 or part[line_start:].strip("\n\t >"):
            return
    for part in parts[::2]:
        if "<!--" not in part:
            yield part
            continue
        bare = _COMMENT.sub("", part)
        if "<!--" not in bare:
            yield bare

"""A quick reader of ids: those of headings, terms and HTML that are written in a usual way, found without Markdown."""

import re

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
    outside = _outside_fences(text)
    ids = {heading_id(words.rstrip(" \t\r#")) for words in _HEADING.findall(outside)}
    if "- : " in outside:
        for term in _TERM.finditer(outside):
            ids.add(heading_id((term["code"] or term["words"]).rstrip(" \t\r#")))
    # To look for one character is much faster than to look for several.
    if "<" in outside and ' id="' in outside:
        ids.update(id_.lower() for id_ in _HTML.findall(outside))
    return frozenset(ids)


def _outside_fences(text: str) -> str:
    """Return a text without its fences and comments, a back-tick for each fence; nothing where fences are not regular."""
    parts = f"\n{text}".split("```")
    if (
        len(parts) % 2 == 0
        or "`" in [part[:1] for part in parts]
        or ("~" in text and "~~~" in text)
    ):
        return ""
    for part in parts[:-1]:
        line_start = part.rfind("\n")
        if line_start == -1 or part[line_start:].strip("\n\t >"):
            return ""
    return "`".join([_without_comments(part) if "<" in part else part for part in parts[::2]])


def _without_comments(part: str) -> str:
    """Return what stands between two fences without comments; nothing where one of them goes on."""
    bare = _COMMENT.sub("", part) if "<!--" in part else part
    return "" if "<!--" in bare else bare

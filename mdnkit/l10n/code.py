"""Whether two pieces of code are the same but for what translators may change."""

from enum import IntEnum


class CodeDifference(IntEnum):
    """How far two pieces of code differ; a greater value is a graver difference."""

    NONE = 0
    COMMENTS = 1
    """Comments and white space only."""
    STRINGS = 2
    """The content of strings, or text between tags, too."""
    CODE = 3


def compare_code(language: str, first: str, second: str) -> CodeDifference:
    """Return how `second` differs from `first`; in a language without a lexer any difference is one of code."""
    if first == second:
        return CodeDifference.NONE
    if language == "plain":
        return CodeDifference.STRINGS
    left, right = _tokens(language, first), _tokens(language, second)
    if left is None or right is None:
        return CodeDifference.CODE
    if left == right:
        return CodeDifference.COMMENTS
    masked = [
        [("string", "") if kind == "string" else (kind, text) for kind, text in part]
        for part in (left, right)
    ]
    return (
        CodeDifference.STRINGS if _merged(masked[0]) == _merged(masked[1]) else CodeDifference.CODE
    )


def _tokens(language: str, code: str) -> list[tuple[str, str]] | None:
    """Return the tokens of a piece of code without comments and white space; None for an unknown language."""
    from pygments.lexers import get_lexer_by_name
    from pygments.token import Comment, String, Text
    from pygments.util import ClassNotFound

    try:
        lexer = get_lexer_by_name(_NAMES.get(language, language), stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None
    tokens: list[tuple[str, str]] = []
    for kind, text in lexer.get_tokens(code):
        if (kind in Comment and kind not in Comment.Preproc) or not text.strip():
            continue
        is_text = kind in String or (kind in Text and language in ("html", "xml", "svg"))
        tokens.append(("string" if is_text else str(kind), " ".join(text.split())))
    return tokens


_NAMES = {
    "svg": "xml",
    "mathml": "xml",
    "wat": "wast",
    "jsx": "js",
    "tsx": "ts",
    "webidl": "webidl",
}
"""Pygments' names of languages where they are not MDN's."""


def _merged(tokens: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return tokens with neighbouring strings as one: a lexer splits them at escapes and words."""
    merged: list[tuple[str, str]] = []
    for token in tokens:
        if token[0] != "string" or not merged or merged[-1][0] != "string":
            merged.append(token)
    return merged

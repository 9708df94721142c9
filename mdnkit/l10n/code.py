"""Whether two pieces of code are the same but for what translators may change."""

from enum import IntEnum


class CodeDifference(IntEnum):
    """How far two pieces of code differ; a greater value is a graver difference."""

    NONE = 0
    COMMENTS = 1
    """Comments, white space and the kind of quotation marks only."""
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
        if (_is(kind, Comment) and not _is(kind, Comment.Preproc)) or not text.strip():
            continue
        is_string = _is(kind, String) and not _is(kind, String.Regex)
        is_text = is_string or (_is(kind, Text) and language in ("html", "xml", "svg"))
        written = " ".join(text.split())
        if is_string and language in _EITHER_QUOTE and written[0] == "'" == written[-1]:
            written = f'"{written[1:-1]}"' if '"' not in written else written
        tokens.append(("string" if is_text else str(kind), written))
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


def _is(kind: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether a kind of token is `other` or below it."""
    return kind[: len(other)] == other


_EITHER_QUOTE = frozenset({"js", "jsx", "ts", "tsx", "css", "html"})
"""Languages in which single and double quotation marks mean the same."""


def _merged(tokens: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return tokens with neighbouring strings as one: a lexer splits them at escapes and words."""
    merged: list[tuple[str, str]] = []
    for token in tokens:
        if token[0] != "string" or not merged or merged[-1][0] != "string":
            merged.append(token)
    return merged

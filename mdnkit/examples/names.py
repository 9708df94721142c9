"""The names that a script binds and those that it leaves for others to define, read without parsing.

What is read here only decides how an example is tried: which other fences of its page are loaded before it, and which
names are assumed. Whether a name was really missing is seen in the run.
"""

import re

COMMENT = r"//[^\n]*|/\*(?:.*?\*/|.*)"
"""For patterns in which `.` is any character. An unclosed comment goes on to the end, and is read once."""
IN_COMMENT = r"^(?:(?!//|/\*)[^\n])*+(?://|/\*)[^\n]*"
"""A line up to what stands in a comment, for patterns in which `^` begins lines; each line is read once."""
NO_CODE = re.compile(rf"""{COMMENT}|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'""", re.DOTALL)
"""Comments and strings."""
TEXT = re.compile(
    rf"""{COMMENT}|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`"""
    r"""|(?:(?<=[=(,:\[!&|?{;+\n])|(?<=return))[ \t]*/(?![*/])(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*""",
    re.DOTALL,
)
"""Comments, strings, templates and regular expressions."""

_SUBSTITUTION = re.compile(r"\$\{([^}`]*)\}")
_NAME = r"[A-Za-z_$][\w$]*+"
_WORD = re.compile(_NAME)
_DECLARED = re.compile(
    rf"\b(?:function\s*\*?|class|const|let|var|using|import|catch\s*\()\s*({_NAME})"
)
_PATTERN = re.compile(
    r"\b(?:const|let|var|import|catch\s*\()\s*(?:[\w$]+\s*,\s*)?([{\[][^=;]*?[}\]])\s*(?:=|of\b|in\b|from\b|\))"
)
_MORE_DECLARED = re.compile(
    rf"\b(?:let|var|const)\s+{_NAME}[^;()\n]{{0,1000}}?((?:,\s*{_NAME}[^;,()\n]*)+)"
)
"""A first value that is longer ends the search: a line of declarations is not read to its end for each of them."""
_PARAMETERS = re.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)\s*(?:=>|\{)")
_BEFORE_TESTS = re.compile(r"(?:\b(?:if|while|for|switch|with)|\bawait)\s*$")
_FAR = 50
"""Characters before a parenthesis in which the word stands that it belongs to."""
_ONE_PARAMETER = re.compile(rf"({_NAME})\s*=>")
_ASSIGNED = re.compile(rf"^({_NAME})\s*=(?![=>])", re.MULTILINE)
_FREE = re.compile(
    rf"(?<![\w$.#@])(?<!\.\.\.)({_NAME})(?!\s*:(?!:))|(?<=\.\.\.)({_NAME})|(?<=\?)\s*({_NAME})(?=\s*:)"
)
_TYPE_TEST = re.compile(rf"\btypeof\s+\(?\s*({_NAME})")
_METHOD = re.compile(
    rf"^\s*(?:(?:static|async|get|set)\s+|\*\s*)*({_NAME})\s*\([^()]*\)\s*\{{", re.MULTILINE
)
_LABEL = re.compile(rf"\b(?:break|continue)\s+({_NAME})")
_TOP_LEVEL = re.compile(
    rf"^(?:export\s+(?:default\s+)?)?(?:async\s+)?(?:function\s*\*?\s*|class\s+|const\s+|let\s+|var\s+)({_NAME}|[{{\[][^=;]*?[}}\]]\s*=)"
    rf"|^({_NAME})\s*=(?![=>])|^import\s+([^;'\"]*?)\s+from\b",
    re.MULTILINE,
)
_WORDS_OF_THE_LANGUAGE = frozenset(
    [
        "abstract",
        "arguments",
        "as",
        "async",
        "await",
        "break",
        "case",
        "catch",
        "class",
        "const",
        "continue",
        "debugger",
        "default",
        "delete",
        "do",
        "else",
        "enum",
        "export",
        "extends",
        "false",
        "finally",
        "for",
        "from",
        "function",
        "get",
        "globalThis",
        "if",
        "import",
        "in",
        "instanceof",
        "let",
        "new",
        "null",
        "of",
        "return",
        "set",
        "static",
        "super",
        "switch",
        "this",
        "throw",
        "true",
        "try",
        "typeof",
        "undefined",
        "using",
        "var",
        "void",
        "while",
        "with",
        "yield",
        "NaN",
        "Infinity",
        "eval",
        "isNaN",
        "isFinite",
        "parseInt",
        "parseFloat",
        "meta",
        "target",
        "constructor",
    ]
)


def bare(code: str) -> str:
    """Return code without comments and with strings emptied; what templates substitute stays."""
    return TEXT.sub(_blank, code)


def _blank(match: re.Match[str]) -> str:
    text = match[0]
    if text.startswith("/"):
        return " " if text[1:2] in ("/", "*") else " 0 "
    if text[0] == "`" and "${" in text:
        return f'"" + ({") + (".join(_SUBSTITUTION.findall(text)) or "0"})'
    return '""'


def top_level_names(code: str) -> frozenset[str]:
    """Return the names that a script defines for the scripts after it, where it is indented as usual."""
    names: set[str] = set()
    for declared, assigned, imported in _TOP_LEVEL.findall(bare(code)):
        names.update(_WORD.findall(declared or assigned or imported))
    return frozenset(names - _WORDS_OF_THE_LANGUAGE)


def free_names(code: str) -> tuple[str, ...]:
    """Return the names that a script uses and binds nowhere, globals included, in order; not those it only tests for."""
    text = bare(code)
    bound = set(_WORDS_OF_THE_LANGUAGE)
    for pattern in (_DECLARED, _ONE_PARAMETER, _TYPE_TEST, _METHOD, _LABEL, _ASSIGNED):
        bound.update(pattern.findall(text))
    for pattern in (_PATTERN, _MORE_DECLARED):
        for inside in pattern.findall(text):
            bound.update(_WORD.findall(inside))
    for match in _PARAMETERS.finditer(text):
        start = match.start()
        if not _BEFORE_TESTS.search(text, max(0, start - _FAR), start):
            bound.update(_WORD.findall(match[1]))
    found = dict.fromkeys("".join(parts) for parts in _FREE.findall(text))
    return tuple(name for name in found if name not in bound)

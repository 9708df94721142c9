"""Modules for engines that run none: a module that imports nothing is an asynchronous function."""

import re

_STRING_OR_COMMENT = re.compile(
    r"""//[^\n]*|/\*.*?\*/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`""", re.DOTALL
)
_IMPORT = re.compile(
    r"(?:^|[;}\n])[ \t]*(?:import\b(?!\s*[(.])|export\b[^;\n]*\bfrom\b)|\bimport\.meta\b"
)
_EXPORT = re.compile(r"(^|[;}\n])([ \t]*)(export\s+default\s+|export\s+)(?=(\S+))")
_LIST = re.compile(r"(^|[;}\n])([ \t]*)export\s*\{[^}]*\}")
_DECLARES = ("class", "function", "async", "const", "let", "var")


def as_function(text: str) -> str | None:
    """Return a classic script that does what the module `text` does; None where it imports modules.

    Its value is the promise of the module's end. Lines stay where they are.
    """
    bare = _STRING_OR_COMMENT.sub(lambda match: _blank(match[0]), text)
    if _IMPORT.search(bare):
        return None
    body = text
    for match in reversed(list(_LIST.finditer(bare))):
        start = match.end(2)
        body = body[:start] + _blank(body[start : match.end()]) + body[match.end() :]
    for match in reversed(list(_EXPORT.finditer(bare))):
        if match[4].startswith("{"):
            continue
        start, end = match.span(3)
        kept = "" if match[4].startswith(_DECLARES) else "void "
        # A default export without a name is an expression.
        if "default" in match[3] and _is_nameless(bare[end:]):
            kept = "void "
        body = body[:start] + kept + _blank(body[start:end])[len(kept) :] + body[end:]
    # The function begins on the first line and the body keeps its columns on all others.
    return f'(async () => {{ "use strict"; {body}\n}})()'


def _is_nameless(rest: str) -> bool:
    return re.match(r"(?:async\s+)?function\s*\*?\s*\(|class\s*(?:\{|extends\b)", rest) is not None


def _blank(text: str) -> str:
    """Return spaces of the length of `text`, with its line ends."""
    return re.sub(r"[^\n]", " ", text)

"""Which names a script can use: a context defines no others, which makes contexts cheap."""

import re
from dataclasses import dataclass

_WORD = re.compile(r"[A-Za-z_$][\w$]*", re.ASCII)
_CALLED = re.compile(r"(?<![.\w$])([A-Za-z_$][\w$]*)\(", re.ASCII)
_ASKED = re.compile(r"""\btypeof[\s(]+([\w$]+)|["'`]([\w$]+)["'`]\s*in\b""", re.ASCII)
_ID = re.compile(r"""\bid\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_COMPUTED = re.compile(
    r"""([\w$]+|[)\]}.])\s*\[(?!\s*(?:\d+|"[^"\\]*"|'[^'\\]*')?\s*\])|\{\s*\[|,\s*\[[^\]]*\]\s*:"""
)
_BEFORE_LISTS = frozenset(
    [
        "await",
        "case",
        "const",
        "default",
        "delete",
        "do",
        "else",
        "export",
        "in",
        "instanceof",
        "let",
        "new",
        "of",
        "return",
        "throw",
        "typeof",
        "var",
        "void",
        "yield",
    ]
)
"""After these words a bracket begins a list."""
_REFLECTION = re.compile(
    r"\\u|\bfor\s*\(\s*(?:(?:const|let|var)\s+)?[\w$]+\s+in\b|\b(?:Reflect|eval|Function|with|getOwnProperty\w*)\b"
    r"""|(?<!["'])\s+in\s+(?!["'])"""
)
_GLOBAL_INDEXED = re.compile(
    r"""\b(?:globalThis|self|window|this)\s*(?:\?\.)?\[(?!\s*["'][\w$]*["']\s*\])"""
)
_GLOBAL_REFLECTED = re.compile(
    r"\b(?:globalThis|self|window)\s*[,)]|\bin\s+(?:globalThis|self|window)\b"
)


@dataclass(frozen=True, slots=True)
class Spelling:
    """The names that scripts spell, and whether they look up others."""

    words: frozenset[str]
    called: frozenset[str] = frozenset()
    """Those that stand before a parenthesis, as the names of functions do."""
    asked: frozenset[str] = frozenset()
    """Those that they ask for before they use them, by `typeof` or `in`."""
    indexes: bool = False
    """They look up members of objects by computed names."""
    indexes_global: bool = False
    """They look up members of the global object by computed names."""
    everything: bool = False
    """Define everything, whatever the scripts spell: for conformance suites."""


def spelling(texts: tuple[str, ...]) -> Spelling:
    """Return the names that `texts`, scripts and the markup around them, can use.

    Words in comments and strings count: that only costs a little time.
    """
    text = "\n".join(texts)
    reflects = bool(_REFLECTION.search(text))
    return Spelling(
        words=frozenset(_WORD.findall(text)),
        called=frozenset(_CALLED.findall(text)),
        asked=frozenset("".join(match) for match in _ASKED.findall(text)),
        indexes=reflects or any(one[1] not in _BEFORE_LISTS for one in _COMPUTED.finditer(text)),
        indexes_global=bool(_GLOBAL_INDEXED.search(text))
        or (reflects and bool(_GLOBAL_REFLECTED.search(text))),
    )


def used_ids(html: str, spelled: Spelling) -> tuple[str, ...]:
    """Return the ids in `html` that scripts use as names of elements, in order.

    A name that they call is a function's, which some other script has to define.
    """
    found = dict.fromkeys("".join(match) for match in _ID.findall(html))
    used = spelled.words - spelled.called
    return tuple(name for name in found if spelled.everything or name in used)

"""Modules as asynchronous functions: no engine here loads the files that a module imports.

What a module imports becomes a property of the global object, which the model defines: of a module that is at hand, else
invented. What it exports is read through functions, so that bindings stay live. Lines and columns stay where they are.
"""

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from mdnkit.examples.names import TEXT

IMPORT = "\u0131mport"
"""What stands for the word in `import()` and `import.meta`: a name as long that no script has."""

_DEFAULT = "\u0131default"
"""The binding of a default export: `const ıdefault=` is as long as `export default `."""

_STATIC = re.compile(
    r"(?:^|(?<=[;}\n]))[ \t]*(import\b(?!\s*[(.])\s*(?P<clause>[^;'\"`()]*?)(?:\bfrom\b\s*)?(?P<at>['\"])[^'\"\n]*['\"]"
    r"(?:\s*\b(?:with|assert)\s*\{[^}]*\})?;?)"
)
_AGAIN = re.compile(
    r"(?:^|(?<=[;}\n]))[ \t]*(export\s*(?P<clause>\*(?:\s*as\s+[\w$'\"]+)?|\{[^}]*\})\s*from\s*(?P<at>['\"])[^'\"\n]*['\"]"
    r"(?:\s*\bwith\s*\{[^}]*\})?;?)"
)
_LIST = re.compile(r"(?:^|(?<=[;}\n]))[ \t]*(export\s*\{(?P<clause>[^}]*)\}(?!\s*from\b);?)")
_EXPORT = re.compile(r"(?:^|(?<=[;}\n]))[ \t]*(?P<word>export\s+(?:default\s+)?)(?=\S)")
_LEFT = re.compile(r"(?:^|[;}\n])[ \t]*(?:import\b(?!\s*[(.])|export\b)|^return\b", re.MULTILINE)
_DECLARED = re.compile(
    r"(?:(?:async\s+)?function\s*\*?\s*|class\s+)([A-Za-z_$][\w$]*)|(?:const|let|var)\s+(.*)"
)
_DECLARES = re.compile(r"^(?=(?:async\s+function|function|class|const|let|var)\b)", re.MULTILINE)
_NAMELESS = re.compile(r"(?:async\s+)?function\s*\*?\s*\(|class\s*(?:\{|extends\b)")
_NAME = re.compile(r"[A-Za-z_$][\w$]*")
_CLAUSE = re.compile(
    r"(?:(?P<default>[A-Za-z_$][\w$]*)\s*(?:,\s*|$))?(?:\*\s*as\s+(?P<all>[A-Za-z_$][\w$]*)|\{(?P<list>[^}]*)\})?\s*"
)
_CALL = re.compile(r"(?<![.\w$#])import(?=\s*\()")
_META = re.compile(r"(?<![.\w$#])import\s*\.\s*meta\b")


class Import(NamedTuple):
    """A binding that a module has from another one."""

    local: str
    name: str
    """What the other module calls it; `*` for all that it exports."""
    source: str
    """The specifier."""


class Module(NamedTuple):
    """A module as text without its imports and exports."""

    body: str
    imports: tuple[Import, ...]
    exports: tuple[tuple[str, str], ...]
    """Names, and the bindings that they stand for."""
    sources: tuple[str, ...]
    """The specifiers of all modules that it imports or exports from."""
    passes_on: bool
    """It exports what other modules do."""
    uses_meta: bool


@lru_cache(maxsize=256)
def read_module(text: str) -> Module | None:
    """Return the parts of a module; None where it is none, or is written in a way that is not understood."""
    bare = TEXT.sub(lambda match: _emptied(match[0]), text)
    sources: list[str] = []
    imports: list[Import] = []
    exports: list[tuple[str, str]] = []
    declared = {
        name for match in _DECLARES.finditer(bare) for name in _declared(bare[match.start() :])
    }
    cuts: list[tuple[int, int, str]] = []
    for match in _STATIC.finditer(bare):
        source = text[match.start("at") + 1 : text.index(match["at"], match.start("at") + 1)]
        start, end = match.span("clause")
        found = _bindings(text[start:end], source)
        if found is None:
            return None
        imports += found
        sources.append(source)
        cuts.append((*match.span(1), ""))
    for match in _AGAIN.finditer(bare):
        sources.append(text[match.start("at") + 1 : text.index(match["at"], match.start("at") + 1)])
        cuts.append((*match.span(1), ""))
    passes_on = _AGAIN.search(bare) is not None
    for match in _LIST.finditer(bare):
        start, end = match.span("clause")
        pairs = _pairs(text[start:end])
        if pairs is None:
            return None
        exports += [(outer, inner) for inner, outer in pairs]
        cuts.append((*match.span(1), ""))
    for match in _EXPORT.finditer(bare):
        rest = bare[match.end() :]
        if rest.startswith(("{", "*")):
            continue
        is_default = "default" in match["word"]
        names = tuple(_declared(rest))
        declared.update(names)
        if is_default and (not names or _NAMELESS.match(rest)):
            cuts.append((*match.span("word"), f"const {_DEFAULT}="))
            exports.append(("default", _DEFAULT))
        else:
            cuts.append((*match.span("word"), ""))
            exports += [("default" if is_default else name, name) for name in names]
    body = text
    for start, end, kept in cuts:
        body = body[:start] + kept + _blank(body[start + len(kept) : end]) + body[end:]
    if any(not _is_at_top(bare, start) for start, _, _ in cuts):
        return None
    left = TEXT.sub(lambda match: _emptied(match[0]), body)
    locals_ = [one.local for one in imports]
    if _LEFT.search(left) or len(set(locals_)) < len(locals_) or declared & {*locals_}:
        return None
    uses_meta = _META.search(bare) is not None
    return Module(body, tuple(imports), tuple(exports), tuple(sources), passes_on, uses_meta)


def as_function(module: Module, file: str = "") -> str:
    """Return a classic script that does what a module does; its value is the promise of the module's end.

    `file` is the name under which others import it; empty where none does.
    """
    getters = ", ".join(
        f"get {json.dumps(name)}() {{ return {local}; }}" for name, local in sorted(module.exports)
    )
    told = f"{IMPORT}_file({json.dumps(file)}, {{ __proto__: null, {getters} }}); " if file else ""
    # The function begins on the first line and the body keeps its columns on all others.
    return f'(async function () {{ "use strict"; {told}{module.body}\n}})()'


def without_import(text: str) -> str:
    """Return a script in which a function of the model stands for `import()`, and an object for `import.meta`."""
    if "import" not in text:
        return text
    bare = TEXT.sub(lambda match: _emptied(match[0]), text)
    for pattern, name in ((_META, f"{IMPORT}_meta"), (_CALL, IMPORT)):
        for match in pattern.finditer(bare):
            if pattern is _CALL and _is_method(bare, match.end()):
                continue
            spaces = " " * (match.end() - match.start() - len(name))
            text = text[: match.start()] + name + spaces + text[match.end() :]
    return text


def requested(text: str) -> tuple[str, ...]:
    """Return the specifiers of all modules that a script or module names: those of `import()` where they are written out."""
    module = read_module(text)
    bare = TEXT.sub(lambda match: _emptied(match[0]), text)
    called = (
        re.match(r"\s*\(\s*(['\"])([^'\"\n]*)\1", text[match.end() :])
        for match in _CALL.finditer(bare)
    )
    found = [match[2] for match in called if match]
    return tuple(dict.fromkeys((*(module.sources if module else ()), *found)))


def _is_at_top(bare: str, place: int) -> bool:
    """Return whether no block is open where a statement begins."""
    return bare.count("{", 0, place) == bare.count("}", 0, place)


def _is_method(bare: str, start: int) -> bool:
    """Return whether parentheses from `start` on are the parameters of a method called `import`: a body follows."""
    depth = 0
    for match in re.finditer(r"[()]", bare[start:]):
        depth += 1 if match[0] == "(" else -1
        if depth == 0:
            return bare[start + match.end() :].lstrip().startswith("{")
    return False


def _bindings(clause: str, source: str) -> list[Import] | None:
    """Return what a clause of an import binds; None where it is not understood."""
    match = _CLAUSE.fullmatch(clause.strip())
    if match is None:
        return None
    found = [Import(match["default"], "default", source)] if match["default"] else []
    if match["all"]:
        found.append(Import(match["all"], "*", source))
    pairs = _pairs(match["list"] or "")
    if pairs is None:
        return None
    return [*found, *(Import(local, name, source) for name, local in pairs)]


def _pairs(inside: str) -> list[tuple[str, str]] | None:
    """Return the names of `a, b as c` and what they become; None where that is written otherwise."""
    found = []
    for part in TEXT.sub(lambda match: match[0] if match[0][0] in "'\"" else " ", inside).split(
        ","
    ):
        words = part.split()
        if not words:
            continue
        names = [word.strip("'\"") for word in words]
        if not (len(words) == 1 or (len(words) == 3 and words[1] == "as")):
            return None
        found.append((names[0], names[-1]))
    return found


def _declared(rest: str) -> Iterator[str]:
    """Yield the names that the declaration at the beginning of `rest` declares."""
    match = _DECLARED.match(rest)
    if match is None:
        return
    if match[1]:
        yield match[1]
        return
    depth, is_name = 0, True
    start = match.start(2)
    for token in re.finditer(r"[A-Za-z_$][\w$]*|=>|[^\s\w$]|\n", rest[start:]):
        text = token[0]
        if depth == 0 and text == ";":
            return
        if text in "([{":
            depth += 1
        elif text in ")]}":
            depth -= 1
        elif text == "=" and depth == 0:
            is_name = False
        elif text == "," and depth == 0:
            is_name = True
        elif is_name and _NAME.fullmatch(text) and not _is_key(rest[start + token.end() :], depth):
            yield text
            is_name = depth > 0


def _is_key(after: str, depth: int) -> bool:
    return depth > 0 and after.lstrip().startswith(":")


def _emptied(text: str) -> str:
    """Return a string with nothing between its quotes, or spaces for a comment, of the same length."""
    if text[0] in "'\"`":
        return text[0] + _blank(text[1:-1]) + text[-1]
    return _blank(text)


def _blank(text: str) -> str:
    """Return spaces of the length of `text`, with its line ends."""
    return re.sub(r"[^\n]", " ", text)

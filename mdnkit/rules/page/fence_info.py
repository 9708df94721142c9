"""The words after the back-ticks of a fence are ones that MDN knows."""

import functools
import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.blocks import Block
from mdnkit.page.info_string import parse_info_string
from mdnkit.page.page import Page
from mdnkit.rules.page._fence_word import wrong_word
from mdnkit.rules.rule import page_rule
from mdnkit.span import Span

# https://developer.mozilla.org/en-US/docs/MDN/Writing_guidelines/Howto/Markdown_in_MDN#example_code_blocks
LANGUAGES = frozenset(
    [
        *["apacheconf", "bash", "batch", "c", "cpp", "cs", "css", "diff", "django", "glsl", "hbs"],
        *["html", "http", "ignore", "ini", "java", "js", "json", "jsx", "latex", "less", "mathml"],
        *["md", "nginx", "php", "plain", "powershell", "pug", "python", "regex", "rust", "scss"],
        *["sh", "sql", "svelte", "svg", "toml", "ts", "tsx", "uri", "url", "wat", "webidl", "xml"],
        "yaml",
    ]
)
_LIKE_NOLINT = r"(\w+?)[-_]no[-_]?lint"
_FULL_NAMES = {
    "javascript": "js", "typescript": "ts", "shell": "bash", "text": "plain", "txt": "plain", "markdown": "md",
    "yml": "yaml", "py": "python", "htm": "html", "console": "bash", "none": "plain", "csharp": "cs", "c++": "cpp",
}  # fmt: skip


@page_rule(Severity.WARNING, "MD040", "fenced-code-language", where=("```", "~~~"))
def fence_info(page: Page) -> Iterator[Problem]:
    """The info string of a fence names a language that MDN knows, and after it only MDN's own words.

    The language decides the colours, and whether an example is run at all. The other words become class
    names: a mistyped one silently does nothing, so that a live sample loses part of its code or a hidden
    block is shown.

    Bad: ```` ```javascript ````, ```` ```css live-sample__box ````
    Good: ```` ```js ````, ```` ```css live-sample___box ````
    """
    for block in page.of_kind("fence"):
        if _is_right(block.info):
            continue
        info = parse_info_string(block.info)
        span = _info_span(page, block)
        if not info.language:
            if page.is_translation:
                continue
            message = _(
                "The fence names no language; write it after the back-ticks (`plain` where none fits)."
            )
            yield Problem(span, message, severity=Severity.ERROR)
            continue
        if info.language not in LANGUAGES:
            yield _language(page, span, info.language)
        for word in info.words:
            wrong = wrong_word(word)
            if wrong:
                at = page.text.find(word, span.start + len(info.language), span.end)
                yield Problem(Span(at, at + len(word)) if at != -1 else span, wrong)


@functools.lru_cache(maxsize=1024)
def _is_right(written: str) -> bool:
    """Return whether MDN knows the language and all words of an info string, of which most pages have the same few."""
    info = parse_info_string(written)
    return info.language in LANGUAGES and not any(map(wrong_word, info.words))


def _language(page: Page, span: Span, language: str) -> Problem:
    lower = language.lower()
    known = _FULL_NAMES.get(lower) or (lower if lower in LANGUAGES else "")
    place = Span(span.start, span.start + len(language))
    if known and page.text[slice(*place)] == language:
        message = _("MDN does not know the language `{language}`; write `{known}`.")
        edits = (Edit(place, known),)
        text = message.format(language=language, known=known)
        return Problem(place, text, edits, severity=_severity(page))
    near = _near_language(lower)
    if near:
        message = _("MDN does not know the language `{language}`; did you mean `{near}`?")
        return Problem(span, message.format(language=language, near=near), severity=_severity(page))
    message = _("MDN does not know the language `{language}`; use one of MDN's names, or `plain`.")
    return Problem(span, message.format(language=language), severity=_severity(page))


def _severity(page: Page) -> Severity:
    """MDN requires known languages of English pages only."""
    return Severity.WARNING if page.is_translation else Severity.ERROR


def _near_language(language: str) -> str:
    """Return the name that was probably meant, `-nolint` included; empty when there is none."""
    from difflib import get_close_matches

    nolint = re.fullmatch(_LIKE_NOLINT, language)
    if nolint and nolint[1] in LANGUAGES:
        return f"{nolint[1]}-nolint"
    # Names of two letters are all alike.
    names = [*(known for known in LANGUAGES if len(known) > 2), *_FULL_NAMES]
    near = get_close_matches(language, sorted(names), n=1, cutoff=0.75)
    return _FULL_NAMES.get(near[0], near[0]) if near else ""


def _info_span(page: Page, block: Block) -> Span:
    """Return where the info string is written; the back-ticks where there is none."""
    line = page.source.line_span(page.source.position(block.span.start).line)
    start = page.text.find(block.markup, line.start, line.end)
    after = start + len(block.markup)
    written = page.text[after : line.end]
    if not written.strip():
        return Span(start, after)
    begin = after + len(written) - len(written.lstrip())
    return Span(begin, after + len(written.rstrip()))

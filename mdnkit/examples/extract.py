"""The JavaScript examples of a page, as its readers see them."""

import re
from dataclasses import dataclass

from mdnkit.examples.call_form import lists_forms
from mdnkit.page.blocks import Block
from mdnkit.page.ids import Anchor
from mdnkit.page.info_string import InfoString, parse_info_string
from mdnkit.page.macro_call import unescape_braces
from mdnkit.page.page import Page


@dataclass(frozen=True, slots=True)
class Example:
    """One JavaScript fence."""

    page: Page
    block: Block
    info: InfoString
    section: str
    """The words of the heading of level 2 above it, in the language of the page; empty above the first one."""
    code: str
    """With MDN's escapes of braces undone."""
    html: str
    """The HTML that the example finds in its document: that of its live sample, else of its section."""
    together: str
    """The code of all fences that belong to it, its own included: of its live sample, else of its section."""

    saved_line: int = 0
    """The 1-based line in the saved file of a published page that it was read from; 0 for other pages."""

    @property
    def line(self) -> int:
        """The 1-based line of the opening back-ticks."""
        return self.saved_line or self.page.source.position(self.block.span.start).line

    @property
    def is_bad(self) -> bool:
        """Whether the page shows it as what not to do."""
        return "example-bad" in self.info.words

    @property
    def is_signature(self) -> bool:
        """Whether it shows how something is called: it stands in a syntax section and is no program."""
        return (
            self._in_syntax_section
            and not any(word in ("interactive-example", "hidden") for word in self.info.words)
            and (self.info.nolint or lists_forms(self.code))
        )

    @property
    def _in_syntax_section(self) -> bool:
        from mdnkit.locales.locale import section_key

        return section_key(self.page.locale, self.section) == "Syntax"

    @property
    def is_module(self) -> bool:
        """Whether the code can only be a module: it imports, exports or awaits at the top level."""
        return _MODULE.search(self.code) is not None


_MODULE = re.compile(
    r"^(?:import\s*[\w{*'\"]|export\s+[\w{*]|(?:(?:const|let|var)\s+[^=;]+=\s*)?await\b|for\s+await\b)",
    re.MULTILINE,
)
_SCRIPTS = frozenset({"js", "mjs", "cjs"})


def extract_examples(page: Page) -> tuple[Example, ...]:
    """Return the examples of a page in reading order."""
    fences = [(block, parse_info_string(block.info)) for block in page.of_kind("fence")]
    if not any(info.language in _SCRIPTS for _, info in fences):
        return ()
    return tuple(
        Example(
            page,
            block,
            info,
            _section(page, block),
            code_of(page, block),
            _joined(page, fences, block, info, frozenset({"html"})),
            _joined(page, fences, block, info, _SCRIPTS),
        )
        for block, info in fences
        if info.language in _SCRIPTS
    )


def code_of(page: Page, block: Block) -> str:
    """Return the code of a fence as it is shown: `\\{` as `{`. Macro calls in it stay as they are written."""
    # No engine takes bytes that are not UTF-8.
    code = unescape_braces(block.text).encode("utf-8", "replace").decode()
    # A hashbang is a comment at the beginning of a file only, and an example is not always run from there.
    return "//" + code[2:] if code.startswith("#!") else code


def _section(page: Page, block: Block) -> str:
    """Return the words of the last heading of level 2 before `block`."""
    words = ""
    for heading in page.headings:
        if heading.block.span.start > block.span.start:
            break
        if heading.block.level == 2:
            words = heading.words
    return words


def _joined(
    page: Page,
    fences: list[tuple[Block, InfoString]],
    block: Block,
    info: InfoString,
    languages: frozenset[str],
) -> str:
    """Return the fences of some languages that belong to a script: of the same live sample, else near it on the page."""
    others = [(other, words) for other, words in fences if words.language in languages]
    samples = set(info.live_samples)
    if samples:
        chosen = [other for other, words in others if samples & set(words.live_samples)]
    elif "interactive-example" in info.words:
        chosen = [other for other, words in others if "interactive-example" in words.words]
    else:
        start, end = _surroundings(page, block)
        chosen = [other for other, _ in others if start <= other.span.start < end]
    return "\n".join(code_of(page, other) for other in chosen)


def _surroundings(page: Page, block: Block) -> tuple[int, int]:
    """Return the part of the page from which a live sample would take code: below the closest heading of level 2 or 3."""
    before: Anchor | None = None
    for heading in page.headings:
        level, start = heading.block.level, heading.block.span.start
        if start < block.span.start:
            if level <= 3:
                before = heading
        elif before is not None and level <= before.block.level:
            return before.block.span.start, start
    return (before.block.span.start if before else page.body.start), page.body.end

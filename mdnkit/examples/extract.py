"""The JavaScript examples of a page, as its readers see them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from mdnkit.examples.call_form import lists_forms
from mdnkit.examples.inline_script import MARKUP_LANGUAGES, InlineScript, inline_scripts
from mdnkit.page.blocks import Block
from mdnkit.page.ids import Anchor
from mdnkit.page.info_string import SCRIPT_LANGUAGES, InfoString, parse_info_string
from mdnkit.page.live_sample import live_samples
from mdnkit.page.macro_call import unescape_braces
from mdnkit.page.page import Page


@dataclass(frozen=True, slots=True)
class Example:
    """One JavaScript fence, or one script or handler in a fence of markup."""

    page: Page
    block: Block
    info: InfoString
    section: str
    """The words of the heading of level 2 above it, in the language of the page; empty above the first one."""
    code: str
    """With MDN's escapes of braces undone."""
    html: str
    """The HTML that the example finds in its document, styles included: of its live sample, else of its section."""
    together: str
    """The code of all fences that belong to it, its own included: of its live sample, else of its section."""

    inline: InlineScript | None = None
    """Where in the markup of its fence it stands; None where the whole fence is JavaScript."""
    saved_line: int = 0
    """The 1-based line in the saved file of a published page that it was read from; 0 for other pages."""

    @property
    def line(self) -> int:
        """The 1-based line of the opening back-ticks, or on which a script in markup begins."""
        if self.saved_line:
            return self.saved_line
        if self.inline is not None:
            return self.first_line + 1
        return self.opening_line

    @property
    def opening_line(self) -> int:
        """The 1-based line of the opening back-ticks in the page."""
        return self.page.source.position(self.block.span.start).line

    @property
    def first_line(self) -> int:
        """The 0-based line of the page on which the code begins."""
        line = self.page.source.position(self.block.at).line - 1
        return line + (self.inline.line if self.inline else 0)

    @property
    def is_bad(self) -> bool:
        """Whether the page shows it as what not to do."""
        return "example-bad" in self.info.words

    @property
    def is_signature(self) -> bool:
        """Whether it shows how something is called: it stands in a syntax section and is no program."""
        return (
            self.inline is None
            and self._in_syntax_section
            and not any(word in ("interactive-example", "hidden") for word in self.info.words)
            and (self.info.nolint or lists_forms(self.code))
        )

    @property
    def _in_syntax_section(self) -> bool:
        from mdnkit.locales.locale import section_key

        return section_key(self.page.locale, self.section) == "Syntax"

    @property
    def is_module(self) -> bool:
        """Whether the code can only be a module: it imports, exports or awaits at the top level, or its element says so."""
        if self.inline is not None:
            return self.inline.is_module
        return _MODULE.search(self.code) is not None


_MODULE = re.compile(
    r"^(?:import(?:\s+\w|\s*[{*'\"])|export\s+[\w{*]|(?:(?:const|let|var)\s+[^=;]+=\s*)?await\b|for\s+await\b)",
    re.MULTILINE,
)


class _Fences(NamedTuple):
    """The fences of a page, and the live samples that show what stands below a heading."""

    page: Page
    all: tuple[tuple[Block, InfoString], ...]
    samples: tuple[tuple[Block, ...], ...]
    """The fences of each, those of the smallest first."""


def extract_examples(page: Page) -> tuple[Example, ...]:
    """Return the examples of a page in reading order."""
    fences = _fences(page)
    found: list[Example] = []
    for block, info in fences.all:
        if info.is_script:
            html = _document(fences, block, info)
            together = _joined(fences, block, info, SCRIPT_LANGUAGES)
            code = code_of(page, block)
            found.append(Example(page, block, info, _section(page, block), code, html, together))
        elif info.language in MARKUP_LANGUAGES:
            found += _in_markup(page, block, info)
    return tuple(found)


def _fences(page: Page) -> _Fences:
    """Return the fences of a page; what its live samples show is not asked where it has no script."""
    fences = tuple((block, parse_info_string(block.info)) for block in page.of_kind("fence"))
    has_script = any(info.is_script for _, info in fences)
    shown = (one.fences for one in live_samples(page) if one.heading) if has_script else ()
    return _Fences(page, fences, tuple(sorted(shown, key=len)))


def _document(fences: _Fences, block: Block, info: InfoString) -> str:
    """Return the markup of the document in which MDN shows a script, with the style sheet that belongs to it.

    MDN calls the style element of its samples `css-output`.
    """
    markup = _joined(fences, block, info, frozenset({"html"}))
    css = _joined(fences, block, info, frozenset({"css"}))
    if not css:
        return markup
    is_sample = (
        info.live_samples or "interactive-example" in info.words or _heading_sample(fences, block)
    )
    opening = '<style id="css-output">' if is_sample else "<style>"
    return f"{opening}\n{css}</style>\n{markup}"


def _in_markup(page: Page, block: Block, info: InfoString) -> Iterator[Example]:
    """Yield the scripts and handlers in a fence of markup; they find that markup in their document."""
    markup = code_of(page, block)
    scripts = inline_scripts(markup)
    together = "\n".join(script.code for script in scripts)
    for script in scripts:
        section = _section(page, block)
        yield Example(page, block, info, section, script.code, markup, together, script)


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


def _joined(fences: _Fences, block: Block, info: InfoString, languages: frozenset[str]) -> str:
    """Return the fences of some languages that belong to a script: of the same live sample, else near it on the page."""
    others = [(other, words) for other, words in fences.all if words.language in languages]
    samples = _live_samples(info)
    if samples:
        chosen = [other for other, words in others if samples & _live_samples(words)]
    elif "interactive-example" in info.words:
        chosen = [other for other, words in others if "interactive-example" in words.words]
    else:
        places = _surroundings(fences, block)
        near = (
            [one for one, _ in others if start <= one.span.start < end] for start, end in places
        )
        chosen = next((found for found in near if found), [])
    return "\n".join(code_of(fences.page, other) for other in chosen)


def _live_samples(info: InfoString) -> frozenset[str]:
    """Return the ids of live samples; MDN compares them in lower case."""
    return frozenset(id_.lower() for id_ in info.live_samples)


def _heading_sample(fences: _Fences, block: Block) -> tuple[Block, ...]:
    """Return the fences of the smallest live sample that shows `block` because it stands below a heading; none."""
    return next((shown for shown in fences.samples if block in shown), ())


def _surroundings(fences: _Fences, block: Block) -> Iterator[tuple[int, int]]:
    """Yield the parts of the page that a script may belong to, the closest first: what the live sample around it shows;
    else what stands below the closest heading of level 2 or 3, and then what introduces the sections around that.
    """
    shown = _heading_sample(fences, block)
    if shown:
        yield shown[0].span.start, shown[-1].span.end
        return
    page = fences.page
    headings = [one.block for one in page.headings]
    above = _headings_above(page, block)
    if not above:
        yield page.body.start, page.body.end
    for number, heading in enumerate(reversed(above)):
        start = heading.span.start
        ends = (
            one.span.start
            for one in headings
            if one.span.start > start and (number or one.level <= heading.level)
        )
        yield start, next(ends, page.body.end)


def _headings_above(page: Page, block: Block) -> list[Block]:
    """Return the headings of levels 2 and 3 above a block, the closest last; one that only names a language belongs to
    the one above it.
    """
    above: list[Anchor] = []
    for heading in page.headings:
        if heading.block.span.start > block.span.start:
            break
        above = [one for one in above if one.block.level < heading.block.level]
        if heading.block.level <= 3:
            above.append(heading)
    while len(above) > 1 and above[-1].words.strip().lower() in _LANGUAGE_NAMES:
        above.pop()
    return [one.block for one in above]


_LANGUAGE_NAMES = frozenset({"css", "html", "javascript", "js"})

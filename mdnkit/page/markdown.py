"""The one Markdown grammar: markdown-it-py, set up as MDN's pages are read (CommonMark with tables and strikethrough).

Blocks are parsed without their inline content; the inline content of a block is parsed when somebody asks for it.
"""

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

References = dict[str, Any]
"""What markdown-it keeps while it reads a page: the link definitions under `references`."""


MOST_LEVELS = 100
"""Levels of blocks and of emphasis; what is nested more deeply is left out, which keeps hostile pages harmless."""


@functools.cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    # Lists of MDN's pages are deeper than the 20 levels after which the preset drops what it reads.
    parser = MarkdownIt("commonmark", {"maxNesting": MOST_LEVELS})
    parser.enable(["table", "strikethrough"])
    # Links are compared with what the writer wrote, so they are neither percent-encoded nor dropped as unsafe.
    parser.normalizeLink = _unchanged  # type: ignore[method-assign]  # mypy - this is the documented way
    parser.validateLink = _accept  # type: ignore[method-assign]  # mypy - as above
    rules = zip(
        parser.inline.ruler.get_active_rules(), parser.inline.ruler.getRules(""), strict=True
    )
    for name, rule in rules:
        if name in ("link", "image", "backticks", "autolink", "html_inline"):
            parser.inline.ruler.at(name, _with_positions(name, rule))
    return parser


def _unchanged(url: str) -> str:
    return url


def _accept(url: str) -> bool:
    return True


def _with_positions(
    name: str, rule: Callable[["StateInline", bool], bool]
) -> Callable[["StateInline", bool], bool]:
    """Wrap an inline rule, so that the first token it makes says in `meta` where it stands.

    `span` is the whole, `label` the words between the brackets of a link or an image.
    """

    def positioned(state: "StateInline", silent: bool) -> bool:
        if name == "html_inline" and _is_unclosed(state.src, state.pos):
            return False
        before, start = len(state.tokens), state.pos
        pending = bool(state.pending)
        matched: bool = rule(state, silent)
        if matched and not silent:
            # Text that was waiting becomes a token of its own before the rule's first one.
            first = before + (1 if pending and len(state.tokens) > before + 1 else 0)
            if first < len(state.tokens):
                meta = state.tokens[first].meta
                meta["span"] = (start, state.pos)
                if name in ("link", "image"):
                    opening = start + (name == "image")
                    end = state.md.helpers.parseLinkLabel(state, opening, name == "link")
                    meta["label"] = (opening + 1, end)
        return matched

    return positioned


def _is_unclosed(text: str, at: int) -> bool:
    """Return whether what begins at `at` is no HTML because nothing closes it; the rule itself looks once for each `<`."""
    for opening, closing in (("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>")):
        if text.startswith(opening, at):
            return _last(text, closing) < at
    return False


@functools.lru_cache(maxsize=8)
def _last(text: str, closing: str) -> int:
    """Return where `closing` stands last; a text of nothing but openings asks this for each of them."""
    return text.rfind(closing)


def block_tokens(text: str) -> tuple[list["Token"], References]:
    """Return the block tokens of a text, and its link definitions. Lines of tokens are 0-based."""
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_core.normalize import normalize

    parser = _parser()
    references: References = {}
    core = StateCore(text, parser, references)
    normalize(core)
    parser.block.parse(core.src, parser, references, core.tokens)
    return core.tokens, references


def inline_tokens(text: str, references: References) -> list["Token"]:
    """Return the inline tokens of a block's text; links, images, code and HTML carry `meta["span"]`."""
    tokens: list[Token] = []
    parser = _parser()
    parser.inline.parse(text, parser, references, tokens)
    return tokens

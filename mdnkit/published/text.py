"""Reads a published page from its text: Markdown that a converter made of it, or bare lines as copied from a browser."""

import re

from mdnkit.published.shown import PublishedCode, Shown

_LINK = re.compile(r"\]\(<?([^\s()<>]+(?:\([^\s()]*\)[^\s()<>]*)*)>?(?:\s+\"[^\"]*\")?\)")
_BARE_LINK = re.compile(r"(?<![(<\w])https?://[^\s<>()\"]+")
_HEADING = re.compile(r"##(?!#)\s+(.*?)\s*#*\s*")
_LINKED = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_FENCE = re.compile(r"([`~]{3,})\s*([\w-]*)(.*)")
_LABEL = re.compile(r"[a-z][\w+-]{0,19}(?:-nolint)?")
_ALIASES = {"javascript": "js"}
_MODIFIED = re.compile(r"last modified on\W+([A-Za-z]+\.? \d{1,2}, \d{4}|\d{4}-\d\d-\d\d)")


def read_text(text: str, first_line: int = 1) -> Shown:
    """Return what text shows; `first_line` is the line of its file in which it begins. Never raises."""
    lines = text.split("\n")
    codes = _codes(lines, first_line)
    links = [*_LINK.findall(text), *_BARE_LINK.findall(text)]
    modified = _MODIFIED.search(text)
    return Shown(
        title=next((line.lstrip("# ").strip() for line in lines if line.strip()), ""),
        codes=tuple(codes),
        links=tuple(links),
        is_marked=bool(codes) or any(_HEADING.fullmatch(line) for line in lines),
        modified=modified[1] if modified else "",
    )


def _codes(lines: list[str], first_line: int) -> list[PublishedCode]:
    """Return the fenced code; MDN shows the language as a line of its own above it."""
    codes: list[PublishedCode] = []
    section = ""
    at = 0
    while at < len(lines):
        heading = _HEADING.fullmatch(lines[at])
        fence = _FENCE.fullmatch(lines[at].strip())
        if heading:
            section = _LINKED.sub(r"\1", heading[1])
        elif fence:
            end = next(
                (i for i in range(at + 1, len(lines)) if lines[i].strip() == fence[1]), len(lines)
            )
            indent = len(lines[at]) - len(lines[at].lstrip())
            body = [
                line[min(indent, len(line) - len(line.lstrip())) :] for line in lines[at + 1 : end]
            ]
            language = _ALIASES.get(fence[2], fence[2]) or _label(lines, at)
            code = "".join(f"{line}\n" for line in body)
            words = tuple(fence[3].split())
            codes.append(
                PublishedCode(
                    language.removesuffix("-nolint"), words, code, section, at + first_line
                )
            )
            at = end
        at += 1
    return codes


def _label(lines: list[str], fence: int) -> str:
    """Return the language that stands above a fence; empty without one."""
    above = next((line.strip() for line in reversed(lines[:fence]) if line.strip()), "")
    return above if _LABEL.fullmatch(above) else ""

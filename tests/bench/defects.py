"""Ways to damage a translation, and to change it without harm. Each takes a pair and gives the changed text and its place."""

import random
import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from mdnkit.l10n.pair import Pair
from mdnkit.locales.locale import locale
from mdnkit.page.blocks import Block
from mdnkit.page.event_claims import flag_claims, sentences
from mdnkit.page.inlines import Inline
from mdnkit.page.page import Page
from mdnkit.span import Span


class Change(NamedTuple):
    """A changed translation."""

    text: str
    place: Span
    """Lines of the changed text, 1-based and both included, where a finding is at the right place."""


Kind = Callable[[Pair, random.Random], Change | None]

DEFECTS: dict[str, Kind] = {}
HARMLESS: dict[str, Kind] = {}


def defect(kind: Kind) -> Kind:
    """Add a kind of damage."""
    DEFECTS[kind.__name__.replace("_", " ")] = kind
    return kind


def harmless(kind: Kind) -> Kind:
    """Add a kind of change that nothing should be said about."""
    HARMLESS[kind.__name__.replace("_", " ")] = kind
    return kind


def line_of(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def replaced(page: Page, span: Span, new: str) -> Change:
    """Replace the text of a span; the finding belongs to the lines of the new text."""
    text = page.text[: span.start] + new + page.text[span.end :]
    return Change(text, Span(line_of(text, span.start), line_of(text, span.start + len(new))))


def removed(page: Page, span: Span) -> Change:
    """Take out whole lines; the finding belongs between the lines that are neighbours then."""
    before, after = page.text[: span.start].rstrip(), page.text[span.end :].lstrip("\n")
    text = f"{before}\n\n{after}"
    return Change(text, Span(line_of(text, len(before)), line_of(text, len(before) + 2)))


def in_block(page: Page, block: Block, span: Span, new: str) -> Change:
    """Replace something that leaves no trace; the finding belongs to the lines of its block."""
    text = page.text[: span.start] + new + page.text[span.end :]
    length = len(page.text[slice(*block.span)].rstrip()) + len(new) - (span.end - span.start)
    return Change(
        text, Span(line_of(text, block.span.start), line_of(text, block.span.start + length))
    )


def pick(items: Sequence[object], chance: random.Random) -> object | None:
    return chance.choice(items) if items else None


def blocks(page: Page, *kinds: str) -> list[Block]:
    return [block for block in page.all_blocks if block.kind in kinds]


def inlines(page: Page, kind: str, wanted: Callable[[Inline], bool]) -> list[tuple[Block, Inline]]:
    found = []
    for block in blocks(page, "paragraph", "cell", "term"):
        pieces = page.inlines(block)
        found += [(block, piece) for piece in pieces if piece.kind == kind and wanted(piece)]
    return found


def inside(page: Page, block: Block, children: Sequence[Block]) -> Change:
    """Take a row or an item out of its lines."""
    text = page.text[: block.span.start] + page.text[block.span.end :]
    line = line_of(text, block.span.start)
    return Change(text, Span(line - 1, line))


def section(page: Page, chance: random.Random) -> Span | None:
    """Return a section with everything below it that is not the last one."""
    tops = [block for block in page.blocks if block.kind == "heading"]
    found = []
    for index, heading in enumerate(tops):
        rest = [other for other in tops[index + 1 :] if other.level <= heading.level]
        end = rest[0].span.start if rest else len(page.text)
        if page.text[heading.span.end : end].strip():
            found.append(Span(heading.span.start, end))
    return chance.choice(found) if found else None


@defect
def lost_section(pair: Pair, chance: random.Random) -> Change | None:
    span = section(pair.translation, chance)
    return removed(pair.translation, span) if span else None


@defect
def duplicated_section(pair: Pair, chance: random.Random) -> Change | None:
    page = pair.translation
    span = section(page, chance)
    if span is None:
        return None
    part = page.text[slice(*span)].rstrip() + "\n\n"
    text = page.text[: span.start] + part + page.text[span.start :]
    lines = part.count("\n")
    first = line_of(text, span.start)
    return Change(text, Span(first, first + 2 * lines))


@defect
def lost_paragraph(pair: Pair, chance: random.Random) -> Change | None:
    page = pair.translation
    block = pick([block for block in page.blocks if block.kind == "paragraph"], chance)
    return removed(page, block.span) if block else None


@defect
def lost_item(pair: Pair, chance: random.Random) -> Change | None:
    page = pair.translation
    lists = [block for block in blocks(page, "list") if len(block.children) > 2]
    items = [item for block in lists for item in block.children]
    item = pick(items, chance)
    return inside(page, item, ()) if item else None


@defect
def lost_description(pair: Pair, chance: random.Random) -> Change | None:
    page = pair.translation
    lists = [block for block in blocks(page, "definitions") if len(block.children) > 3]
    found = [
        Span(term.span.start, after.span.end)
        for block in lists
        for term, after in zip(block.children, block.children[1:], strict=False)
        if term.kind == "term" and after.kind == "description"
    ]
    span = pick(found, chance)
    if span is None:
        return None
    text = page.text[: span.start] + page.text[span.end :]
    return Change(text, Span(line_of(text, span.start) - 1, line_of(text, span.start)))


@defect
def lost_cell(pair: Pair, chance: random.Random) -> Change | None:
    page = pair.translation
    cell = pick([cell for cell in blocks(page, "cell") if cell.text.strip()], chance)
    return in_block(page, cell, cell.span, " ") if cell else None


@defect
def table_row_lost(pair: Pair, chance: random.Random) -> Change | None:
    page = pair.translation
    row = pick([row for row in blocks(page, "row") if row.info == "body"], chance)
    return inside(page, row, ()) if row else None


@defect
def moved_block(pair: Pair, chance: random.Random) -> Change | None:
    page = pair.translation
    tops = page.blocks
    found = [
        i for i, block in enumerate(tops[:-3]) if block.kind == "paragraph" and "`" in block.text
    ]
    index = pick(found, chance)
    if index is None:
        return None
    block, after = tops[index], tops[index + 2]
    part = page.text[slice(*block.span)].rstrip() + "\n\n"
    rest = page.text[block.span.end : after.span.end].lstrip("\n")
    text = (
        page.text[: block.span.start]
        + rest.rstrip()
        + "\n\n"
        + part
        + page.text[after.span.end :].lstrip("\n")
    )
    first = line_of(text, block.span.start)
    return Change(text, Span(first - 2, first + rest.count("\n") + 3))


@defect
def merged_paragraphs(pair: Pair, chance: random.Random) -> Change | None:
    page = pair.translation
    tops = page.blocks
    found = [(one, two) for one, two in pairwise(tops) if one.kind == two.kind == "paragraph"]
    both = pick(found, chance)
    if both is None:
        return None
    one, two = both
    return in_block(
        page, one, Span(len(page.text[: two.span.start].rstrip()), two.span.start), "\n"
    )


@defect
def heading_level(pair: Pair, chance: random.Random) -> Change | None:
    page = pair.translation
    heading = pick(blocks(page, "heading"), chance)
    if heading is None or not page.text.startswith("#", heading.span.start):
        return None
    return replaced(page, Span(heading.span.start, heading.span.start), "#")


@defect
def changed_code_token(pair: Pair, chance: random.Random) -> Change | None:
    page = pair.translation
    found = []
    for block in blocks(page, "fence"):
        if block.info.split(" ")[0].removesuffix("-nolint") not in ("js", "css"):
            continue
        # Words before the first quotation mark or comment of a line are code.
        for line in re.finditer(
            r"^[^\"'`/#*\n]*?\b([A-Za-z]{3,})\b", page.text[slice(*block.span)], re.MULTILINE
        ):
            if not line[0].startswith("```"):
                found.append(Span(block.span.start + line.start(1), block.span.start + line.end(1)))
    span = pick(
        [span for span in found if page.text[: span.start].rstrip(" ").endswith("\n")], chance
    )
    return replaced(page, span, "ergebnis") if span else None


@defect
def changed_info_string(pair: Pair, chance: random.Random) -> Change | None:
    page = pair.translation
    fence = pick([block for block in blocks(page, "fence") if block.info], chance)
    if fence is None:
        return None
    at = page.text.find(fence.info, fence.span.start)
    return replaced(page, Span(at, at + len(fence.info)), "text")


@defect
def lost_fence(pair: Pair, chance: random.Random) -> Change | None:
    page = pair.translation
    fence = pick([block for block in page.blocks if block.kind == "fence"], chance)
    return removed(page, fence.span) if fence else None


@defect
def unclosed_fence(pair: Pair, chance: random.Random) -> Change | None:
    page = pair.translation
    fence = pick([block for block in page.blocks if block.kind == "fence"], chance)
    if fence is None:
        return None
    lines = page.text[slice(*fence.span)].rstrip().split("\n")
    change = in_block(page, fence, fence.span, "\n".join(lines[:-1]) + "\n\n")
    first = line_of(page.text, fence.span.start)
    return change._replace(place=Span(first, first + len(lines) + 1))


def _block_at(page: Page, offset: int) -> Block | None:
    leaves = blocks(page, "paragraph", "cell", "term", "heading")
    return next((block for block in leaves if block.span.start <= offset < block.span.end), None)


@defect
def lost_macro(pair: Pair, chance: random.Random) -> Change | None:
    page = pair.translation
    call = pick(page.macro_calls, chance)
    block = _block_at(page, call.span.start) if call else None
    if block is None:
        return None
    if (
        block.text.strip().startswith("⟬")
        and block.text.strip().count("⟬") == 1
        and block.text.strip().endswith("⟭")
    ):
        return removed(page, block.span)
    return in_block(page, block, call.span, "")


@defect
def changed_macro_argument(pair: Pair, chance: random.Random) -> Change | None:
    page = pair.translation
    names = (
        "apiref",
        "glossary",
        "jsxref",
        "httpheader",
        "htmlelement",
        "cssxref",
        "domxref",
        "availableinworkers",
    )
    found = [call for call in page.macro_calls if call.key in names and call.arguments]
    call = pick(found, chance)
    if call is None or not call.text(0):
        return None
    at = page.text.find(call.text(0), call.inside_start)
    return replaced(page, Span(at, at + len(call.text(0))), "Schnittstelle") if at != -1 else None


def _is_docs(piece: Inline) -> bool:
    return piece.target.startswith("/de/docs/") and piece.target_span.end > 0


@defect
def link_lost(pair: Pair, chance: random.Random) -> Change | None:
    page = pair.translation
    found = pick(inlines(page, "link", _is_docs), chance)
    if found is None:
        return None
    block, link = found
    return in_block(page, block, link.span, page.text[slice(*link.label)])


@defect
def link_retargeted(pair: Pair, chance: random.Random) -> Change | None:
    page = pair.translation
    found = pick(inlines(page, "link", _is_docs), chance)
    if found is None:
        return None
    start, end = found[1].target_span
    return (
        in_block(page, found[0], Span(end, end), "-Seite")
        if "#" not in found[1].target
        else in_block(page, found[0], Span(start, end), "/de/docs/Web/Andere_Seite")
    )


@defect
def external_url_changed(pair: Pair, chance: random.Random) -> Change | None:
    page = pair.translation
    found = pick(
        inlines(page, "link", lambda p: p.target.startswith("http") and p.target_span.end > 0),
        chance,
    )
    return replaced(page, found[1].target_span, "https://example.org/seite") if found else None


def _codes(page: Page) -> list[tuple[Block, Inline]]:
    found = inlines(
        page, "code", lambda piece: re.fullmatch(r"[A-Za-z]{3,}", piece.text) is not None
    )
    return [(b, p) for b, p in found if page.text[slice(*b.span)].count(p.text) == 1]


@defect
def inline_code_translated(pair: Pair, chance: random.Random) -> Change | None:
    page = pair.translation
    found = pick(_codes(page), chance)
    return replaced(page, found[1].span, "`ergebnis`") if found else None


@defect
def inline_code_lost(pair: Pair, chance: random.Random) -> Change | None:
    page = pair.translation
    found = pick(_codes(page), chance)
    return in_block(page, *found[:1], found[1].span, "das Ergebnis") if found else None


@defect
def escaped_code(pair: Pair, chance: random.Random) -> Change | None:
    page = pair.translation
    found = pick(inlines(page, "code", lambda piece: piece.text.startswith("<")), chance)
    if found is None:
        return None
    at = page.text.find("<", found[1].span.start)
    return replaced(page, Span(at, at), "\\")


@defect
def image_renamed(pair: Pair, chance: random.Random) -> Change | None:
    page = pair.translation
    found = pick(
        inlines(page, "image", lambda piece: piece.target_span.end > 0 and "/" not in piece.target),
        chance,
    )
    return replaced(page, found[1].target_span, "ablauf.png") if found else None


@defect
def callout_marker_lost(pair: Pair, chance: random.Random) -> Change | None:
    page = pair.translation
    marks = list(re.finditer(r"^> \[!\w+\]\n(?=> )", page.text, re.MULTILINE))
    mark = pick(marks, chance)
    return replaced(page, Span(*mark.span()), "") if mark else None


@defect
def number_changed(pair: Pair, chance: random.Random) -> Change | None:
    page, found = pair.translation, []
    for block in blocks(page, "paragraph", "cell"):
        if re.search(r"[`\[<⟬(]", block.text) or "\n" in block.text:
            continue
        for match in re.finditer(r"(?<![\w.,-])\d{2,}(?![\w.,-])", block.text):
            at = page.text.find(match[0], block.span.start)
            found.append(Span(at, at + len(match[0])))
    span = pick(found, chance)
    return replaced(page, span, str(int(page.text[slice(*span)]) + 7)) if span else None


@defect
def claim_turned_round(pair: Pair, chance: random.Random) -> Change | None:
    """What a sentence says of the event's flags, affirmed where it was denied or denied where it was affirmed."""
    page, original = pair.translation, pair.original
    if original is None:
        return None
    claims = {claim.block for claim in flag_claims(original) if claim.sentence.count(".") == 1}
    found = []
    for ours, theirs in pair.matches:
        if ours is None or theirs is None or ours.block not in claims:
            continue
        text = page.text[slice(*theirs.block.span)]
        if len(sentences(text)) > 1 or len(sentences(original.words(ours.block))) > 1:
            continue
        denied = re.finditer(r"\bnicht |\bkein(?=en? )", text)
        found += [(theirs.block, match.span(), "ein" * (match[0] == "kein")) for match in denied]
        affirmed = re.finditer(r"(?<=Ereignis )(?:ist|kann) (?!nicht)", text)
        found += [(theirs.block, match.span(), f"{match[0]}nicht ") for match in affirmed]
    if not found:
        return None
    block, (start, end), new = chance.choice(found)
    return replaced(page, Span(block.span.start + start, block.span.start + end), new)


@defect
def tag_lost(pair: Pair, chance: random.Random) -> Change | None:
    page = pair.translation
    tags = inlines(
        page,
        "html",
        lambda piece: re.match(r"</(?:kbd|sub|sup|var|span|math)", piece.text) is not None,
    )
    found = pick(tags, chance)
    return in_block(page, found[0], found[1].span, "") if found else None


@defect
def comment_lost(pair: Pair, chance: random.Random) -> Change | None:
    page = pair.translation
    found = [
        block for block in page.blocks if block.kind == "html" and block.text.startswith("<!--")
    ]
    block = pick(found, chance)
    return removed(page, block.span) if block and "-->" in block.text else None


@defect
def truncated_page(pair: Pair, chance: random.Random) -> Change | None:
    page = pair.translation
    block = pick(page.blocks[len(page.blocks) // 2 :], chance)
    return removed(page, Span(block.span.start, len(page.text))) if block else None


@defect
def text_cut_off(pair: Pair, chance: random.Random) -> Change | None:
    page = pair.translation
    found = [
        block
        for block in page.blocks
        if block.kind == "paragraph"
        and "\n" not in block.text
        and len(block.text) > 150
        and block.text.endswith(".")
    ]
    block = pick(found, chance)
    if block is None:
        return None
    line = page.text[slice(*block.span)].rstrip()
    cut = line[: len(line) // 2].rstrip().rsplit(" ", 1)[0]
    return replaced(page, Span(block.span.start, block.span.start + len(line)), cut)


@defect
def untranslated_paragraph(pair: Pair, chance: random.Random) -> Change | None:
    page, original = pair.translation, pair.original
    found = [
        (ours.block, theirs.block)
        for ours, theirs in pair.matches
        if ours
        and theirs
        and theirs.block in page.blocks
        and theirs.block.kind == "paragraph"
        and len(
            re.findall(
                r"\b[a-z]{2,}\b",
                re.sub(r"`[^`]*`|\[.*?\]\(.*?\)|⟬.*?⟭|[_*\"].*?[_*\"]", "", ours.block.text),
            )
        )
        > 9
    ]
    both = pick(found, chance)
    if both is None or original is None:
        return None
    english = original.text[slice(*both[0].span)].replace("/en-US/docs/", "/de/docs/")
    return replaced(page, both[1].span, english)


@defect
def English_heading_left(pair: Pair, chance: random.Random) -> Change | None:
    page, original = pair.translation, pair.original
    known = locale("de").sections
    found = []
    for ours, theirs in pair.matches:
        if ours and theirs and theirs.block.kind == "heading" and original:
            words = original.words(ours.block)
            if words in known and words not in known[words]:
                found.append((words, theirs.block))
    both = pick(found, chance)
    if both is None:
        return None
    line = page.text[slice(*both[1].span)].rstrip()
    marks = "#" * both[1].level
    return replaced(
        page, Span(both[1].span.start, both[1].span.start + len(line)), f"{marks} {both[0]}"
    )


@defect
def forbidden_term(pair: Pair, chance: random.Random) -> Change | None:
    page = pair.translation
    words = {
        "abbrechbar": "stornierbar",
        "Promise": "Versprechen",
        "Worker": "Arbeiter",
        "bubbelt": "blubbert",
    }
    found = []
    for block in blocks(page, "paragraph"):
        for right, wrong in words.items():
            match = re.search(rf"(?<![`\w/(\[\"-]){right}\b(?![`\](\"/-])", block.text)
            if match and "\n" not in block.text and "`" not in block.text and "[" not in block.text:
                at = page.text.find(right, block.span.start)
                found.append((Span(at, at + len(right)), wrong))
    both = pick(found, chance)
    return replaced(page, *both) if both else None


@defect
def name_in_title_translated(pair: Pair, chance: random.Random) -> Change | None:
    page = pair.translation
    entry = page.front_matter.get("title")
    match = re.match(r"\"?(\w+): ", page.text[entry.value.span.start :]) if entry else None
    if match is None or not re.search(r"page-type: web-api-(?:event|instance)", pair.original.text):
        return None
    at = entry.value.span.start + match.start(1)
    return replaced(page, Span(at, at + len(match[1])), "Schnittstelle")


@defect
def link_torn_apart(pair: Pair, chance: random.Random) -> Change | None:
    page = pair.translation
    found = pick(inlines(page, "link", _is_docs), chance)
    if found is None:
        return None
    end = found[1].label.end
    return replaced(page, Span(end, end + 1), "]-Objekt")


@defect
def link_in_back_ticks(pair: Pair, chance: random.Random) -> Change | None:
    page = pair.translation
    found = inlines(
        page, "link", lambda piece: _is_docs(piece) and page.text[piece.label.start] == "`"
    )
    both = pick(found, chance)
    if both is None:
        return None
    span = both[1].span
    return replaced(page, span, f"`{page.text[slice(*span)]}`")


def _plain(page: Page) -> list[Block]:
    return [
        b for b in page.blocks if b.kind == "paragraph" and "\n" not in b.text and len(b.text) > 60
    ]


def _in_words(
    page: Page, chance: random.Random, pattern: str, new: Callable[[re.Match[str]], str]
) -> Change | None:
    """Replace a match in the words of a paragraph, outside code, links and macros."""
    found = []
    for block in _plain(page):
        hidden = [piece.span for piece in page.inlines(block)]
        hidden += [call.span for call in page.calls_in(block.span)]
        for match in re.finditer(pattern, page.text[slice(*block.span)]):
            span = Span(block.span.start + match.start(), block.span.start + match.end())
            if not any(other.start < span.end and span.start < other.end for other in hidden):
                found.append((span, new(match)))
    both = pick(found, chance)
    return replaced(page, *both) if both else None


@harmless
def synonym(pair: Pair, chance: random.Random) -> Change | None:
    words = {
        "verwendet": "benutzt",
        "verwenden": "benutzen",
        "zurück": "wieder",
        "kann": "darf",
        "oder": "beziehungsweise",
        "Wert": "Inhalt",
        "eine": "irgendeine",
    }
    return _in_words(
        pair.translation, chance, rf"\b(?:{'|'.join(words)})\b", lambda match: words[match[0]]
    )


@harmless
def reordered_words(pair: Pair, chance: random.Random) -> Change | None:
    return _in_words(
        pair.translation,
        chance,
        r"\b([a-zäöüß]{3,}) ([a-zäöüß]{3,})\b",
        lambda match: f"{match[2]} {match[1]}",
    )


@harmless
def sentence_added(pair: Pair, chance: random.Random) -> Change | None:
    return _in_words(pair.translation, chance, r"\.$", lambda match: ". Das gilt überall.")


@harmless
def number_as_a_word(pair: Pair, chance: random.Random) -> Change | None:
    words = ["null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"]
    return _in_words(
        pair.translation, chance, r"(?<=[a-z] )\d(?= [a-zA-Z])", lambda match: words[int(match[0])]
    )


@harmless
def comment_in_code_translated(pair: Pair, chance: random.Random) -> Change | None:
    page, found = pair.translation, []
    for block in blocks(page, "fence"):
        if block.info.split(" ")[0] == "js" and "`" not in block.text:
            for match in re.finditer(
                r"^[^\"'/\n]*// (.+)$", page.text[slice(*block.span)], re.MULTILINE
            ):
                found.append(
                    Span(block.span.start + match.start(1), block.span.start + match.end(1))
                )
    span = pick(found, chance)
    return replaced(page, span, "ein Kommentar auf Deutsch") if span else None


@harmless
def link_written_as_macro(pair: Pair, chance: random.Random) -> Change | None:
    page = pair.translation
    prefix = "/de/docs/Web/API/"
    found = inlines(
        page,
        "link",
        lambda p: (
            p.target.startswith(prefix) and "#" not in p.target and page.text[p.label.start] == "`"
        ),
    )
    both = pick(found, chance)
    if both is None:
        return None
    link = both[1]
    name = link.target.removeprefix(prefix)
    return replaced(page, link.span, f'{{{{domxref("{name}", "{link.text}")}}}}')


@harmless
def macro_written_as_link(pair: Pair, chance: random.Random) -> Change | None:
    page = pair.translation
    found = [
        c
        for c in page.macro_calls
        if c.key == "httpheader" and len(c.arguments) == 1 and _block_at(page, c.span.start)
    ]
    call = pick(found, chance)
    if call is None:
        return None
    name = call.text(0)
    return replaced(page, call.span, f"[`{name}`](/de/docs/Web/HTTP/Reference/Headers/{name})")


@harmless
def rewrapped_paragraph(pair: Pair, chance: random.Random) -> Change | None:
    return _in_words(pair.translation, chance, r"(?<=[a-z,]) (?=[a-z]{3})", lambda match: "\n")


@harmless
def other_form_of_the_title(pair: Pair, chance: random.Random) -> Change | None:
    page = pair.translation
    match = re.search(
        r"^title: \"(\w+): ([\w()]+)-(Eigenschaft|Methode|Ereignis)\"$", page.text, re.MULTILINE
    )
    return (
        replaced(page, Span(*match.span()), f'title: "{match[1]}: {match[3]} {match[2]}"')
        if match
        else None
    )


@harmless
def heading_worded_differently(pair: Pair, chance: random.Random) -> Change | None:
    page = pair.translation
    found = [
        b
        for b in blocks(page, "heading")
        if b.level > 2 and re.fullmatch(r"[A-ZÄÖÜ][\wäöüß]+(?: [\wäöüß]+)+", b.text)
    ]
    heading = pick(found, chance)
    if heading is None:
        return None
    at = page.text.find(heading.text, heading.span.start)
    return replaced(page, Span(at, at + len(heading.text)), heading.text + " im Einzelnen")

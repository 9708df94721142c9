"""Malformed macro calls: what is wrong with each, where it probably ends, how to mend it.

The grammar decides what is malformed; what a writer meant is guessed from names in the catalogue.
Braces that begin no macro, as in templates of other languages, are left alone.
"""

import re
from collections.abc import Iterator
from itertools import islice

from mdnkit.finding import Edit
from mdnkit.macros.catalogue import Parameter, macro
from mdnkit.page.macro_grammar import ARGUMENTS, CALL, NAME, STRING, VALUE
from mdnkit.page.macro_mistake import Malformed, Mistake
from mdnkit.page.macro_slots import QUOTE_FLAWS, Flaw, find_flaws
from mdnkit.span import Span

_WORD = re.compile(r"(\{++)\s*+([^\W\d][\w-]*+)[ \t]*+(?:\r?\n[ \t]*+)?+")
_PLAIN_WORDS = frozenset(
    {"compat", "csp", "echo", "glossary", "next", "previous", "rfc", "specifications"}
)
"""Names that templates of other languages use for values; in lower case they need parentheses."""
_WELL_FORMED = re.compile(CALL)
_BLANK_LINE = re.compile(r"\n[ \t]*\r?\n")
_WELL_FORMED_SLOTS = re.compile(rf"\(\s*+(?:(?:{VALUE}\s*+)?+,\s*+)*+")
_PARENTHESES = re.compile(rf"\((?:{ARGUMENTS})\s*+\)")
_LONELY_CALL = re.compile(rf"\{{[ \t]*({NAME})\s*+\((?:{ARGUMENTS})\s*+\)\}}\}}")
_LONGEST_LONELY_CALL = 500
_MOST_FLAWS = 20
"""A call with more is no call that somebody would want mended."""
_SINGLE_BRACES = re.compile(r"[ \t]*\}(?:[ \t]*\})?")
_STRING = re.compile(STRING)
_FIRST_QUOTE = re.compile("[\"'`]")
_QUOTES = "\"'`“”„‘’"


class MistakeFinder:
    """Looks at the `{{` of one text that begin no well-formed call, from its start to its end."""

    def __init__(self, text: str, limit: int) -> None:
        self.text = text
        self.limit = limit
        """Where the part of the text to look at ends."""
        self._next_close = Span(0, 0)

    def malformed_at(self, at: int) -> Malformed | None:
        """Return the malformed call that begins at `at`, where `{{` stands; None when it is none.

        Looks no farther than the next `{{` or blank line outside strings.
        """
        word = _WORD.match(self.text, at, self.limit)
        if not word:
            return None
        name = Span(*word.span(2))
        if not word[2].isascii():
            return self._bad_name(at, name, word.end())
        following = self.text[word.end() : min(word.end() + 1, self.limit)]
        if not macro(word[2]) or (word[2] in _PLAIN_WORDS and following != "("):
            return None
        return _Attempt(self, at, len(word[1]) - 2, name, word.end()).malformed()

    def _bad_name(self, at: int, name: Span, after: int) -> Malformed | None:
        """Return the call of a name with letters beyond ASCII, such as a translated one."""
        if not self.text.startswith(("(", "}}"), after):
            return None
        opening = self.text.find("{{", after, self.limit)
        stop = self.limit if opening == -1 else opening
        close = self.text.find("}}", after, stop)
        if close == -1 or "\n" in self.text[after:close]:
            return None
        return Malformed(name, Span(at, close + 2), Mistake("bad-name", name))

    def lonely_before(self, start: int, close: int) -> Malformed | None:
        """Return the call that ends with the `)}}` at `close` and has lost its first brace.

        It begins after `start`. Names that may be functions in code do not count.
        """
        text = self.text
        at = text.rfind("{", max(start, close - _LONGEST_LONELY_CALL), close)
        match = _LONELY_CALL.match(text, at, close + 3) if at != -1 else None
        if not match or match.end() != close + 3 or not macro(match[1]):
            return None
        if match[1].islower() and "xref" not in match[1]:
            return None
        first = at - 2 if text.startswith("{ ", max(start, at - 2)) else at
        if first > start and text[first - 1] in "\\{$":
            return None
        braces = Span(first, at + 1)
        fix = (Edit(braces, "{{"),)
        name = Span(*match.span(1))
        return Malformed(name, Span(braces.start, close + 3), Mistake("lost-brace", braces, fix))

    def swallowed(self, end: int, behind: int) -> Span | None:
        """Return the text from `end` to the first `}}` after `behind`."""
        if not self._next_close.start <= behind <= self._next_close.end:
            close = self.text.find("}}", behind, self.limit)
            # Remembering the answer keeps the time linear when many calls have no end.
            self._next_close = Span(behind, self.limit if close == -1 else close)
        close = self._next_close.end
        return Span(end, close + 2) if close < self.limit else None


class _Attempt:
    """One malformed call of a known macro."""

    def __init__(
        self, finder: MistakeFinder, at: int, surplus: int, name: Span, after: int
    ) -> None:
        self.finder = finder
        self.text = text = finder.text
        self.at = at
        self.surplus = surplus
        """How many braces it has before the name beyond two."""
        self.name = name
        self.after = after
        """Where the name and the white space behind it end."""
        slots = _WELL_FORMED_SLOTS.match(text, after, finder.limit)
        self.settled = slots.end() if slots else after
        """Up to here everything is well formed: braces before it are inside strings."""
        opening = text.find("{{", self.settled, finder.limit)
        stop = finder.limit if opening == -1 else opening
        blank = _BLANK_LINE.search(text, self.settled, stop)
        self.stop = blank.start() if blank else stop
        """The call ends before this."""

    def malformed(self) -> Malformed:
        """Return what is wrong with the call."""
        close = self.text.find("}}", self.settled, self.stop)
        return self._unclosed() if close == -1 else self._closed(close)

    def _closed(self, close: int) -> Malformed:
        """Return what is wrong with a call that has its `}}`, at `close`."""
        flaws = list(islice(self._flaws(close), _MOST_FLAWS))
        end = close + 2
        if self.surplus:
            opening = Span(self.at, self.at + self.surplus)
            flaws.insert(0, Flaw("extra-brace", opening, (Edit(opening, ""),)))
            braces = self.text[end : end + self.surplus]
            closing = Span(end, end + len(braces) - len(braces.lstrip("}")))
            if closing.start < closing.end:
                flaws.append(Flaw("extra-brace", closing, (Edit(closing, ""),)))
            end = closing.end
        first = flaws[0] if flaws else Flaw("unexpected-text", Span(self.after, close))
        swallowed = self._swallowed_by_string(end) if first.kind == "lost-quote" else None
        mistake = Mistake(first.kind, first.span, self._fix(flaws, end), swallowed)
        return Malformed(self.name, Span(self.at, end), mistake)

    def _flaws(self, close: int) -> Iterator[Flaw]:
        """Yield what is wrong between the name and `close`, where the call ends."""
        text, start = self.text, self.after
        end = start + len(text[start:close].rstrip())
        if start >= end:
            return
        whole = _PARENTHESES.match(text, start, end)
        if whole and whole.end() == end:
            return
        rest = Span(whole.end() if whole else start, end)
        if whole or text[start] not in f"({_QUOTES}":
            if not text[rest.start : rest.end].strip(") \t\r\n"):
                yield Flaw("extra-parenthesis", rest, (Edit(rest, ""),))
            else:
                spaces = end - rest.start - len(text[rest.start : end].lstrip())
                yield Flaw("unexpected-text", Span(rest.start + spaces, end))
            return
        if text[start] == "(":
            start += 1
        else:
            here = Span(start, start)
            edit = Edit(Span(self.name.end, start), "(")
            yield Flaw("lost-parenthesis", here, (edit,))
        last = text[max(start, self.settled) : end]
        has_end = last.endswith(")") and last.count("(") < last.count(")")
        yield from find_flaws(text, start, end - 1 if has_end else end)
        if not has_end:
            here = Span(end, end)
            yield Flaw("lost-parenthesis", here, (Edit(here, ")"),))

    def _unclosed(self) -> Malformed:
        """Return what is wrong with a call without `}}`."""
        text, start = self.text, self.after
        end = self.settled if text.startswith("(", start) else self.name.end
        line_end = text.find("\n", end, self.stop)
        line_end = self.stop if line_end == -1 else line_end
        whole = _PARENTHESES.match(text, start, self.stop)
        if whole:
            end, certain = whole.end(), True
        elif text.startswith("(", start):
            parenthesis = text.find(")", self.settled, line_end)
            rest = text[self.settled : line_end if parenthesis == -1 else parenthesis + 1]
            end, certain = start + len(text[start : self.settled + len(rest)].rstrip()), False
        else:
            required = any(item.required for item in self._parameters())
            certain = not required and text[end:line_end].strip() in ("", "}", "} }")
        braces = _SINGLE_BRACES.match(text, end, self.stop)
        span = Span(end, braces.end() if braces else end)
        fix = self._fix([Flaw("lost-brace", span, (Edit(span, "}}"),))], span.end)
        swallowed = self.finder.swallowed(span.end, span.end)
        mistake = Mistake("lost-brace", span, fix if certain else (), swallowed)
        return Malformed(self.name, Span(self.at, span.end), mistake)

    def _parameters(self) -> tuple[Parameter, ...]:
        known = macro(self.text[self.name.start : self.name.end])
        return known.parameters if known else ()

    def _fix(self, flaws: list[Flaw], end: int) -> tuple[Edit, ...]:
        """Return the edits of all flaws if each has some and they make the call well formed."""
        if not all(flaw.edits for flaw in flaws):
            return ()
        edits: list[Edit] = []
        for edit in sorted((edit for flaw in flaws for edit in flaw.edits), key=_place):
            if edits and edits[-1].span.start == edit.span.start:
                # Edits that begin at one place have no order of their own.
                edit = Edit(edit.span, edits.pop().text + edit.text)
            edits.append(edit)
        if len(flaws) > 1 < len(edits) and any(flaw.kind in QUOTE_FLAWS for flaw in flaws):
            return ()
        parts: list[str] = []
        at = self.at
        for edit in edits:
            parts += (self.text[at : edit.span.start], edit.text)
            at = edit.span.end
        parts.append(self.text[at:end])
        return tuple(edits) if _WELL_FORMED.fullmatch("".join(parts)) else ()

    def _swallowed_by_string(self, end: int) -> Span | None:
        """Return what follows the call and is taken for the rest of a string without its end."""
        quote = _FIRST_QUOTE.search(self.text, self.settled, end)
        string = quote and _STRING.match(self.text, quote.start(), self.finder.limit)
        if not string or string.end() <= end:
            return None
        return self.finder.swallowed(end, string.end())


def _place(edit: Edit) -> Span:
    return edit.span

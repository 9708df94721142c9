"""Where link macros lead in the trees at hand."""

import functools
import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from mdnkit.macros.targets import LINK_MACROS, Target, candidates, navigation_slugs, target
from mdnkit.page.macro_call import MacroCall
from mdnkit.site.link import Kind, Resolution
from mdnkit.site.slug import EN_US, DocsUrl, folder_of, locale_name
from mdnkit.site.tree import Tree
from mdnkit.span import Span

if TYPE_CHECKING:
    from mdnkit.page.page import Page


class MacroLink(NamedTuple):
    """What a link macro names, and what answers it."""

    target: Target
    answer: Resolution
    """Of the first candidate that leads to a page, else of the first candidate."""
    argument: int = 0
    """The index of the argument that names the page."""


def argument_span(call: MacroCall, link: MacroLink) -> Span:
    """Return where the argument stands that names the page, without its quotes."""
    argument = call.arguments[link.argument]
    trimmed = 1 if argument.kind == "string" else 0
    return Span(argument.span.start + trimmed, argument.span.end - trimmed)


_IS_SLUG = re.compile(r"[^%?#]*[^%?#/]")
"""What needs no parsing to be a slug."""

_ORDER = {"page": 0, "redirect": 1, "case": 1, "unknown": 2, "missing": 3}


class MacroLinks:
    """Resolves calls of link macros with the help of `resolve`, in the trees that `tree` returns.

    Answers are kept, as most calls stand on many pages.
    """

    def __init__(
        self,
        resolve: Callable[[str | DocsUrl, str], Resolution | None],
        tree: Callable[[str], Tree | None],
    ) -> None:
        self._resolve = resolve
        self._tree = tree
        self._answers: dict[tuple[str, str, str], tuple[MacroLink, ...]] = {}
        self._settled: dict[str, set[tuple[str, str]]] = {}
        """For a locale, names and arguments of calls that lead to pages as they are, or are no links."""
        self._unsettled = functools.lru_cache(maxsize=1)(self._find_unsettled)

    def are_settled(self, page: "Page") -> bool:
        """Return whether each call of a page that leads to pages does so as it is."""
        return not self._unsettled(page)

    def of_page(self, page: "Page", kind: Kind) -> Sequence[tuple[MacroCall, MacroLink]]:
        """Return the calls of a page that are answered in the way `kind` (other than `page`), in order.

        They are kept until another page is asked about.
        """
        return self._unsettled(page).get(kind, ())

    def _find_unsettled(self, page: "Page") -> dict[str, list[tuple[MacroCall, MacroLink]]]:
        found: dict[str, list[tuple[MacroCall, MacroLink]]] = {}
        settled = self._settled.setdefault(page.locale, set())
        if page.written_calls <= settled:
            return found
        tree = self._tree(page.locale)
        for call in page.macro_calls:
            written = (call.name, call.inside)
            if written in settled:
                continue
            # A candidate that is the slug of a page as it stands settles the call.
            is_straight = tree is not None and any(map(tree.leads_straight, candidates(call)))
            links = () if is_straight else self.links(call, page.locale)
            unsettled = [link for link in links if link.answer.kind != "page"]
            if not unsettled:
                settled.add(written)
            for link in unsettled:
                found.setdefault(link.answer.kind, []).append((call, link))
        return found

    def find(self, call: MacroCall, locale: str) -> MacroLink | None:
        """Return where a call that becomes one link leads; None for a call that is no link to a page of MDN."""
        links = self.links(call, locale)
        return links[0] if links and call.key in LINK_MACROS else None

    def links(self, call: MacroCall, locale: str) -> tuple[MacroLink, ...]:
        """Return where a call leads for a reader of `locale`: one page, or several for navigation."""
        key = (call.name, call.inside, locale)
        if key not in self._answers:
            self._answers[key] = tuple(self._find(call, locale))
        return self._answers[key]

    def _find(self, call: MacroCall, locale: str) -> Iterator[MacroLink]:
        key = call.key
        if call.mistake is not None or key == "rfc":
            return
        if key in LINK_MACROS:
            where = target(call)
            if where is not None and (answer := self._best(where.candidates, locale)):
                yield MacroLink(where, answer)
            return
        for argument, slug in navigation_slugs(call):
            answer = self._best((slug,), locale)
            if answer is not None:
                yield MacroLink(Target((slug,), "", "", False), answer, argument)

    def _best(self, slugs: Sequence[str], locale: str) -> Resolution | None:
        best = self._at_once(slugs, locale)
        if best is not None:
            return best
        for slug in slugs:
            answer = self._answer(slug, locale)
            if answer is None:
                continue
            if best is None or _ORDER[answer.kind] < _ORDER[best.kind]:
                best = answer
            if answer.kind == "page":
                break
        return best

    def _at_once(self, slugs: Sequence[str], locale: str) -> Resolution | None:
        """Return the answer of the first candidate that may be a page, if it is seen at once to be one."""
        tree, english = self._tree(locale), self._tree(EN_US)
        if tree is None or english is None:
            return None
        for slug in slugs:
            if tree.leads_straight(slug):
                return Resolution("page", locale, slug, f"/{locale_name(locale)}/docs/{slug}")
            folder = folder_of(slug)
            is_odd = not _IS_SLUG.fullmatch(slug)
            if is_odd or tree.has_page(folder) or english.has_page(folder):
                return None
        return None

    def _answer(self, candidate: str, locale: str) -> Resolution | None:
        name = locale_name(locale)
        path = f"/{name}/docs/{candidate}"
        if _IS_SLUG.fullmatch(candidate):
            return self._resolve(DocsUrl(name, candidate, None, None, path, False), locale)
        return self._resolve(path, locale)

"""What the rules find in one page, given what they want besides it."""

import functools
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from mdnkit.config import Selection
from mdnkit.finding import Edit, Finding, Problem, Replacement
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.page.suppression_comment import find_suppressions
from mdnkit.rules.catalogue import RuleSet, matches, select_rules
from mdnkit.rules.rule import Rule
from mdnkit.site.site import Site
from mdnkit.site.slug import EN_US
from mdnkit.told_once import told_once

if TYPE_CHECKING:
    from mdnkit.examples.run import ExampleRun
    from mdnkit.l10n.pair import Pair
    from mdnkit.model.compat import Compat
    from mdnkit.model.facts import Facts

LONGEST_CONTEXT = 500
"""Code points of a source line that a finding keeps."""


_UTF_16 = ("\udcff\udcfe", "\udcfe\udcff")
"""The bytes with which a file in UTF-16 begins, as a page that is read as UTF-8 has them."""

OF_ANY_TEXT = frozenset(("source-readable", "source-encoding"))
"""The rules that look at a page whose Markdown cannot be read."""


class Others(NamedTuple):
    """What rules are given besides the page."""

    site: Site
    pair: "Pair | None"
    runs: "Sequence[ExampleRun] | None"
    """None where examples are not run."""


def look_at(
    page: Page, others: Others, selection: Selection, silent: tuple[str, ...]
) -> tuple[Finding, ...]:
    """Return what the selected rules find in a page, without what its comments suppress; `silent` as of `silent_rules`."""
    rules = select_rules(selection.select, selection.ignore)
    found: list[Finding] = []
    behind: dict[str, tuple[str, ...]] = {}
    for family, given in _checks(page, others, rules):
        for rule, problems in _problems(family, page, given):
            found += _findings(rule, page, problems, selection)
            if rule.behind:
                behind[rule.id] = rule.behind
    findings = told_once(found, behind)
    comments = find_suppressions(page)
    if not comments:
        return tuple(findings)
    from mdnkit.suppression import suppress

    kept, idle = suppress(findings, comments, rules.ids_except((*silent, "suppression")))
    if not idle:
        return kept
    said = [
        finding
        for rule, problems in _problems(rules.of("suppression"), page, (page, idle))
        for finding in _findings(rule, page, problems, selection)
    ]
    return kept + suppress(said, comments, ()).findings


def search_ahead(page: Page, others: Others, selection: Selection) -> None:
    """Do what `look_at` begins with, which is cheaper for many pages one after the other."""
    rules = select_rules(selection.select, selection.ignore)
    rules.search_ahead(_families(page, others), page)


def look_at_redirects(page: Page, site: Site, selection: Selection) -> tuple[Finding, ...]:
    """Return what the selected rules find in the redirects of a locale."""
    rules = select_rules(selection.select, selection.ignore)
    return tuple(
        finding
        for rule, problems in _problems(rules.of("locale"), page, (page, site))
        for finding in _findings(rule, page, problems, selection)
    )


def silent_rules(page: Page, others: Others) -> tuple[str, ...]:
    """Return the folders of rules that cannot know everything about a page in this run."""
    if page.unreadable or page.overload:
        return ("site", "translation", "compat", "model", "example")
    silent: list[str] = []
    tree = others.site.tree
    if tree(EN_US) is None or tree(page.locale) is None:
        silent.append("site")
    if page.is_translation and (others.pair is None or others.pair.original is None):
        silent.append("translation")
    if others.runs is None or not all(run.was_run for run in others.runs):
        silent.append("example")
    return tuple(silent)


def _checks(
    page: Page, others: Others, rules: RuleSet
) -> Iterator[tuple[Sequence[Rule[Any]], tuple[Any, ...]]]:
    """Yield the families of rules that look at a page, each with what it is given."""
    for folder, asked in rules.asked_of(_families(page, others), page, others.site):
        if page.overload:
            yield [rule for rule in asked if rule.id in OF_ANY_TEXT], (page,)
        elif folder == "example":
            for run in others.runs or ():
                yield asked, (run, _facts())
        elif asked:
            yield asked, _given(folder, page, others)


def _families(page: Page, others: Others) -> tuple[str, ...]:
    """Return the folders of the rules that have what they are given."""
    if page.overload or page.unreadable:
        return ("page",)
    translation = () if others.pair is None else ("translation",)
    example = ("example",) if others.runs else ()
    return ("page", "site", *translation, "compat", "model", *example)


def _given(folder: str, page: Page, others: Others) -> tuple[Any, ...]:
    """Return what the rules of a folder are given."""
    match folder:
        case "site":
            return page, others.site
        case "translation":
            return others.pair, others.site
        case "compat":
            return page, _compat()
        case "model":
            return page, _facts()
        case _:
            return (page,)


@functools.cache
def _compat() -> "Compat":
    """Return the compatibility data; one reader serves a whole process."""
    from mdnkit.model.compat import open_compat

    return open_compat()


@functools.cache
def _facts() -> "Facts":
    """Return the model's facts; one reader serves a whole process."""
    from mdnkit.model.facts import Facts

    return Facts()


def _findings(
    rule: Rule[Any], page: Page, problems: Sequence[Problem], selection: Selection
) -> Iterator[Finding]:
    """Yield the problems that a rule has found, placed in the page."""
    levels = [level for name, level in selection.severity.items() if matches(rule, (name,))]
    for problem in problems:
        start = page.source.position(problem.span.start)
        end = page.source.position(problem.span.end)
        line = page.source.line_span(start.line)
        edits = problem.edits if problem.edits and _may_be_mended(page) else ()
        yield Finding(
            path=page.path,
            line=start.line,
            column=start.column,
            rule=rule.id,
            end_line=end.line,
            end_column=end.column,
            message=problem.message,
            severity=levels[-1] if levels else problem.severity or rule.severity,
            locale=page.locale,
            slug=page.slug,
            edits=edits,
            related=problem.related,
            context=page.text[line.start : min(line.end, line.start + LONGEST_CONTEXT)],
            replacements=tuple(_replacement(page, edit) for edit in edits),
        )


def _may_be_mended(page: Page) -> bool:
    """Return whether edits make a page better: a file in UTF-16 would be damaged, and half a merge is to be merged first."""
    return not page.text.startswith(_UTF_16) and not page.conflict_markers


def _replacement(page: Page, edit: Edit) -> Replacement:
    start, end = page.source.position(edit.span.start), page.source.position(edit.span.end)
    return Replacement(*start, *end, edit.text)


def _problems(
    family: Sequence[Rule[Any]], page: Page, given: tuple[Any, ...]
) -> Iterator[tuple[Rule[Any], list[Problem]]]:
    """Yield the rules of a family that have something to say, with it.

    A rule that fails costs its own findings on this page, not the run, and says so.
    """
    for rule in family:
        try:
            problems = [*rule.check(*given)]
        except Exception as error:
            problems = [_failure(page, error)]
        if problems:
            yield rule, problems


def _failure(page: Page, error: Exception) -> Problem:
    message = _(
        "mdnkit failed on this page ({error}); this is a mistake in mdnkit, please report it."
    )
    text = message.format(error=f"{type(error).__name__}: {error}")
    return Problem(page.source.line_span(1), text)

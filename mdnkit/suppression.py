"""Which findings the comments of a page suppress, and which of the comments suppress nothing."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from mdnkit.finding import Finding
from mdnkit.page.suppression_comment import VERBS, Name, Suppression
from mdnkit.rules.catalogue import Named, all_rules, matches, meant_by


class Suppressed(NamedTuple):
    """What is left of the findings of a page."""

    findings: tuple[Finding, ...]
    idle: tuple[Name, ...]
    """Names in mdnkit's own comments that suppress nothing, though each rule they mean was asked."""


def suppress(
    findings: Iterable[Finding], comments: Sequence[Suppression], asked: Collection[str]
) -> Suppressed:
    """Return the findings that no comment suppresses; `asked` holds the ids of the rules that could have found something.

    A finding counts where it begins. Comments hold for whole lines; of those that hold for a line, the last one decides.
    """
    comments = [comment for comment in comments if comment.verb in VERBS]
    rules = {rule.id: rule for rule in all_rules().listed}
    kept: list[Finding] = []
    used: set[Name] = set()
    plans: dict[str, _Plan] = {}
    for finding in findings:
        if finding.rule not in plans:
            plans[finding.rule] = _plan(rules[finding.rule], comments)
        answers = plans[finding.rule].answers(finding.line)
        used.update(answers)
        if not answers:
            kept.append(finding)
    idle = (
        name
        for comment in comments
        if comment.tool == "mdnkit"
        for name in comment.names
        if not _is_used(name, comment, comments, used) and _was_asked(name, asked)
    )
    return Suppressed(tuple(kept), tuple(idle))


class _Plan(NamedTuple):
    """What suppresses the findings of one rule."""

    everywhere: list[Name]
    lines: dict[int, list[Name]]
    """For single lines."""
    changes: list[int]
    """The lines from which on something is switched off or on, in order."""
    after: list[list[Name]]
    """What holds after each change."""

    def answers(self, line: int) -> list[Name]:
        """Return the names that suppress what is found on `line`; none when nothing does."""
        last = bisect_right(self.changes, line) - 1
        within = self.everywhere + self.lines.get(line, [])
        return within or (self.after[last] if last >= 0 else [])


def _plan(rule: Named, comments: Sequence[Suppression]) -> _Plan:
    """Return what comments, in their order, mean for `rule`."""
    plan = _Plan([], {}, [], [])
    for comment in comments:
        names = _naming(rule, comment)
        match comment.verb:
            case "disable-file":
                plan.everywhere.extend(names)
            case "disable-line" if names:
                for line in range(comment.first, comment.last + 1):
                    plan.lines.setdefault(line, []).extend(names)
            case "disable-next-line" if names:
                plan.lines.setdefault(comment.last + 1, []).extend(names)
            case "disable" if names:
                plan.changes.append(comment.first)
                plan.after.append(names)
            case "enable" if names or _names_all(comment):
                plan.changes.append(comment.first)
                plan.after.append([])
    return plan


def _naming(rule: Named, comment: Suppression) -> list[Name]:
    """Return the names of a comment that mean `rule`; markdownlint's mean only rules that it has too."""
    if comment.tool == "mdnkit":
        return [name for name in comment.names if matches(rule, (name.text,))]
    if _names_all(comment) and rule.aliases:
        return [Name("", comment.span)]
    known = {name.lower() for name in (rule.id, *rule.aliases)} if rule.aliases else set()
    return [name for name in comment.names if name.text.lower() in known]


def _names_all(comment: Suppression) -> bool:
    """Return whether a comment without names means every rule: markdownlint's do, and every `enable`."""
    return not comment.names and (comment.tool == "markdownlint" or comment.verb == "enable")


def _is_used(
    name: Name, comment: Suppression, comments: Sequence[Suppression], used: Collection[Name]
) -> bool:
    """Return whether a name suppresses something, or, after `enable`, ends what was disabled before."""
    if comment.verb != "enable":
        return name in used
    before = (c for c in comments if c.verb == "disable" and c.span.start < comment.span.start)
    meant = meant_by(name.text)
    return any(_naming(rule, earlier) for earlier in before for rule in meant)


def _was_asked(name: Name, asked: Collection[str]) -> bool:
    """Return whether every rule that `name` means was asked; a name that means none is another rule's business."""
    meant = meant_by(name.text)
    return bool(meant) and all(rule.id in asked for rule in meant)

"""Comments that suppress findings are written so that they do what they say."""

import functools
from collections.abc import Iterator
from difflib import get_close_matches

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.page.suppression_comment import VERBS, Suppression, find_suppressions
from mdnkit.rules.catalogue import all_rules, meant_by
from mdnkit.rules.rule import page_rule


@page_rule(Severity.WARNING, where="<!--")
def suppression_form(page: Page) -> Iterator[Problem]:
    """A comment that suppresses findings names rules that exist, and says why; a missing reason is reported as a note.

    The forms are `mdnkit-disable`, up to `mdnkit-enable` or the end of the page, and `mdnkit-disable-line`,
    `mdnkit-disable-next-line` and `mdnkit-disable-file`.

    Bad: `<!-- mdnkit-disable-next-line makro-unknown -->`
    Good: `<!-- mdnkit-disable-next-line macro-unknown -- the macro comes with the next release -->`
    """
    for comment in find_suppressions(page):
        if comment.tool != "mdnkit":
            continue
        if comment.verb not in VERBS:
            yield Problem(comment.span, _unknown_verb(comment.verb))
            continue
        yield from _unknown_names(comment)
        if comment.verb == "enable":
            continue
        if not comment.names:
            message = _("The comment names no rule, so it suppresses nothing; name the rules.")
            yield Problem(comment.span, message)
        if not comment.reason:
            message = _("The comment does not say why; write ` -- ` and the reason before `-->`.")
            yield Problem(comment.span, message, severity=Severity.NOTE)


def _unknown_verb(verb: str) -> str:
    near = get_close_matches(verb, VERBS, n=1)
    hint = _(" Did you mean `mdnkit-{near}`?").format(near=near[0]) if near else ""
    known = ", ".join(f"`mdnkit-{name}`" for name in VERBS)
    message = _("There is no comment `mdnkit-{verb}`.{hint} There are {known}.")
    return message.format(verb=verb, hint=hint, known=known)


def _unknown_names(comment: Suppression) -> Iterator[Problem]:
    for name in comment.names:
        if meant_by(name.text):
            continue
        near = _near(name.text)
        hint = _(" Did you mean `{near}`?").format(near=near) if near else ""
        message = _("There is no rule `{name}`.{hint} `mdnkit rules` lists them.")
        yield Problem(name.span, message.format(name=name.text, hint=hint))


@functools.lru_cache(maxsize=256)
def _near(name: str) -> str:
    """Return the rule that was probably meant; empty when there is none."""
    ids = [rule.id for rule in all_rules().listed]
    return next(iter(get_close_matches(name, ids, n=1, cutoff=0.5)), "")

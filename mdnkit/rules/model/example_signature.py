"""Syntax sections list forms that Web IDL has."""

from collections.abc import Iterator

from mdnkit.examples.signature import signature_mistakes
from mdnkit.finding import Problem, Severity
from mdnkit.model.facts import Facts
from mdnkit.page.page import Page
from mdnkit.rules.rule import model_rule


@model_rule(Severity.ERROR, where="-nolint")
def example_signature(page: Page, facts: Facts) -> Iterator[Problem]:
    """The forms in the syntax section of a method or a constructor are those that Web IDL has.

    Readers take from there how many arguments they must pass. Compared are the name, `new`, the number of
    arguments and their order; parameters may have other names than in the standard. A static method that is
    shown without its interface and more arguments than the standard takes, which browsers ignore, are
    warnings; a form without an optional argument that is not listed is a note. Silent where the page or the
    compatibility data says that something is deprecated or non-standard, and in translations, which have
    the code of the English page.

    Bad: `setRangeText(replacement, start)`
    Good: `setRangeText(replacement, start, end)`
    """
    if page.is_translation:
        return
    for mistake in signature_mistakes(page, facts):
        yield Problem(mistake.span, mistake.message, severity=mistake.severity)

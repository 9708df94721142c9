"""What a rule is. Its id comes from its function's name, its documentation from the docstring, its kind from the folder."""

import inspect
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from mdnkit.finding import Problem, Severity

if TYPE_CHECKING:
    from mdnkit.examples.run import ExampleRun
    from mdnkit.l10n.pair import Pair
    from mdnkit.model.compat import Compat
    from mdnkit.model.facts import Facts
    from mdnkit.page.page import Page
    from mdnkit.page.suppression_comment import Name
    from mdnkit.site.site import Site

Patterns = str | tuple[str, ...]
"""One regular expression or several."""

Check = TypeVar("Check", bound=Callable[..., Iterator[Problem]])


class Rule(NamedTuple, Generic[Check]):
    """One thing that is checked, and everything that is said about it."""

    check: Check
    severity: Severity
    aliases: tuple[str, ...] = ()
    """Other ids under which it is known, such as markdownlint's."""
    where: tuple[str, ...] = ()
    """Regular expressions that the body of a page is searched for, `front` those for its front matter, `macros` the keys of
    macros that it may call. A page that has none of them is not for the rule, which is not even imported then. Without all
    three and without `unless`, the rule is asked about every page.
    RE2 searches for all of them at once, however many there are and however much they ask for, but knows nothing of what
    stands before or behind a match: https://github.com/google/re2/wiki/Syntax. Each line has a line end before it and one
    behind it. `?` stands for bytes that are no text."""
    front: tuple[str, ...] = ()
    macros: tuple[str, ...] = ()
    unless: str = ""
    """What of `mdnkit.page.block_facts`, `mdnkit.page.page_facts` or `mdnkit.site.site_facts` leaves it nothing to say; it
    is asked about the pages of which that is not known, and about those that have what it names besides."""
    behind: tuple[str, ...] = ()
    """The ids of rules that know more: its findings give way to theirs about the same place, as of `mdnkit.told_once`."""

    @property
    def id(self) -> str:
        """The id that users see: `macro_unknown` is `macro-unknown`."""
        return self.check.__name__.replace("_", "-")

    @property
    def documentation(self) -> str:
        """The docstring: what is checked, why, and the lines `Bad:` and `Good:`."""
        return inspect.cleandoc(self.check.__doc__ or "")

    @property
    def summary(self) -> str:
        """The first paragraph of the docstring, in one line."""
        return " ".join(self.documentation.split("\n\n", 1)[0].split())


PageRule = Rule[Callable[["Page"], Iterator[Problem]]]
SiteRule = Rule[Callable[["Page", "Site"], Iterator[Problem]]]
TranslationRule = Rule[Callable[["Pair", "Site"], Iterator[Problem]]]
CompatRule = Rule[Callable[["Page", "Compat"], Iterator[Problem]]]
ModelRule = Rule[Callable[["Page", "Facts"], Iterator[Problem]]]
ExampleRule = Rule[Callable[["ExampleRun", "Facts"], Iterator[Problem]]]
LocaleRule = Rule[Callable[["Page", "Site"], Iterator[Problem]]]
SuppressionRule = Rule[Callable[["Page", "tuple[Name, ...]"], Iterator[Problem]]]


def patterns(given: Patterns) -> tuple[str, ...]:
    """Return the patterns of a declaration, which may give one without brackets."""
    return (given,) if isinstance(given, str) else given


def page_rule(
    severity: Severity,
    *aliases: str,
    where: Patterns = (),
    front: Patterns = (),
    macros: Patterns = (),
    unless: str = "",
    behind: tuple[str, ...] = (),
) -> Callable[[Callable[["Page"], Iterator[Problem]]], PageRule]:
    """Declare a function that is given a page as a rule."""
    return lambda check: Rule(
        check, severity, aliases, patterns(where), patterns(front), patterns(macros), unless, behind
    )


def site_rule(
    severity: Severity,
    *aliases: str,
    where: Patterns = (),
    front: Patterns = (),
    macros: Patterns = (),
    unless: str = "",
    behind: tuple[str, ...] = (),
) -> Callable[[Callable[["Page", "Site"], Iterator[Problem]]], SiteRule]:
    """Declare a function that is given a page and its site as a rule."""
    return lambda check: Rule(
        check, severity, aliases, patterns(where), patterns(front), patterns(macros), unless, behind
    )


def translation_rule(
    severity: Severity,
    *aliases: str,
    where: Patterns = (),
    front: Patterns = (),
    behind: tuple[str, ...] = (),
) -> Callable[[Callable[["Pair", "Site"], Iterator[Problem]]], TranslationRule]:
    """Declare a function that is given a translation with its original, and the site, as a rule."""
    return lambda check: Rule(
        check, severity, aliases, patterns(where), patterns(front), behind=behind
    )


def compat_rule(
    severity: Severity, *aliases: str, where: Patterns = (), front: Patterns = ()
) -> Callable[[Callable[["Page", "Compat"], Iterator[Problem]]], CompatRule]:
    """Declare a function that is given a page and the browser compatibility data as a rule."""
    return lambda check: Rule(check, severity, aliases, patterns(where), patterns(front))


def model_rule(
    severity: Severity,
    *aliases: str,
    where: Patterns = (),
    front: Patterns = (),
    macros: Patterns = (),
) -> Callable[[Callable[["Page", "Facts"], Iterator[Problem]]], ModelRule]:
    """Declare a function that is given a page and the facts of the model as a rule."""
    return lambda check: Rule(
        check, severity, aliases, patterns(where), patterns(front), patterns(macros)
    )


def example_rule(
    severity: Severity, *aliases: str, where: Patterns = (), front: Patterns = ()
) -> Callable[[Callable[["ExampleRun", "Facts"], Iterator[Problem]]], ExampleRule]:
    """Declare a function that is given an example with what became of it, and the facts of the model, as a rule."""
    return lambda check: Rule(check, severity, aliases, patterns(where), patterns(front))


def locale_rule(
    severity: Severity, *aliases: str, where: Patterns = (), front: Patterns = ()
) -> Callable[[Callable[["Page", "Site"], Iterator[Problem]]], LocaleRule]:
    """Declare a function that is given the redirects of a locale, as if they were a page, and the site as a rule."""
    return lambda check: Rule(check, severity, aliases, patterns(where), patterns(front))


def suppression_rule(
    severity: Severity, *aliases: str, where: Patterns = (), front: Patterns = ()
) -> Callable[[Callable[["Page", "tuple[Name, ...]"], Iterator[Problem]]], SuppressionRule]:
    """Declare a function that is given a page and the names in its comments that suppress nothing as a rule."""
    return lambda check: Rule(check, severity, aliases, patterns(where), patterns(front))

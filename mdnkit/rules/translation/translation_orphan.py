"""A translation has an English page."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.l10n.pair import Pair
from mdnkit.messages import _
from mdnkit.rules.rule import translation_rule
from mdnkit.site.site import Site


@translation_rule(Severity.WARNING)
def translation_orphan(pair: Pair, site: Site) -> Iterator[Problem]:
    """The English page of a translation exists, in the same folder or where its slug is redirected.

    MDN builds a translation without English as it is, without status, compatibility data and sidebar, and moves it to
    `orphaned/` sooner or later.

    Bad: a page in `de/web/api/old_name/` when English has it in `en-us/web/api/new_name/` without a redirect
    Good: the same folder in both trees
    """
    if pair.state == "no-source":
        entry = pair.translation.front_matter.get("slug")
        span = entry.value.span if entry else pair.translation.source.line_span(1)
        message = _(
            "There is no English page `{slug}`; it was removed or renamed. Move the translation, or remove it."
        )
        yield Problem(span, message.format(slug=pair.translation.slug or pair.translation.folder))

"""A translation has the images of its English."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.l10n.pair import Pair
from mdnkit.l10n.segments import Segment
from mdnkit.messages import _
from mdnkit.page.inlines import Inline
from mdnkit.page.page import Page
from mdnkit.rules.rule import translation_rule
from mdnkit.rules.translation._place import english_line, first_line
from mdnkit.site.site import Site


@translation_rule(Severity.ERROR)
def translation_image(pair: Pair, site: Site) -> Iterator[Problem]:
    """A translation shows the images of its English, under the same file names.

    MDN takes an image from the English folder where the translation has none of its own, so the name must be the same.

    Bad: `![Ablauf](ablauf.png)` where English has `![Flow](flow.png)` and there is no `ablauf.png`
    Good: `![Ablauf](flow.png)`
    """
    page, original = pair.translation, pair.original
    if original is None:
        return
    for ours, theirs in pair.matches:
        if ours is None or theirs is None or "![" not in ours.block.text:
            continue
        wanted = [image.target for image in _images(original, ours)]
        found = _images(page, theirs)
        names, known = {image.target for image in found}, set(wanted)
        lost = [target for target in wanted if target not in names]
        others = [image for image in found if image.target not in known]
        for target, other in zip(lost, [*others, *[None] * len(lost)], strict=False):
            related = english_line(pair, ours)
            if other is None:
                message = _("The image `{target}` of the English page is missing here.")
                place = first_line(page, theirs.block.span.start)
                yield Problem(place, message.format(target=target), related=related)
            elif not _has_file(page, site, other.target):
                message = _(
                    "The image is `{other}`, in English `{target}`; file names are not translated."
                )
                text = message.format(other=other.target, target=target)
                yield Problem(other.target_span, text, related=related)


def _images(page: Page, segment: Segment) -> list[Inline]:
    return [inline for inline in page.inlines(segment.block) if inline.kind == "image"]


def _has_file(page: Page, site: Site, target: str) -> bool:
    """Return whether the translation has a file of its own beside it."""
    tree = site.tree(page.locale)
    if tree is None or "/" in target:
        return True
    return tree.page_file(page.folder).with_name(target).is_file()

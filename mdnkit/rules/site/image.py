"""Images stand beside the page that shows them."""

import posixpath
from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.page.images import Image, find_images
from mdnkit.page.page import Page
from mdnkit.rules.rule import site_rule
from mdnkit.site.site import Site
from mdnkit.site.slug import EN_US, decode, folder_of, parse_url
from mdnkit.span import Span


@site_rule(Severity.ERROR, where=(r"!\[", "<(?i:img|source)"))
def image_missing(page: Page, site: Site) -> Iterator[Problem]:
    """An image that a page shows exists: beside the page, or in a translation beside the English page.

    Not checked where a tree has no files beside its pages at all, because they were left out of the checkout.

    Bad: `![A diagram](diagramm.svg)` where the file is `diagram.svg`
    Good: `![A diagram](diagram.svg)`
    """
    for image in find_images(page):
        places = _places(page, image, site)
        if not places or any(site.attachments.exists(*place) for place in places):
            continue
        # The last place is the English one; of a translation alone nobody knows what its English has.
        locale, _path = places[-1]
        is_known = locale == EN_US or not page.is_translation
        if is_known and site.attachments.are_at_hand(locale):
            message = _("There is no file `{name}` beside this page; add it, or correct the name.")
            if page.is_translation:
                message = _(
                    "There is no file `{name}` beside this page or its English page; images keep their English names."
                )
            yield Problem(image.span, message.format(name=image.source))


@site_rule(Severity.WARNING, where=(r"!\[", "<(?i:img|source)"))
def image_name(page: Page, site: Site) -> Iterator[Problem]:
    """The file name of an image is written in lower case, as the file is named.

    MDN keeps the names of all files beside pages in lower case.

    Bad: `![A diagram](Diagram.SVG)`
    Good: `![A diagram](diagram.svg)`
    """
    for image in find_images(page):
        name = image.source.rpartition("/")[2]
        if _is_local(image) and name != name.lower():
            message = _(
                "Write the name of the image in lower case, `{name}`, and name the file so."
            )
            end = image.span.end
            span = Span(end - len(name), end) if page.text[:end].endswith(name) else image.span
            yield Problem(span, message.format(name=name.lower()))


def _is_local(image: Image) -> bool:
    """Return whether an image is looked for among the files of the trees."""
    source = image.source
    if not source or ":" in source or source.startswith("//"):
        return False
    return not source.startswith("/") or parse_url(source) is not None


def _places(page: Page, image: Image, site: Site) -> list[tuple[str, str]]:
    """Return where the file of an image may lie: locale, and path below it; empty for images of other sites."""
    if not _is_local(image) or not page.folder:
        return []
    url = parse_url(image.source)
    source = decode(image.source.partition("?")[0].partition("#")[0]).lower()
    if url is not None:
        folder, _slash, name = url.slug.rpartition("/")
        path = f"{folder_of(folder)}/{name.lower()}"
        return [((url.locale or page.locale).lower(), path), (EN_US, path)]
    places = [(page.locale, posixpath.normpath(f"{page.folder}/{source}"))]
    file = site.original_file(page) if page.is_translation else None
    place = site.locate(file) if file else None
    if place is not None:
        places.append((EN_US, posixpath.normpath(f"{place.folder}/{source}")))
    return places

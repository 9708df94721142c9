"""What is to be said of a published page beside the source pages in the trees: for people and for programs."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from mdnkit.errors import UsageError
from mdnkit.examples.extract import extract_examples
from mdnkit.examples.published import Comparison, compare, published_codes, source_of
from mdnkit.examples.run import ExampleRun, iterate_examples
from mdnkit.messages import _, _n
from mdnkit.model.facts import Facts
from mdnkit.page.page import Page
from mdnkit.published.page import PublishedPage
from mdnkit.site.site import Site
from mdnkit.site.slug import EN_US


class Compared(NamedTuple):
    """A source page, or a translation of it, beside the published page."""

    page: Page
    comparisons: tuple[Comparison, ...]
    source_commit: str
    """The English commit that a translation names; empty for other pages."""

    def commit_state(self, published: PublishedPage) -> str:
        """Return whether a translation was made from the published English commit: `equal`, `other` or `unknown`."""
        if not published.commit or published.locale.lower() != EN_US:
            return "unknown"
        return "equal" if self.source_commit == published.commit else "other"


def source_files(published: PublishedPage, site: Site) -> list[Path]:
    """Return the page of the trees that answers at the published address, redirects followed, then its translations.

    Raises UsageError where the saved page does not say its address.
    """
    if not published.slug:
        message = _(
            "{file}: neither an address nor a link in it says which page of MDN it is; name its source page as PATH."
        )
        raise UsageError(message.format(file=published.file))
    resolution = site.resolve(published.address, published.locale.lower())
    slug = resolution.slug if resolution and resolution.locale else published.slug
    locales = dict.fromkeys((published.locale.lower(), *site.locales()))
    return [file for locale in locales if (file := site.page_file(locale, slug)) is not None]


def compare_pages(published: PublishedPage, pages: Sequence[Page]) -> tuple[Compared, ...]:
    """Return each of some source pages beside the published one."""
    return tuple(
        Compared(
            page,
            compare(published, [one for one in extract_examples(page) if one.inline is None]),
            page.front_matter.text("l10n", "sourceCommit"),
        )
        for page in pages
    )


def run_published(
    published: PublishedPage, compared: Sequence[Compared], facts: Facts, jobs: int, engine: str
) -> Iterator[ExampleRun]:
    """Yield the runs of the examples that a published page shows; what it does not mark as code is known by `compared`."""
    comparisons: tuple[Comparison, ...] = ()
    if compared:
        page, comparisons = compared[0].page, compared[0].comparisons
        if not published.slug:
            published = replace(published, slug=page.slug, locale=page.locale)
    source = source_of(published, published_codes(published, comparisons))
    for run in iterate_examples([source.page], facts, jobs, engine):
        example = run.example
        line = source.lines[example.block.span] + example.line - example.opening_line
        yield replace(run, example=replace(example, saved_line=line))


def published_json(published: PublishedPage, compared: Sequence[Compared]) -> dict[str, Any]:
    """Return what is said of a published page, in the shape of the contract of `mdnkit examples`."""
    return {
        "file": published.file,
        "form": published.form,
        "title": published.title,
        "address": published.address or None,
        "redirects": list(published.redirects),
        "locale": published.locale or None,
        "slug": published.slug or None,
        "source": published.source or None,
        "commit": published.commit or None,
        "modified": published.modified or None,
        "blocksWithoutCode": published.empty,
        "pages": [
            {
                "path": one.page.path,
                "locale": one.page.locale,
                "sourceCommit": one.source_commit or None,
                "commitState": one.commit_state(published) if one.source_commit else None,
                "examples": [each.to_json() for each in one.comparisons],
            }
            for one in compared
        ],
    }


def describe_published(published: PublishedPage, compared: Sequence[Compared]) -> str:
    """Return several lines for a person, ending in an empty one."""
    return "\n".join([*_head(published), *_pages(published, compared)]) + "\n\n"


def _head(published: PublishedPage) -> Iterator[str]:
    yield f"{published.file}: {published.title}"
    yield "  " + _("address: {address}").format(address=published.address or _("not said"))
    for address in published.redirects:
        yield "  " + _("redirected to: {address}").format(address=address)
    if published.locale:
        yield "  " + _("locale: {locale}").format(locale=published.locale)
    commit = published.commit or _("not said")
    source = f" ({published.source})" if published.source else ""
    yield "  " + _("last commit: {commit}").format(commit=commit) + source
    if published.modified:
        yield "  " + _("last modified: {date}").format(date=published.modified)
    if published.empty:
        message = _n(
            "{count} block of code was saved without its code: save what the server sends, not what a browser shows.",
            "{count} blocks of code were saved without their code: save what the server sends, not what a browser shows.",
            published.empty,
        )
        yield "  " + message.format(count=published.empty)


def _pages(published: PublishedPage, compared: Sequence[Compared]) -> Iterator[str]:
    if not compared:
        yield "  " + _("The trees have no page at this address, so nothing is compared.")
    states = {
        "equal": _("sourceCommit {commit} is the published commit"),
        "other": _("sourceCommit {commit} is not the published commit"),
        "unknown": _("whether it was made from the published commit is not known"),
    }
    for one in compared:
        yield f"  {one.page.path}"
        if one.source_commit:
            yield "    " + states[one.commit_state(published)].format(commit=one.source_commit)
        yield from (f"    {_sentence(each)}" for each in one.comparisons)
        if not one.comparisons:
            yield "    " + _("neither page shows an example")


def _sentence(comparison: Comparison) -> str:
    sentences = {
        "equal": _("The example in line {there} is the one in line {here}."),
        "changed": _("The example in line {there} is another form of the one in line {here}."),
        "missing": _("The example in line {here} is not in the published page."),
        "not-shown": _("The example in line {here} is not shown in the published page."),
        "added": _("The example in line {there} is in the published page only."),
    }
    return sentences[comparison.state].format(
        there=comparison.code.line if comparison.code else 0,
        here=comparison.example.line if comparison.example else 0,
    )

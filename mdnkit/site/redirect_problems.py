"""The redirects of a locale, `_redirects.txt`: every old URL leads, in one step, to a page that exists."""

from collections.abc import Iterator
from typing import NamedTuple

from mdnkit.finding import Edit, Problem
from mdnkit.messages import _
from mdnkit.page.source import Source
from mdnkit.site.link import Resolution
from mdnkit.site.redirect_order import misplaced
from mdnkit.site.redirects import Redirect, Redirects
from mdnkit.site.site import Site
from mdnkit.site.slug import HOST, DocsUrl, locale_name, parse_url
from mdnkit.span import Span


class _Entry(NamedTuple):
    """One line of the file; where it stands is looked up when there is something to say of it."""

    redirect: Redirect
    file: Source

    @property
    def source(self) -> Span:
        """The place of the old URL."""
        start = self.file.line_span(self.redirect.line).start
        return Span(start, start + len(self.redirect.source))

    @property
    def target(self) -> Span:
        """The place of the new URL."""
        start, end = self.file.line_span(self.redirect.line)
        return Span(start + len(self.redirect.source) + 1, end)


def redirect_problems(redirects: Redirects, site: Site, locale: str) -> Iterator[Problem]:
    """Yield what is wrong in the redirects of a locale, in the order of the file; spans are offsets into their text.

    The rules are those of MDN's builder: one tab, URLs sorted, the old URL is one of the locale and no page has
    it, the new one exists in its right spelling, is not redirected again and leads in no circle. Links to other
    sites begin with `https://`.
    https://github.com/mdn/rari/blob/main/crates/rari-tools/src/redirects.rs
    """
    entries = list(_entries(redirects))
    found = [*_unreadable(redirects), *_order(redirects.text, entries)]
    prefix = f"/{locale_name(locale)}/docs/"
    fine: set[str] = set()
    for entry in entries:
        _source, target, _line = entry.redirect
        if not _is_free(entry, prefix, site, locale):
            found += _source_problems(entry, site, locale)
        if target in fine:
            continue
        # Seen at a glance to be the URL of a page of the locale, and not redirected again.
        is_straight = site.links.straight_slug(target, locale) and not redirects.lookup(
            target.partition("#")[0]
        )
        problems = [] if is_straight else list(_target_problems(entry, redirects, site, locale))
        found += problems
        if not problems:
            fine.add(target)
    yield from sorted(found, key=lambda problem: problem.span)


def _unreadable(redirects: Redirects) -> Iterator[Problem]:
    """Yield the lines that are no redirect, and the URLs that are redirected twice."""
    source = Source(redirects.text)
    for problem in redirects.problems:
        span = source.line_span(problem.line)
        edits: tuple[Edit, ...] = ()
        if problem.mended is not None:
            edits = (Edit(span if problem.mended else source.whole_line(span), problem.mended),)
        yield Problem(span, problem.message, edits)


def _order(text: str, entries: list[_Entry]) -> Iterator[Problem]:
    """Yield the lines that stand in the wrong place."""
    urls = [(entry.redirect.line, entry.redirect.source) for entry in entries]
    lines = list(misplaced(text, urls))
    places = {entry.redirect.line: entry for entry in entries} if lines else {}
    for line in lines:
        entry = places[line.line]
        message = _("The lines are sorted by the old URL; `{url}` belongs to the top.")
        if line.after:
            message = _("The lines are sorted by the old URL; `{url}` belongs below `{before}`.")
        said = message.format(url=entry.redirect.source, before=line.after)
        yield Problem(entry.source, said, line.edits)


def _entries(redirects: Redirects) -> Iterator[_Entry]:
    """Yield the redirects with their places; lines that cannot be read are left out."""
    file = Source(redirects.text)
    bad = {problem.line for problem in redirects.problems}
    for redirect in redirects.entries:
        if redirect.line not in bad:
            yield _Entry(redirect, file)


def _is_free(entry: _Entry, prefix: str, site: Site, locale: str) -> bool:
    """Return whether an old URL is seen at a glance to be one of the locale, which begin with `prefix`, and no page's."""
    source = entry.redirect.source
    is_plain = not ("%" in source or "?" in source or "#" in source or source.endswith("/"))
    return (
        is_plain
        and source.startswith(prefix)
        and not site.has_page(locale, source.removeprefix(prefix))
    )


def _source_problems(entry: _Entry, site: Site, locale: str) -> Iterator[Problem]:
    """Yield what is wrong with the old URL."""
    source = entry.redirect.source
    url = parse_url(source)
    name = locale_name(locale)
    if url is None or url.absolute or url.locale is None:
        message = _("`{url}` is no address of a page; it begins with `/{locale}/docs/`.")
        yield Problem(entry.source, message.format(url=source, locale=name))
    elif url.locale != name:
        message = _(
            "`{url}` is no address of the locale `{locale}`; it belongs into the file of its own locale."
        )
        yield Problem(entry.source, message.format(url=source, locale=name))
    elif site.has_page(locale, url.slug):
        message = _(
            "There is a page at `{url}`; nobody gets to see it while its address is redirected. Take the line away."
        )
        yield Problem(entry.source, message.format(url=source))


def _target_problems(
    entry: _Entry, redirects: Redirects, site: Site, locale: str
) -> Iterator[Problem]:
    """Yield what is wrong with the new URL."""
    source, target, _line = entry.redirect
    url = parse_url(target)
    path = target.partition("#")[0]
    if target.startswith("https://") and url is None:
        return
    if url is not None and url.absolute:
        message = _("Write the path after `{host}`.")
        host = Span(entry.target.start, entry.target.start + len(HOST))
        yield Problem(host, message.format(host=HOST), (Edit(host, ""),))
    elif redirects.lookup(path) is not None:
        yield _chain(entry, redirects.follow(source))
    elif url is not None:
        yield from _docs_problems(entry, url, site.resolve(url, locale))
    elif not _is_home(target):
        message = _("`{url}` is neither a page of MDN nor an address that begins with `https://`.")
        yield Problem(entry.target, message.format(url=target))


def _chain(entry: _Entry, last: str | None) -> Problem:
    """Return the problem of a new URL that is redirected itself; `last` is where that ends."""
    target = entry.redirect.target
    if last is None:
        message = _("The redirect leads in a circle: `{url}` leads back here.")
        return Problem(entry.target, message.format(url=target))
    message = _("`{url}` is redirected itself; name the last address, `{last}`.")
    return Problem(entry.target, message.format(url=target, last=last), (Edit(entry.target, last),))


def _docs_problems(entry: _Entry, url: DocsUrl, answer: Resolution | None) -> Iterator[Problem]:
    """Yield what is wrong with a new URL that is one of MDN's pages."""
    target = entry.redirect.target
    if url.locale is None:
        message = _("`{url}` names no locale; write `/LOCALE/docs/...`.")
        yield Problem(entry.target, message.format(url=target))
    elif answer is not None and answer.kind == "missing":
        message = _("There is no page at `{url}`, in English neither.")
        yield Problem(entry.target, message.format(url=target))
    elif answer is not None and answer.kind in ("case", "redirect"):
        message = _("The page's own address is `{new}`.")
        edits = (Edit(entry.target, answer.target),)
        yield Problem(entry.target, message.format(new=answer.target), edits)


def _is_home(target: str) -> bool:
    """Return whether a URL is the home page of a locale."""
    parts = target.strip("/").split("/")
    return target.startswith("/") and len(parts) == 1 and locale_name(parts[0]) == parts[0]

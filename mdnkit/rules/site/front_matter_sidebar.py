"""The sidebar that the front matter names is one that MDN has."""

import functools
import os
from collections.abc import Iterator
from pathlib import Path

from mdnkit.finding import Problem, Severity
from mdnkit.macros.catalogue import fold_name, macros
from mdnkit.messages import _
from mdnkit.page.front_matter import Scalar, Sequence
from mdnkit.page.page import Page
from mdnkit.rules.rule import site_rule
from mdnkit.site.site import Site


@site_rule(Severity.WARNING, front="sidebar")
def front_matter_sidebar(page: Page, site: Site) -> Iterator[Problem]:
    """`sidebar` names a file in the folder `sidebars`, which lies beside `en-us`, or a sidebar macro.

    For any other name the page comes out without its sidebar.

    Bad: `sidebar: jsidebar`
    Good: `sidebar: jssidebar`
    """
    files = _files(site.roots.content) if site.roots.content else frozenset()
    if not files or all(_is_known(name, files) for name in page.front_matter.texts("sidebar")):
        return
    entry = page.front_matter.get("sidebar")
    value = entry.value if entry else None
    for item in value.items if isinstance(value, Sequence) else (value,):
        if isinstance(item, Scalar) and item.value and not _is_known(item.value, files):
            message = _("MDN has no sidebar `{name}`.{hint}")
            text = message.format(name=item.value, hint=_hint(item.value, files))
            yield Problem(item.span, text)


def _is_known(name: str, files: frozenset[str]) -> bool:
    return fold_name(name) in _macros() or name.lower() in files


@functools.cache
def _files(content: Path) -> frozenset[str]:
    """Return the names of the sidebars that are files; none where there is no such folder."""
    try:
        names = os.listdir(content / "sidebars")
    except OSError:
        return frozenset()
    return frozenset(name.removesuffix(".yaml") for name in names if name.endswith(".yaml"))


@functools.cache
def _macros() -> frozenset[str]:
    """Return the folded names of the macros that MDN's builder calls for a sidebar of that name."""
    return frozenset(fold_name(one.name) for one in macros() if one.family == "sidebar")


def _hint(name: str, files: frozenset[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name.lower(), sorted(files), n=1)
    return _(" Did you mean `{near}`?").format(near=near[0]) if near else ""

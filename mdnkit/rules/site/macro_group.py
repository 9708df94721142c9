"""Sidebars of Web APIs name a group that MDN has."""

import functools
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.page.slip import closest
from mdnkit.rules.rule import site_rule
from mdnkit.rules.site._json_data import json_data
from mdnkit.site.site import Site
from mdnkit.site.slug import EN_US

SIDEBARS = ("apiref", "defaultapisidebar")

_SLUG = re.compile(r"Web/API/(\w+)")


@site_rule(
    Severity.WARNING,
    macros=SIDEBARS,
)
def macro_group(page: Page, site: Site) -> Iterator[Problem]:
    """`APIRef` and `DefaultAPISidebar` name a group of `jsondata/GroupData.json`, which lies beside `en-us`.

    For any other name the sidebar comes out without the pages of the group, and nobody is told.
    Translations have the call of their English page, so English pages alone are looked at.

    Bad: `{{APIRef("Web Codecs API")}}`
    Good: `{{APIRef("WebCodecs API")}}`
    """
    if page.locale != EN_US or site.roots.content is None:
        return
    calls = [call for key in SIDEBARS for call in page.calls_of(key) if not call.mistake]
    groups = json_data(site.roots.content, "GroupData") if calls else {}
    for call in calls if groups else ():
        group = call.text(0)
        if group and group not in groups:
            message = _("MDN has no group `{group}`, so the sidebar shows none of its pages.{hint}")
            text = message.format(group=group, hint=_hint(group, groups) or _owner(page, groups))
            yield Problem(call.arguments[0].span, text)


def _hint(group: str, groups: Collection[str]) -> str:
    """Offer the group with the same letters, `API` at the end or not, else one that is very much alike."""
    same = [name for name in groups if _letters(name) == _letters(group)]
    near = min(same) if same else closest(groups, group, 0.9)
    return _(" Did you mean `{near}`?").format(near=near) if near else ""


def _owner(page: Page, groups: Mapping[str, Any]) -> str:
    """Name the only group that has the interface that the page is about."""
    slug = _SLUG.match(page.slug)
    interface = slug[1] if slug else ""
    owners = [name for name, group in groups.items() if interface in group.get("interfaces", ())]
    if len(owners) != 1:
        return ""
    message = _(" `{interface}` is in the group `{group}`.")
    return message.format(interface=interface, group=owners[0])


@functools.lru_cache(2_000)
def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name)).lower().removesuffix("s").removesuffix("api")

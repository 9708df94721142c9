"""Tells a mistyped name from that of a page that nobody has written yet."""

import functools
import os
from typing import TYPE_CHECKING

from mdnkit.page.slip import slips_among
from mdnkit.site.site import Site
from mdnkit.site.slug import EN_US, folder_of

if TYPE_CHECKING:
    from mdnkit.model.facts import Facts

_API = "Web/API/"
_TREES = {
    "Web/CSS/Reference/Properties/": ("css.properties.",),
    "Web/CSS/Reference/At-rules/": ("css.at-rules.",),
    "Web/CSS/Reference/Selectors/": ("css.selectors.",),
    "Web/HTML/Reference/Elements/": ("html.elements.",),
    "Web/HTTP/Reference/Headers/": ("http.headers.",),
    "Web/HTTP/Reference/Methods/": ("http.methods.",),
    "Web/HTTP/Reference/Status/": ("http.status.",),
    "Web/JavaScript/Reference/Global_Objects/": ("javascript.builtins.",),
    "Web/MathML/Reference/Element/": ("mathml.elements.",),
    "Web/SVG/Reference/Attribute/": ("svg.global_attributes.",),
    "Web/SVG/Reference/Element/": ("svg.elements.",),
}
"""Below which names the compatibility data has the features of the pages below a slug."""

_SHORTEST = 4
"""Letters of names from which on it is no chance that another one differs in a single letter."""


def near_page(slug: str, site: Site) -> str:
    """Return the slug of the only English page whose slug differs from `slug` by one slip; else the empty text."""
    tree = site.tree(EN_US)
    parts = folder_of(slug).split("/")
    if tree is None:
        return ""
    for at, part in enumerate(parts):
        names = _names(str(tree.root / EN_US / "/".join(parts[:at])))
        if part not in names:
            if len(part) < _SHORTEST:
                return ""
            folders = [
                "/".join((*parts[:at], name, *parts[at + 1 :])) for name in slips_among(names, part)
            ]
            found = [folder for folder in folders if tree.has_page(folder)]
            return (tree.true_slug(found[0]) or "") if len(found) == 1 else ""
    return ""


@functools.lru_cache(64)
def _names(folder: str) -> frozenset[str]:
    try:
        return frozenset(os.listdir(folder))
    except OSError:
        return frozenset()


def is_known_feature(slug: str) -> bool:
    """Return whether the standards or the compatibility data know what a page of this slug would be about."""
    if slug.startswith(_API):
        return _is_api(slug.removeprefix(_API))
    for prefix, trees in _TREES.items():
        if slug.startswith(prefix):
            name = slug.removeprefix(prefix).strip(":@").replace("/", ".").removesuffix("()")
            return any(_facts().compat.is_known(tree + name) for tree in trees)
    return False


def _is_api(path: str) -> bool:
    owner, _, member = path.partition("/")
    facts = _facts()
    if facts.compat.is_known(f"api.{path.replace('/', '.')}"):
        return True
    if facts.dictionary(owner):
        return not member or member in {one.name for one in facts.dictionary_members(owner)}
    if not facts.interface(owner):
        return False
    return member in ("", owner) or bool(facts.member(owner, member))


@functools.cache
def _facts() -> "Facts":
    """Return the model's facts, which are needed for a few links in a whole tree."""
    from mdnkit.model.facts import Facts

    return Facts()

"""The files beside pages: images and the like."""

import os
from collections.abc import Callable

from mdnkit.site.slug import is_safe
from mdnkit.site.tree import Tree


class Attachments:
    """Answers for the trees that `tree` returns."""

    def __init__(self, tree: Callable[[str], Tree | None]) -> None:
        self._tree = tree
        self._at_hand: dict[str, bool] = {}

    def exists(self, locale: str, path: str) -> bool:
        """Return whether there is a file at `path`, below the folder of the locale, with `/`."""
        tree = self._tree(locale)
        return tree is not None and is_safe(path) and os.path.isfile(_path(tree, path))

    def are_at_hand(self, locale: str) -> bool:
        """Return whether the tree has any file beside its pages; a checkout may leave them out."""
        if locale not in self._at_hand:
            tree = self._tree(locale)
            self._at_hand[locale] = tree is not None and tree.has_attachments
        return self._at_hand[locale]


def _path(tree: Tree, path: str) -> str:
    return os.path.join(tree.root, tree.locale, path)

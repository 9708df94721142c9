"""What a kind of damage is, and the slip that many of them make."""

import random
from collections.abc import Callable

from defects import Change

from mdnkit.page.page import Page
from mdnkit.site.site import Site

Kind = Callable[[Page, Site, random.Random], Change | None]

DEFECTS: dict[str, Kind] = {}


def defect(kind: Kind) -> Kind:
    """Add a kind of damage."""
    DEFECTS[kind.__name__.replace("_", " ")] = kind
    return kind


def mistyped(word: str, chance: random.Random) -> str:
    """Return a word with two letters exchanged, one doubled or one lost."""
    places = [
        at
        for at in range(1, len(word) - 1)
        if word[at : at + 2].isalpha() and word[at] != word[at + 1]
    ]
    if not places:
        return word + "x"
    at = chance.choice(places)
    return chance.choice(
        [
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + word[at] * 2 + word[at + 1 :],
            word[:at] + word[at + 1 :],
        ]
    )

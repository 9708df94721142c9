"""What sentences about events say, in English and in German."""

import pytest

from mdnkit.locales.locale import claim_words
from mdnkit.page.event_claims import FlagClaim, clauses_of, flag_claims, flags_of, sentences
from mdnkit.page.page import Page


@pytest.mark.parametrize(
    ("folder", "sentence", "flags"),
    [
        ("en-us", "This event is cancelable when it is new.", {}),
        ("en-us", "This non-cancelable event bubbles to the window.", {}),
        ("en-us", "It fires at the window.", {}),
        (
            "en-us",
            "This event is not cancelable and does not bubble.",
            {"cancelable": False, "bubbles": False},
        ),
        (
            "en-us",
            "The event bubbles, is composed, but isn't cancellable.",
            {"bubbles": True, "composed": True, "cancelable": False},
        ),
        (
            "en-us",
            "The event is neither cancelable nor bubbles.",
            {"cancelable": False, "bubbles": False},
        ),
        (
            "en-us",
            "The event does not bubble, but the related event that follows does bubble.",
            {"bubbles": False},
        ),
        ("de", "Dieses Ereignis ist abbrechbar, wenn es neu ist.", {}),
        (
            "de",
            "Dieses Ereignis kann nicht abgebrochen werden und wird nicht weitergeleitet.",
            {"cancelable": False, "bubbles": False},
        ),
        (
            "de",
            "Dieses Ereignis ist abbruchfähig und löst keine Bubbling-Effekte aus.",
            {"cancelable": True, "bubbles": False},
        ),
        (
            "de",
            "Dieses Ereignis kann weder abgebrochen noch weitergereicht werden.",
            {"cancelable": False, "bubbles": False},
        ),
        (
            "de",
            "Dieses Ereignis ist unabbrechbar und blubbert bis zum Dokument hinauf.",
            {"cancelable": False, "bubbles": True},
        ),
    ],
)
def test_flags(folder: str, sentence: str, flags: dict[str, bool]) -> None:
    words = claim_words(folder)
    assert words is not None
    assert flags_of(sentence, words) == flags


def test_a_clause_about_something_else_is_kept() -> None:
    words = claim_words("de")
    assert words is not None
    clauses = clauses_of("Dieses Ereignis ist nicht abbrechbar und löst sich nicht auf.", words)
    assert clauses == [("cancelable", False), ("", False)]


def test_sentences() -> None:
    assert sentences("One\nis here. Two is\nnot. e.g. this") == [
        "One is here.",
        "Two is not. e.g. this",
    ]


@pytest.mark.parametrize("slug", ["Web/API/Window/load_event", "Web/API/Window/load"])
def test_where_claims_are_looked_for(slug: str) -> None:
    page = Page.parse(
        f"---\ntitle: x\nslug: {slug}\npage-type: web-api-event\n---\n\n"
        "Old. This event does not bubble.\n\n> This event bubbles.\n\nThe click event bubbles.\n"
    )
    if not slug.endswith("_event"):
        assert list(flag_claims(page)) == []
        return
    (block,) = [block for block in page.blocks if block.text.startswith("Old")]
    (claim,) = flag_claims(page)
    assert claim == FlagClaim("bubbles", False, "This event does not bubble.", block, claim.span)
    assert page.text[slice(*claim.span)] == "Old. This event does not bubble."


def test_a_locale_without_words_for_it_claims_nothing() -> None:
    page = Page.parse(
        "---\nslug: Web/API/Window/load_event\n---\n\nThis event bubbles.\n", locale="ja"
    )
    assert claim_words("ja") is None
    assert list(flag_claims(page)) == []

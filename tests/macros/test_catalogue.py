"""The catalogue of macros."""

import pytest

from mdnkit.macros.catalogue import Parameter, fold_name, macro, macros, names, removed_macro


def test_it_has_every_macro_of_mdn_once() -> None:
    keys = [fold_name(name) for name in names()]
    assert len(keys) == len(set(keys)) == 78


@pytest.mark.parametrize(
    "name", ["Non-standard_Header", "non_standard_header", "NON-STANDARD-HEADER"]
)
def test_any_spelling_finds_a_macro(name: str) -> None:
    found = macro(name)
    assert found
    assert found.name == "Non-standard_Header"
    assert found.family == "banner"


@pytest.mark.parametrize("name", ["", "Kompat", "Compat ", "ＣＯＭＰＡＴ", "HTTPSidebar"])
def test_what_mdn_does_not_have_is_none(name: str) -> None:
    assert macro(name) is None


def test_parameters() -> None:
    found = macro("AvailableInWorkers")
    assert found
    (parameter,) = found.parameters
    assert (parameter.name, parameter.type, parameter.required) == ("type", "string", False)
    assert "window_and_dedicated" in parameter.values
    glossary = macro("glossary")
    assert glossary
    assert glossary.parameters == (
        Parameter("term_name", "string", True, "slug"),
        Parameter("display_name", "string", False, "label"),
    )


def test_signatures() -> None:
    found = [macro(name) for name in ("compat", "rfc", "LiveSampleLink")]
    assert [item.signature for item in found if item] == [
        "Compat",
        "RFC(number, content?, section?)",
        "LiveSampleLink(id, display)",
    ]


def test_each_says_what_it_does_in_a_sentence() -> None:
    assert [item.name for item in macros() if not item.doc.endswith(".")] == []


def test_required_parameters_come_first() -> None:
    for item in macros():
        required = [parameter.required for parameter in item.parameters]
        assert required == sorted(required, reverse=True), item.name


def test_enumerations_have_values_and_flags_may_and_nothing_else_has() -> None:
    for item in macros():
        for parameter in item.parameters:
            if parameter.meaning != "flag":
                assert bool(parameter.values) == parameter.meaning.startswith("enum"), item.name
            elif parameter.values:
                assert parameter.values == ("0", "1"), item.name


def test_deprecated_macros_name_what_takes_their_place() -> None:
    assert [
        item.name for item in macros() if (item.status == "deprecated") != bool(item.replacement)
    ] == []


def test_badges_show_words_and_nothing_else_does() -> None:
    assert [item.name for item in macros() if (item.family == "badge") != bool(item.shows)] == []


def test_removed_macros_are_remembered() -> None:
    found = removed_macro("EmbedInteractiveExample")
    assert found
    assert found.replacement == "`{{InteractiveExample}}`"
    assert removed_macro("Compat") is None

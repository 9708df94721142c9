"""Every input that once broke a target of the fuzzer, and those that the fuzzer begins with."""

from importlib import import_module
from pathlib import Path

import pytest

HERE = Path(__file__).parent
TARGETS = ("front_matter", "macro_grammar", "whole_check")
FOUND = sorted(file for target in TARGETS for file in (HERE / "found" / target).glob("*"))


@pytest.mark.parametrize("target", TARGETS)
def test_seeds(target: str) -> None:
    module = import_module(target)
    assert module.SEEDS
    for seed in module.SEEDS:
        module.try_input(seed)


@pytest.mark.parametrize("file", FOUND, ids=[f"{file.parent.name}-{file.name}" for file in FOUND])
def test_what_was_found_stays_mended(file: Path) -> None:
    import_module(file.parent.name).try_input(file.read_bytes())

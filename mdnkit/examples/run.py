"""Runs the examples of pages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mdnkit.examples.extract import Example
from mdnkit.page.page import Page


@dataclass(frozen=True, slots=True)
class ExampleRun:
    example: Example


def run_examples(pages: Iterable[Page]) -> Mapping[str, tuple[ExampleRun, ...]]:
    return {}

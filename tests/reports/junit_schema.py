"""What JUnit's XML may hold, as the schema says that Jenkins checks reports against.

https://github.com/jenkinsci/xunit-plugin, `src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd`
"""

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element


class Shape(NamedTuple):
    """What an element may have."""

    needs: frozenset[str] = frozenset()
    """Attributes that it must have."""
    takes: frozenset[str] = frozenset()
    """Attributes that it may have besides."""
    holds: frozenset[str] = frozenset()
    """Elements inside it, any number of times in any order."""
    text: bool = False
    """Whether words may stand inside it."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_RESULT = Shape(takes=_words("type message"), text=True)
_OUTPUT = Shape(text=True)
SHAPES = {
    "testsuites": Shape(takes=_words("name time tests failures errors"), holds=_words("testsuite")),
    "testsuite": Shape(
        _words("name tests failures errors"),
        _words("group time skipped timestamp hostname id package file log url version"),
        _words("testsuite properties testcase system-out system-err"),
    ),
    "testcase": Shape(
        _words("name"),
        _words("time classname group"),
        _words("skipped errors failure system-out system-err"),
    ),
    "properties": Shape(holds=_words("property")),
    "property": Shape(_words("name value")),
    "failure": _RESULT,
    "errors": _RESULT,
    "skipped": _RESULT,
    "system-out": _OUTPUT,
    "system-err": _OUTPUT,
}
ROOTS = ("testsuites", "testsuite")
_TIME = re.compile(r"[0-9,]*(\.[0-9]{0,3})?")
COUNTED = {"tests": "testcase", "failures": "failure", "errors": "errors"}
"""Which elements the attributes of suites count."""


def violations(root: Element) -> list[str]:
    """Return in words where a report does not keep to the schema, or counts other cases than it has."""
    if root.tag not in ROOTS:
        return [f"{root.tag}: is no root of a report"]
    return list(_violations(root))


def _violations(element: Element) -> Iterator[str]:
    shape, tag, has = SHAPES[element.tag], element.tag, element.attrib
    yield from (f"{tag}: has no {name}" for name in sorted(shape.needs - has.keys()))
    yield from (f"{tag}: has {name}" for name in sorted(has.keys() - shape.needs - shape.takes))
    if not _TIME.fullmatch(has.get("time", "")):
        yield f"{tag}: time is {has['time']}"
    if not shape.text and any(text and text.strip() for text in _texts(element)):
        yield f"{tag}: holds text"
    for name, counted in COUNTED.items():
        number = len(list(element.iter(counted)))
        if name in has and has[name] != str(number):
            yield f"{tag}: counts {has[name]}, not {number} {name}"
    for child in element:
        if child.tag in shape.holds:
            yield from _violations(child)
        else:
            yield f"{tag}: holds {child.tag}"


def _texts(element: Element) -> Iterator[str | None]:
    yield element.text
    yield from (child.tail for child in element)

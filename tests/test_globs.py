"""Globs of paths: what they match, and that no glob takes long."""

import itertools
import time

import pytest

from mdnkit.errors import ConfigError
from mdnkit.globs import _Linear, compile_globs, is_within

GLOBS = (
    "a", "/a", "a/", "./a", "a*", "*a", "*", "?", "a?b", "a/*", "a/**", "**/a", "**/a/**", "**", "a**", "a**/b", "*a*b", "a.b",
    "***", "**/**/a", "[a]", "a\nb", "ü?", "*ü", "a/*/b", "-",
)  # fmt: skip
PATHS = (
    "a",
    "b",
    "a/b",
    "b/a",
    "ab",
    "aab",
    "aXb",
    "a/b/a",
    "a/x/b",
    "a.b",
    "[a]",
    "a\nb",
    "üx",
    "xü",
    "\udcff",
    "-",
)


@pytest.mark.parametrize("glob", GLOBS)
def test_both_ways_to_match_agree(glob: str) -> None:
    pattern = compile_globs([glob])
    assert pattern is not None
    linear = _Linear([glob])
    for path in PATHS:
        assert bool(linear.fullmatch(path)) == bool(pattern.fullmatch(path)), path


@pytest.mark.parametrize(
    ("glob", "matched", "other"),
    [
        ("*a*a*a*b", "xaxaaxb", "xaxaxb"),
        ("**/a/**/a/**/b/*", "a/x/a/y/z/b/c", "a/x/a/y/z/b"),
        ("*/*/*/*/ü", "a/b/c/d/ü", "a/b/c/ü"),
        ("*\udcff*\udcff*\udcff*x", "\udcff\udcff\udcffx", "\udcff\udcffx"),
    ],
)
def test_globs_with_many_stars(glob: str, matched: str, other: str) -> None:
    pattern = compile_globs([glob, "never"])
    assert pattern is not None
    assert pattern.fullmatch(matched) and pattern.fullmatch("never")
    assert is_within(f"{matched}/inside", pattern)
    assert not pattern.fullmatch(other)


@pytest.mark.parametrize(
    "glob", ["*a" * 20, "**/a" * 20, "**a" * 20, "**/" * 20 + "x", "*" * 20 + "b", "?*" * 20 + "b"]
)
def test_no_glob_takes_long(glob: str) -> None:
    pattern = compile_globs([glob])
    assert pattern is not None
    began = time.process_time()
    for path in ("a" * 200 + "c", "a/" * 100 + "c", "/".join(itertools.repeat("aa", 100)) + "c"):
        assert not pattern.fullmatch(path)
    assert time.process_time() - began < 0.5


def test_a_glob_that_is_too_long_is_told() -> None:
    with pytest.raises(ConfigError) as refused:
        compile_globs(["*a" * 500_000])
    assert str(refused.value) == (
        "The glob `*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a…` is too long; write several shorter ones."
    )

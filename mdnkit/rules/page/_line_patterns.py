r"""Where blocks may begin, as regular expressions: they may match too much, so that rules which declare them miss nothing.

Pages whose lines end otherwise are always asked about: `LONE_CR`.
"""

LONE_CR = "\r(?!\n)"
"""A line end of old computers."""

LINE_START = r"^[ \t>*+0-9.):-]*"
"""The beginning of a line, with the markers of quotations, lists and descriptions."""

LIST = r"^[ \t>]*(?:[-*+]|\d{1,9}[.)])(?=\s|\Z)"
"""An item of a list."""

UNDERLINED = r"^[ \t>]*(?:=+|-+)[ \t]*(?:[\r\n]|\Z)"
"""The line below a heading without marker."""

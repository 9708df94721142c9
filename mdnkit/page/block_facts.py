"""What may be known of a page without a further look at it, mostly of all its blocks. Rules name what leaves them nothing to
say."""

EVEN_LISTS = "even lists"
"""The items of each list begin in one column, and bullet lists in bullet lists two columns to the right of those around
them."""
COUNTED_LISTS = "counted lists"
"""The items of each ordered list are numbered 1, 2, 3 and so on."""
LOOSE_LISTS = "loose lists"
"""An empty line stands before and after each list that stands in no other."""
WHOLE_DEFINITIONS = "whole definitions"
"""Each list with descriptions is one of definitions, and each term has one description."""
PLAIN_HEADINGS = "plain headings"
"""Each heading has level 2 or more, one space behind its marks, stands in nothing else, between empty lines and at the
beginning of its own, and ends neither with `#` nor with a mark such as a colon. No line of text begins with `#`."""
LOOSE_TABLES = "loose tables"
"""An empty line stands before and after each table."""
WHOLE_TABLES = "whole tables"
"""Each line of a table begins and ends with a pipe, and has as many cells as its head."""
NO_INDENTED_CODE = "no indented code"
"""All code stands in fences."""
PAIRED_FENCES = "paired fences"
"""Three back-ticks stand nowhere but in the first and the last line of each fence."""
FITTING_FRONT_MATTER = "fitting front matter"
"""The front matter is regular, as of `mdnkit.page.regular_front_matter`, with the keys of pages of its kind."""


REGULAR_FACTS = frozenset(
    (
        EVEN_LISTS,
        COUNTED_LISTS,
        LOOSE_LISTS,
        WHOLE_DEFINITIONS,
        PLAIN_HEADINGS,
        LOOSE_TABLES,
        WHOLE_TABLES,
        NO_INDENTED_CODE,
        PAIRED_FENCES,
    )
)
"""What may be known of a page whose blocks `mdnkit.page.regular_blocks` has read."""

"""Ways to damage a page so that the rules for pages and sites should notice. Each takes a page and its site, and gives the
changed text and its place."""

from page_defects import front_matter, links, live_samples, macros, sections
from page_defects.kind import DEFECTS, Kind

__all__ = ["DEFECTS", "Kind", "front_matter", "links", "live_samples", "macros", "sections"]

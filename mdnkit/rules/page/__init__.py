"""Rules that are given a page."""

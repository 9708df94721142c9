"""Rules that are given a page and the reference event model."""

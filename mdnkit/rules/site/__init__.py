"""Rules that are given a page and the site it belongs to."""

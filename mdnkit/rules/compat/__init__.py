"""Rules that are given a page and the browser compatibility data."""

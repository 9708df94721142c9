"""Rules that are given a locale and its site."""

"""Rules that are given a page and the rule names in its comments that suppress nothing."""

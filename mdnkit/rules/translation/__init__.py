"""Rules that are given a translation and the English text that it was made from."""

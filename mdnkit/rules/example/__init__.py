"""Rules that are given an example, the outcome of running it, and the model."""

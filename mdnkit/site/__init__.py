"""Which files there are: trees, slugs, redirects, links, and the history of the English pages."""

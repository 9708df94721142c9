"""mdnkit checks documentation written the MDN way: pages, their translations and their examples."""

__version__ = "0.1.0"

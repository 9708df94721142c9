"""Finds what a folder of the package offers, so that adding a file is all it takes to add a unit."""

from importlib import import_module
from pkgutil import iter_modules
from typing import TypeVar

Unit = TypeVar("Unit")


def unit_names(package: str) -> list[str]:
    """Return the names of the public modules and folders of `package`, sorted, without importing them."""
    folder = import_module(package).__path__
    return sorted(info.name for info in iter_modules(folder) if not info.name.startswith("_"))


def declared(module: str, kind: type[Unit]) -> list[Unit]:
    """Import `module` and return every `kind` that it declares, in the order of the file.

    Raises TypeError, naming the module, when it declares none: a unit that nobody could find.
    """
    values = [value for value in vars(import_module(module)).values() if isinstance(value, kind)]
    if not values:
        raise TypeError(f"{module} declares no {kind.__name__}")
    return values

"""`mdnkit model`: the reference event model."""

from mdnkit.cli import FolderGroup

command = FolderGroup(
    __name__,
    name="model",
    help="The reference event model: what it knows, and running scripts in it.",
)

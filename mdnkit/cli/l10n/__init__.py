"""`mdnkit l10n`: commands for translations."""

from mdnkit.cli import FolderGroup

command = FolderGroup(__name__, name="l10n", help="Look after translations.")

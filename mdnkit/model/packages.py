"""The pinned npm packages that the data is compiled from, and how to get at their files."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mdnkit.errors import MdnkitError
from mdnkit.messages import _

if TYPE_CHECKING:
    from mdnkit.model.idl_text import Json


class Package(NamedTuple):
    """One pinned package."""

    name: str
    version: str
    feeds: tuple[str, ...]
    """The data files that are compiled from it."""

    @property
    def label(self) -> str:
        """The package and its version, as provenance is printed: `@webref/idl@3.85.0`."""
        return f"{self.name}@{self.version}"


IDL = Package(
    "@webref/idl",
    "3.85.0",
    (
        "callbacks.json",
        "dictionaries.json",
        "enums.json",
        "interfaces.json",
        "namespaces.json",
        "scopes.json",
        "specs.json",
        "typedefs.json",
    ),
)
EVENTS = Package("@webref/events", "1.27.0", ("events.json",))
ELEMENTS = Package("@webref/elements", "2.9.0", ("elements.json",))
COMPAT = Package("@mdn/browser-compat-data", "8.1.9", ("compat.json",))
ENCODING = Package("@sinonjs/text-encoding", "0.7.3", ("encodings.json", "indexes.json"))
DOMAINS = Package("tr46", "7.0.0", ("domains.json",))

PINNED = (IDL, EVENTS, ELEMENTS, COMPAT, ENCODING, DOMAINS)


def fetched(package: Package, folder: Path) -> Path:
    """Let npm fetch and unpack `package` below `folder`; return the folder with its files.

    Raises MdnkitError when npm is missing or fails.
    """
    import subprocess
    import tarfile

    target = folder / package.name.replace("/", "-")
    target.mkdir(parents=True)
    command = ["npm", "pack", "--silent", package.label]
    try:
        result = subprocess.run(command, cwd=target, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        message = _(
            "npm is not installed: unpack {package} yourself and name its folder with --from."
        )
        raise MdnkitError(message.format(package=package.label)) from None
    archives = list(target.glob("*.tgz"))
    if result.returncode or not archives:
        said = (result.stderr.strip().splitlines() or ["no reason given"])[-1]
        message = _("npm could not fetch {package}: {said}")
        raise MdnkitError(message.format(package=package.label, said=said))
    with tarfile.open(archives[0]) as archive:
        archive.extractall(target, filter="data")
    return found(package, target)


def found(package: Package, folder: Path) -> Path:
    """Return the folder of `package` below `folder`, whatever the folders in between are called.

    Raises MdnkitError when it is not there in the pinned version.
    """
    import json

    versions = []
    for manifest in sorted(folder.rglob("package.json")):
        told = json.loads(manifest.read_text(encoding="utf-8"))
        if told.get("name") == package.name:
            versions.append(str(told.get("version")))
            if versions[-1] == package.version:
                return manifest.parent
    message = _("{folder} does not hold {package}; it has: {versions}.")
    have = ", ".join(versions) or _("no version of it")
    raise MdnkitError(message.format(folder=folder, package=package.label, versions=have))


def credit(package: Package, folder: Path) -> "Json":
    """Return the line of sources.json about `package`, whose files are in `folder`."""
    import json

    told = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    url = told["repository"]["url"].removeprefix("git+").removesuffix(".git")
    return {
        "package": package.name,
        "version": package.version,
        "licence": told["license"],
        "url": url,
        "files": list(package.feeds),
    }

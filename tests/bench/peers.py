"""Other tools that look at MDN's pages, with MDN's configuration, as commands that `bench.py` measures.

`folder` is a Node.js project with markdownlint-cli2, markdownlint-rule-search-replace, prettier, ajv and js-yaml; rumdl is
looked for on the PATH. What is not there is left out.
"""

import json
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from mdnkit.rules.catalogue import all_rules

HERE = Path(__file__).parent
sys.path.append(str(HERE.parent / "differential"))

from mdn_configuration import OPTIONS, configuration  # noqa: E402 - the path is set above

SAMPLE = 20


class Peer(NamedTuple):
    """One command of another tool."""

    title: str
    """The tool with its version, and what it is given."""
    command: tuple[str, ...]
    whole: bool
    """Whether it is given all pages."""


def peers(folder: Path, english: Path, page: Path, scratch: Path) -> Iterator[Peer]:
    """Yield the commands that can be run; their configurations are written into `scratch`."""
    yield from _markdownlint(folder, english, page)
    yield from _rumdl(english, page, scratch)
    if (folder / "node_modules" / "ajv").is_dir():
        job = ("node", str(HERE / "front_matter.mjs"), str(folder), str(english))
        yield Peer("js-yaml and ajv: front matter of all English pages", job, True)
    prettier = folder / "node_modules" / ".bin" / "prettier"
    if prettier.exists():
        pages = sorted(english.rglob("index.md"))
        some = [str(path) for path in random.Random(1).sample(pages, SAMPLE)]
        version = _version(str(prettier), "--version")
        yield Peer(f"prettier {version}, {SAMPLE} pages", (str(prettier), "--check", *some), False)


def _markdownlint(folder: Path, english: Path, page: Path) -> Iterator[Peer]:
    tool = folder / "node_modules" / ".bin" / "markdownlint-cli2"
    if not tool.exists():
        return
    config = folder / "mdn.markdownlint-cli2.jsonc"
    rules = {
        "config": configuration(first_decides=True),
        "customRules": ["markdownlint-rule-search-replace"],
    }
    config.write_text(json.dumps(rules), "utf-8")
    command = (str(tool), "--config", str(config))
    package = folder / "node_modules" / "markdownlint-cli2" / "package.json"
    name = f"markdownlint-cli2 {json.loads(package.read_text('utf-8'))['version']}"
    yield Peer(f"{name}, one page", (*command, str(page)), False)
    yield Peer(f"{name}, all English pages", (*command, f"{english}/**/index.md"), True)


def _rumdl(english: Path, page: Path, scratch: Path) -> Iterator[Peer]:
    tool = shutil.which("rumdl")
    if tool is None:
        return
    aliases = {name for rule in all_rules().listed for name in rule.aliases if name[:2] == "MD"}
    tables: dict[str, dict[str, Any]] = {
        "global": {"enable": sorted(aliases - {"MD040"})},
        **OPTIONS,
        "MD033": configuration()["MD033"],
    }
    config = scratch / "rumdl.toml"
    config.write_text("".join(_toml(name, table) for name, table in tables.items()), "utf-8")
    command = (tool, "check", "--no-cache", "--config", str(config))
    name = _version(tool, "--version")
    yield Peer(f"{name}, one page", (*command, str(page)), False)
    yield Peer(f"{name}, all English pages", (*command, str(english)), True)


def _toml(name: str, table: dict[str, Any]) -> str:
    """Return a table of TOML; its strings, numbers and lists are written as JSON writes them."""
    lines = (f"{key.replace('_', '-')} = {json.dumps(value)}\n" for key, value in table.items())
    return f"[{name}]\n{''.join(lines)}"


def _version(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()

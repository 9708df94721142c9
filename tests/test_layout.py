"""The tree keeps its promises: imports point down, rules stand where they belong, derived text is current."""

import ast
import importlib
import json
import os
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

import mdnkit
import mdnkit.rules.index
from mdnkit.discovery import unit_names
from mdnkit.rules.catalogue import FOLDERS, Listed, all_rules, list_unit, rules_of
from mdnkit.rules.rule import Rule
from mdnkit.tables import KEPT, parse_table, table_name

PACKAGE = Path(mdnkit.__file__).parent
PROJECT = Path(__file__).parent.parent
INDEX = PACKAGE / "rules" / "index.py"

LAYERS = (
    ("cli",),
    ("run",),
    ("check", "cache", "kept_outcomes", "check_redirects", "given", "outcome"),
    ("page_check",),
    ("suppression", "told_once", "baseline", "changed_files", "fix"),
    ("rules", "reports", "edits"),
    ("examples",),
    ("l10n", "model"),
    ("site",),
    ("config",),
    ("page", "published"),
    ("macros", "locales"),
    ("finding", "span", "errors", "messages", "discovery", "globs", "spread", "diff", "tables"),
)
"""From the top down; a module may import from its own layer and from those below."""


def layer_of(module: str) -> int | None:
    """Return the layer of `mdnkit.x.y`, 0 at the top; None for the package itself."""
    name = module.split(".")[1] if "." in module else ""
    return next((number for number, names in enumerate(LAYERS) if name in names), None)


def modules() -> Iterator[tuple[str, Path]]:
    """Yield every module of the package with its file."""
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        yield ".".join(part for part in parts if part != "__init__"), path


def imports(path: Path) -> Iterator[str]:
    """Yield the modules of mdnkit that a file imports, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("mdnkit"):
            yield str(node.module)
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name.startswith("mdnkit"))


def index_text() -> str:
    """Return the text of `mdnkit/rules/index.py`."""
    head = '"""What is said of each rule without importing its file: folder, file, id, aliases, where, front, macros, unless. Written by a test."""'
    rows = [
        f"    {tuple(rule)!r},"
        for folder in FOLDERS
        for unit in unit_names(f"mdnkit.rules.{folder}")
        for rule in list_unit(folder, unit)
    ]
    return "\n".join((head, "", "# fmt: off", "INDEX = (", *rows, ")", ""))


if os.environ.get("MDNKIT_UPDATE"):
    # Before anybody asks for the rules: an index of yesterday may name files that are gone.
    INDEX.write_text(index_text(), "utf-8")
    importlib.reload(mdnkit.rules.index)


@pytest.mark.parametrize(("module", "path"), modules(), ids=lambda value: str(value)[-60:])
def test_imports_point_down(module: str, path: Path) -> None:
    here = layer_of(module)
    if here is None:
        return
    upward = [name for name in imports(path) if (layer_of(name) or 99) < here]
    assert upward == []


def test_every_module_has_a_layer() -> None:
    unknown = [name for name, _ in modules() if "." in name and layer_of(name) is None]
    assert unknown == ["mdnkit.__main__"]


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_rule_is_named_like_its_file(folder: str) -> None:
    for unit in unit_names(f"mdnkit.rules.{folder}"):
        stem = unit.replace("_", "-")
        for rule in rules_of(folder, unit):
            assert rule.id == stem or rule.id.startswith(f"{stem}-"), f"{rule.id} in {unit}.py"


def test_ids_and_aliases_are_unique() -> None:
    names = [name for rule in all_rules() for name in (rule.id, *rule.aliases)]
    names = [name for name in names if name != "search-replace"]  # all of MDN's rules for text
    assert len(names) == len(set(names))


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)
def test_a_rule_documents_itself(rule: Rule[object]) -> None:
    assert rule.summary.endswith("."), "the first paragraph is a sentence"
    assert re.search(r"^Bad: ", rule.documentation, re.MULTILINE)
    assert re.search(r"^Good: ", rule.documentation, re.MULTILINE)


def test_the_index_is_current() -> None:
    """Run with MDNKIT_UPDATE=1 to write it anew."""
    assert INDEX.read_text("utf-8") == index_text()


def kept_tables() -> str:
    """Return the text of `mdnkit/tables.json`, a table a line."""
    lines = []
    for path in sorted(PACKAGE.rglob("*.toml")):
        text = path.read_bytes()
        value = [zlib.crc32(text), parse_table(text)]
        line = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        lines.append(f'"{table_name(path)}":{line}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def test_the_kept_tables_are_current() -> None:
    """Run with MDNKIT_UPDATE=1 to write them anew."""
    if os.environ.get("MDNKIT_UPDATE"):
        KEPT.write_text(kept_tables(), "utf-8")
    assert KEPT.read_text("utf-8") == kept_tables()


def rule_table() -> str:
    """Return the README's table of rules."""
    lines = ["| rule | severity | given | checks that |", "|---|---|---|---|"]
    for folder in FOLDERS:
        for rule in all_rules().of(folder):
            aliases = f" ({', '.join(rule.aliases)})" if rule.aliases else ""
            summary = rule.summary.replace("|", "\\|")
            lines.append(f"| `{rule.id}`{aliases} | {rule.severity} | {folder} | {summary} |")
    return "\n".join(lines)


def test_the_readme_lists_the_rules() -> None:
    """Run with MDNKIT_UPDATE=1 to write the table anew."""
    readme = PROJECT / "README.md"
    text = readme.read_text("utf-8")
    begin, end = "<!-- rules: begin -->\n", "<!-- rules: end -->"
    before, _, rest = text.partition(begin)
    _, _, after = rest.partition(end)
    wanted = f"{before}{begin}{rule_table()}\n{end}{after}"
    if os.environ.get("MDNKIT_UPDATE"):
        readme.write_text(wanted, "utf-8")
    assert readme.read_text("utf-8") == wanted


@pytest.mark.parametrize(("module", "path"), modules(), ids=lambda value: str(value)[-60:])
def test_modules_say_what_they_know(module: str, path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


@pytest.mark.parametrize("rule", all_rules().listed, ids=lambda rule: rule.id)
def test_alternatives_of_where_stand_in_brackets(rule: Listed) -> None:
    for pattern in (*rule.where, *rule.front):
        outside = re.sub(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", "", pattern)
        for _ in range(pattern.count("(")):
            outside = re.sub(r"\([^()]*\)", "", outside)
        assert "|" not in outside, pattern

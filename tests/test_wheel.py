"""The package as users install it: a wheel with all its data, in an environment of its own."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the Python of an environment in which the project's wheel is unpacked.

    What the project depends on is taken from the environment that runs the tests.
    """
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder / "env", with_pip=False)
    build = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--wheel-dir",
        folder,
        PROJECT,
    ]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = folder.glob("mdnkit-*.whl")
    (site,) = (folder / "env").glob("lib/python*/site-packages")
    subprocess.run([sys.executable, "-m", "zipfile", "-e", wheel, site], check=True)
    others = [path for path in sys.path if path.endswith("site-packages")]
    (site / "dependencies.pth").write_text("\n".join(others) + "\n")
    return folder / "env" / "bin" / "python"


def run(python: Path, *arguments: str, cwd: Path) -> "subprocess.CompletedProcess[str]":
    """Run mdnkit as installed, from a folder in which the project's own tree is not importable."""
    environment = {
        k: v
        for k, v in os.environ.items()
        if k not in ("PYTHONPATH", "CONTENT_ROOT", "CONTENT_TRANSLATED_ROOT")
    }
    command = [str(python), "-m", "mdnkit", *arguments]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True)


@pytest.mark.skipif(
    os.name == "nt", reason="the layout of the environment is that of POSIX systems"
)
def test_the_wheel_checks_a_page_and_runs_its_example(python: Path, tmp_path: Path) -> None:
    where = run(python, "--version", cwd=tmp_path)
    assert where.stdout == "mdnkit 0.1.0\n"
    page = tmp_path / "index.md"
    page.write_text(
        "---\ntitle: A\nslug: Web/A\npage-type: guide\n---\n\n{{Nope}}\n\n```js\ndocument.getElementByID('a');\n```\n"
    )
    done = run(python, "check", "index.md", "--format", "github", cwd=tmp_path)
    assert [line.split("title=")[1].split("::")[0] for line in done.stdout.splitlines()] == [
        "mdnkit macro-unknown",
        "mdnkit example-model",
    ]
    assert done.returncode == 1
    shown = run(python, "model", "show", "BackgroundFetchEvent", cwd=tmp_path)
    assert "ExtendableEvent" in shown.stdout
    assert run(python, "explain", "macro-unknown", cwd=tmp_path).returncode == 0

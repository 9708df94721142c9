"""Searches for inputs that break a target: `python tests/fuzz/fuzz.py TARGET [seconds]`.

A target is a file of this folder with a function `try_input(data)` that raises when something is wrong with what mdnkit
makes of `data`, and `SEEDS`, inputs to begin with. What breaks it is written into the current folder as `crash-...`; once
it is mended it goes to `found/TARGET/`, and `test_fuzz.py` tries it for ever.
"""

import sys
import tempfile
from importlib import import_module
from pathlib import Path

import atheris

HERE = Path(__file__).parent
SECONDS = 600
LONGEST = 4096
SLOWEST = 10
"""Seconds that one input may take."""


def main() -> None:
    """Fuzz the target that the command line names."""
    name, seconds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else SECONDS
    with atheris.instrument_imports(include=["mdnkit"]):
        target = import_module(name)
    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(target.SEEDS):
            Path(corpus, f"seed-{number}").write_bytes(seed)
        options = {
            "max_total_time": seconds,
            "max_len": LONGEST,
            "timeout": SLOWEST,
            "dict": HERE / "words.dict",
        }
        arguments = [f"-{option}={value}" for option, value in options.items()]
        atheris.Setup([sys.argv[0], *arguments, corpus], target.try_input)
        atheris.Fuzz()


if __name__ == "__main__":
    main()

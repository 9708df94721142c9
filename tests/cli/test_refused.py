"""What the system refuses to a run ends it with one line, like any other reason."""

import os
import subprocess
import sys

import pytest


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
@pytest.mark.parametrize("command", (("rules",), ("check", "-"), ("model", "show", "Event")))
def test_a_full_disk_is_no_mistake_of_mdnkit(command: tuple[str, ...]) -> None:
    with open("/dev/full", "wb") as full:
        said = subprocess.run(
            (sys.executable, "-m", "mdnkit", "--lang", "en", *command),
            input=b"", stdout=full, stderr=subprocess.PIPE, check=False, timeout=60,
        )  # fmt: skip
    assert (said.returncode, said.stderr) == (2, b"mdnkit: No space left on device\n")

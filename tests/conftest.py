"""Tests share the modules of this folder, and read messages in English wherever they run."""

import os

os.environ["MDNKIT_LANG"] = "en"

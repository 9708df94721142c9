"""`python -m mdnkit` is the same as the command `mdnkit`."""

from mdnkit.cli import main

if __name__ == "__main__":
    raise SystemExit(main())

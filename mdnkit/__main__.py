"""`python -m mdnkit` is the same as the command `mdnkit`."""

from mdnkit.cli import program

if __name__ == "__main__":
    program()

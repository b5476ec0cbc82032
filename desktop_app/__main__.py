"""Starts Postroom: `python -m desktop_app`, and the installed command `postroom`."""

import sys


def main() -> None:
    """Hands the arguments on and leaves with the exit code."""
    from desktop_app.app import run  # noqa: PLC0415 - so that naming the program imports nothing

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()

"""Starts lives of the booker: everything is imported once, and each life is a fork of that.

A line of JSON with the fields of a `Life` on standard input begins one. Two lines answer it: its
process id, and how it ended: 0, or minus the signal that ended it.
"""

import json
import os
import sys
import traceback
from pathlib import Path

import desktop_app.documents.papers
import desktop_app.parcel2go.client
import desktop_app.storage.label_vault
import desktop_app.storage.migrating  # noqa: F401 - before the first fork, so that no life has to
from tests.crash.booker import Life, live


def main() -> None:
    """Until standard input ends."""
    for line in sys.stdin:
        wanted = json.loads(line)
        child = os.fork()
        if not child:
            _live(Life(**{**wanted, "data": Path(wanted["data"])}))
        _say(child)
        _, status = os.waitpid(child, 0)
        _say(os.waitstatus_to_exitcode(status))


def _say(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


def _live(life: Life) -> None:
    try:
        live(life)
    except BaseException:  # noqa: BLE001 - whatever it is, it is told, and the fork ends here
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    main()

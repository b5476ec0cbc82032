"""Runs a built Postroom's self-test and believes it only if nothing unexpected was said.

    smoke.py PROGRAM [ARGUMENT …]

The program may be the frozen folder's, the installed one, or `python -m desktop_app`.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

LONGEST_S = 30.0
_GRACE_S = 60.0  # beyond it the program hangs, and is ended
# What may stand on stderr, and why. Everything else is a fault.
EXPECTED = (
    # Qt's platform without a screen says so each time a window tells its size.
    re.compile(r"This plugin does not support propagateSizeHints\(\)"),
)
_STEP = re.compile(r"ok  (?P<name>.{10}) +(?P<seconds>[\d.]+) s")
STEPS = {
    "toolkit", "resources", "key vault", "database", "window", "order", "payment", "list",
    "labels", "barcodes", "printers",
}  # fmt: skip


def smoke(command: Sequence[str | Path], environment: Mapping[str, str] | None = None) -> list[str]:
    """Runs `command self-test` from an empty folder; what was wrong, a sentence each."""
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        try:
            done = subprocess.run(
                [*command, "self-test"],
                cwd=folder,
                env={**os.environ, **(environment or {})},
                capture_output=True,
                check=False,
                timeout=_GRACE_S,
            )
        except OSError as failure:
            return [f"The program cannot be started: {failure.strerror}."]
        except subprocess.TimeoutExpired:
            return [f"The self-test was not over after {_GRACE_S:.0f} s."]
    took = time.monotonic() - begun
    said = done.stdout.decode("utf-8", "replace")
    print(said, f"    whole run {took:13.2f} s", sep="")
    return faults(done.returncode, said, done.stderr.decode("utf-8", "replace"), took)


def faults(code: int, out: str, err: str, took: float) -> list[str]:
    """What is wrong with a run of the self-test, from what it left."""
    found = []
    if code:
        found.append(f"The self-test ended with {code}.")
    gone_well = {step["name"].strip() for step in map(_STEP.fullmatch, out.splitlines()) if step}
    found += [f"The step {name!r} is missing." for name in sorted(STEPS - gone_well)]
    if took > LONGEST_S:
        found.append(f"It took {took:.0f} s; {LONGEST_S:.0f} are allowed.")
    lines = (line.rstrip() for line in err.splitlines())
    found += [
        f"Unexpected on stderr: {line}"
        for line in lines
        if line and not any(known.fullmatch(line) for known in EXPECTED)
    ]
    return found


def main(command: Sequence[str]) -> int:
    """0 when all is well, else 1 with what is wrong."""
    wrong = smoke(command) if command else [str(__doc__)]
    for sentence in wrong:
        print(sentence, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

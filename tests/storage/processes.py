"""Starts other Postrooms, and ends them as a power cut would."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def started(task: str, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """A worker at work; killed at the end, if it still runs."""
    command = [sys.executable, "-m", "tests.storage.worker", task, *map(str, arguments)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def answer(task: str, *arguments: object) -> str:
    """What a worker said by the time it was done."""
    with started(task, *arguments) as process:
        said, _ = process.communicate(timeout=60)
        assert process.returncode == 0
    return said.strip()


def answers(times: int, task: str, *arguments: object) -> list[str]:
    """What several workers said that were started at once."""
    if times == 0:
        return []
    with started(task, *arguments) as process:
        others = answers(times - 1, task, *arguments)
        said, _ = process.communicate(timeout=60)
        assert process.returncode == 0
    return [said.strip(), *others]


def killed_after(lines: int, task: str, *arguments: object) -> list[str]:
    """All that a worker said, killed in the middle of its work once it had said so many lines."""
    with started(task, *arguments) as process:
        assert process.stdout
        said = [process.stdout.readline() for _ in range(lines)]
        process.kill()
        said += process.stdout.readlines()
    return [line.strip() for line in said if line.endswith("\n")]

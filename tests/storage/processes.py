"""Starts other Postrooms, and ends them as a power cut would."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def ready(task: str, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """A worker that waits for `go`; killed at the end, if it still runs."""
    command = [sys.executable, "-m", "tests.storage.worker", task, *map(str, arguments)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert heard(process) == "ready"
            yield process
        finally:
            process.kill()


def go(process: subprocess.Popen[str]) -> None:
    """Let it begin."""
    assert process.stdin
    process.stdin.write("go\n")
    process.stdin.flush()


def heard(process: subprocess.Popen[str]) -> str:
    """The next line it says."""
    assert process.stdout
    return process.stdout.readline().strip()


def answer(task: str, *arguments: object) -> str:
    """What a worker said by the time it was done."""
    return answers(1, task, *arguments)[0]


def answers(times: int, task: str, *arguments: object) -> list[str]:
    """What several workers said that began at once."""
    with ExitStack() as stack:
        workers = [stack.enter_context(ready(task, *arguments)) for _ in range(times)]
        for process in workers:
            go(process)
        said = [process.communicate(timeout=60)[0].strip() for process in workers]
        assert [process.returncode for process in workers] == [0] * times
    return said


def killed_after(lines: int, task: str, *arguments: object) -> list[str]:
    """All that a worker said, killed in the middle of its work once it had said so many lines."""
    with ready(task, *arguments) as process:
        go(process)
        said = [heard(process) for _ in range(lines)]
        process.kill()
        assert process.stdout
        rest = process.stdout.readlines()
    return said + [line.strip() for line in rest if line.endswith("\n")]

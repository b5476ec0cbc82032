"""What tasks.py answers before it does anything."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import tasks

SCRIPT = Path(tasks.__file__)


def test_an_older_python_can_read_it_and_so_be_told() -> None:
    ast.parse(SCRIPT.read_text("utf-8"), feature_version=(3, 7))


def test_it_needs_the_standard_library_only() -> None:
    command = [sys.executable, "-I", "-S", str(SCRIPT), "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert all(f"  {name}" in done.stdout for name in tasks.TASKS)


@pytest.mark.parametrize("name", tasks.TASKS)
def test_each_task_says_what_it_does(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert tasks.main([name, "--help"]) == 0
    assert capsys.readouterr().out.rstrip().endswith(".")


def test_an_unknown_task_is_bad_input(capsys: pytest.CaptureFixture[str]) -> None:
    assert tasks.main(["deliver"]) == 2
    told = capsys.readouterr()
    assert "no task 'deliver'" in told.err
    assert told.out == ""


def test_trouble_is_a_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stuck(_: list[str]) -> int:
        raise tasks.Trouble("The disk is full.")

    monkeypatch.setitem(tasks.TASKS, "run", stuck)
    assert tasks.main(["run"]) == 1
    assert capsys.readouterr().err == "The disk is full.\n"


def test_children_import_this_checkout_and_what_the_user_set(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHONPATH", "mine")
    assert tasks.environment()["PYTHONPATH"] == os.pathsep.join([str(tasks.ROOT), "mine"])
    monkeypatch.delenv("PYTHONPATH")
    assert tasks.offscreen()["PYTHONPATH"] == str(tasks.ROOT)


def test_ci_is_a_sound_script_that_may_be_run() -> None:
    script = tasks.ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert subprocess.run(["bash", "-n", script], check=False).returncode == 0

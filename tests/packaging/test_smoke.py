"""The smoke test believes a program only when every step was seen and nothing else was said."""

import sys
from pathlib import Path

import pytest

from smoke import LONGEST_S, STEPS, faults, main, smoke

GOOD = "".join(f"ok  {name:<10} {0.01:6.2f} s\n" for name in sorted(STEPS))
QT = "This plugin does not support propagateSizeHints()\n"


def test_a_good_run_has_no_faults() -> None:
    assert faults(0, GOOD, QT * 2, 5.0) == []


@pytest.mark.parametrize(
    ("code", "out", "err", "took", "words"),
    [
        (1, GOOD, "", 5.0, "ended with 1"),
        (0, GOOD.replace("ok  barcodes", "no  barcodes"), "", 5.0, "'barcodes' is missing"),
        (0, GOOD, "QFont: no such thing\n", 5.0, "Unexpected on stderr: QFont"),
        (0, GOOD, "Traceback (most recent call last):\n", 5.0, "Traceback"),
        (0, GOOD, "", LONGEST_S + 1, "are allowed"),
    ],
)
def test_each_fault_is_told(code: int, out: str, err: str, took: float, words: str) -> None:
    found = faults(code, out, err, took)
    assert len(found) == 1
    assert words in found[0]


def test_a_program_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert "cannot be started" in smoke([tmp_path / "postroom"])[0]


def test_a_program_that_only_prints_is_not_believed(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    script = tmp_path / "program.py"
    script.write_text("print('all is well')")
    assert main([sys.executable, str(script)]) == 1
    assert "'window' is missing" in capfd.readouterr().err

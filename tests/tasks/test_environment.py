"""`.venv` is made, mended and left alone as the lock and the last run demand."""

import subprocess
from pathlib import Path

import pytest

import tasks
from tests.tasks.conftest import Pin


def crate(root: Path) -> str:
    """The version of the package that the environment really imports."""
    command = [str(tasks.venv_program(root, "python")), "-c", "import crate; print(crate.VERSION)"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def test_from_nothing_to_a_whole_environment_and_then_nothing_more(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tasks.ensure_environment(checkout)
    assert crate(checkout) == "1.0"
    # A second start has no need of pip: here it could not install anything.
    monkeypatch.setenv("PIP_FIND_LINKS", str(checkout / "nowhere"))
    tasks.ensure_environment(checkout)
    assert tasks.state_file(checkout).read_text() == tasks.wanted_state(checkout)


def test_a_newer_lock_is_followed_without_starting_anew(checkout: Path, pin: Pin) -> None:
    tasks.ensure_environment(checkout)
    (checkout / ".venv" / "kept").touch()
    (checkout / "requirements.lock").write_text(pin("2.0"))
    tasks.ensure_environment(checkout)
    assert crate(checkout) == "2.0"
    assert (checkout / ".venv" / "kept").exists()


def test_an_installation_that_was_cut_off_is_made_anew(checkout: Path) -> None:
    half = checkout / ".venv" / "lib" / "half-copied"
    half.mkdir(parents=True)
    tasks.state_file(checkout).write_text(tasks.INSTALLING)
    tasks.ensure_environment(checkout)
    assert crate(checkout) == "1.0"
    assert not half.exists()


def test_a_package_with_another_hash_is_refused(checkout: Path) -> None:
    lock = checkout / "requirements.lock"
    lock.write_text(lock.read_text()[:-6] + "00000\n")
    with pytest.raises(tasks.Trouble, match="could not be installed"):
        tasks.ensure_environment(checkout)
    assert not tasks.state_file(checkout).exists()


def test_a_python_that_moved_on_under_the_environment_shows(checkout: Path) -> None:
    python = tasks.venv_program(checkout, "python")
    python.parent.mkdir(parents=True)
    python.symlink_to(checkout / "python3.11")
    before = tasks.wanted_state(checkout)
    python.unlink()
    python.symlink_to(checkout / "python3.13")
    assert tasks.wanted_state(checkout) != before


def test_a_python_too_new_for_qt_is_told(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks, "NEWEST_PYTHON", (3, 10))
    with pytest.raises(tasks.Trouble, match=r"with Python 3\.10"):
        tasks.ensure_environment(checkout)

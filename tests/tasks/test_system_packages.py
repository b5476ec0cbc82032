"""Missing system libraries are found, and installed or named."""

import os
import shutil
import sys

import pytest

import tasks

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux lacks libraries")


def test_a_library_that_is_there_loads_and_another_does_not() -> None:
    assert tasks.loads("libc.so.6")
    assert not tasks.loads("libnothing.so.9")


def test_each_library_has_a_package_for_each_manager() -> None:
    rows = [line.split() for line in tasks.LIBRARIES.strip().splitlines()]
    assert {len(row) for row in rows} == {1 + len(tasks.MANAGERS)}
    assert len({row[0] for row in rows}) == len(rows)


@pytest.mark.parametrize(("manager", "package"), [(0, "libegl1"), (1, "egl"), (2, "libegl")])
def test_what_is_missing_is_named_in_the_managers_words(
    monkeypatch: pytest.MonkeyPatch, manager: int, package: str
) -> None:
    rows = "libnothing.so.9 libegl1 egl libegl\nlibnone.so.1 libegl1 egl libegl\nlibc.so.6 a b c"
    monkeypatch.setattr(tasks, "LIBRARIES", rows)
    monkeypatch.setattr(tasks, "has_fonts", lambda: True)
    assert tasks.missing_packages(manager) == [package]


def test_without_fonts_a_font_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks, "LIBRARIES", "libc.so.6 a b c")
    monkeypatch.setattr(tasks, "has_fonts", lambda: False)
    assert tasks.missing_packages(0) == ["fonts-dejavu-core"]


@pytest.mark.parametrize(
    ("program", "command"),
    [
        ("apt-get", "sudo apt-get install -y libegl1 libgl1"),
        ("dnf", "sudo dnf install libegl1 libgl1"),
        ("pacman", "sudo pacman -S libegl1 libgl1"),
    ],
)
def test_without_the_right_the_exact_command_is_told(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    program: str,
    command: str,
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(shutil, "which", lambda name: name if name == program else None)
    assert not tasks.install_packages(["libegl1", "libgl1"])
    assert capsys.readouterr().err.strip().endswith(command)

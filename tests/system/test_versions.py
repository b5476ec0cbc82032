"""Versions come from one place, whichever way Postroom is run."""

import sys
from pathlib import Path

import pytest

from desktop_app.system import versions


def test_the_checkout_says_its_version() -> None:
    assert f'version = "{versions.postroom_version()}"' in versions.PYPROJECT.read_text("utf-8")


@pytest.mark.parametrize("text", ['[project]\nname = "other"\nversion = "9"\n', "[tool]\n"])
def test_another_projects_file_is_not_ours(tmp_path: Path, text: str) -> None:
    (tmp_path / "pyproject.toml").write_text(text)
    assert versions._checkout_version(tmp_path / "pyproject.toml") == ""


def test_outside_a_checkout_there_is_no_file(tmp_path: Path) -> None:
    assert versions._checkout_version(tmp_path / "pyproject.toml") == ""


def test_qt_is_named_only_where_it_is_in_use() -> None:
    assert list(versions.versions()) == ["Postroom", "Python", "System"]
    assert versions.versions("6.11.3")["PySide6"] == "6.11.3"


def test_the_frozen_program_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert versions.versions()["Postroom"].endswith("(frozen)")

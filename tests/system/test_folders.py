"""The data folder goes where it is told, and is the user's alone."""

import sys
from pathlib import Path

import pytest

from desktop_app.system.folders import Folders


def test_a_given_folder_is_used(tmp_path: Path) -> None:
    folders = Folders.at(tmp_path / "mine")
    assert folders.data == tmp_path / "mine"
    assert folders.database.parent == folders.labels.parent == folders.logs.parent == folders.data


def test_a_relative_folder_is_made_absolute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert Folders.at(Path("mine")).data == tmp_path / "mine"


def test_without_one_the_system_says_where() -> None:
    data = Folders.at().data
    assert data.is_absolute()
    assert data.name == "Postroom"


def test_nothing_is_made_before_make(tmp_path: Path) -> None:
    folders = Folders.at(tmp_path / "mine")
    assert not folders.data.exists()
    folders.make()
    folders.make()
    assert folders.labels.is_dir()
    assert folders.logs.is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in another way")
def test_others_may_not_look_in(tmp_path: Path) -> None:
    folders = Folders.at(tmp_path / "mine")
    folders.make()
    assert folders.data.stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_made_is_an_os_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OSError, match="file"):
        Folders.at(tmp_path / "file" / "mine").make()

"""Resources are found from the source and from the frozen program."""

import sys
import tomllib
from pathlib import Path

import pytest

from desktop_app.system import resources
from desktop_app.system.resources import resource, resources_folder


def test_from_source_they_lie_beside_the_package() -> None:
    assert (resources_folder().parent / "pyproject.toml").is_file()


def test_frozen_they_lie_inside_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource("icons/parcel.svg") == tmp_path / "resources" / "icons" / "parcel.svg"


def test_installed_they_lie_where_the_package_put_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "CHECKOUT", tmp_path)
    assert resource("x").parts[-4:] == ("share", "postroom", "resources", "x")


def test_every_folder_of_resources_is_in_the_package() -> None:
    project = tomllib.loads((resources.CHECKOUT / "pyproject.toml").read_text("utf-8"))
    packed = {
        place.removeprefix("share/postroom/")
        for place in project["tool"]["setuptools"]["data-files"]
    }
    held = {path.parent for path in resources_folder().rglob("*") if path.is_file()}
    assert {folder.relative_to(resources.CHECKOUT).as_posix() for folder in held} <= packed


@pytest.mark.parametrize("name", ["../pyproject.toml", "icons/../../secret", "/etc/hosts"])
def test_no_name_leads_out(name: str) -> None:
    with pytest.raises(ValueError, match="not the name of a resource"):
        resource(name)

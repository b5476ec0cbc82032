"""Resources are found from the source and from the frozen program."""

import sys
from pathlib import Path

import pytest

from desktop_app.system.resources import resource, resources_folder


def test_from_source_they_lie_beside_the_package() -> None:
    assert (resources_folder().parent / "pyproject.toml").is_file()


def test_frozen_they_lie_inside_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource("icons/parcel.svg") == tmp_path / "resources" / "icons" / "parcel.svg"


@pytest.mark.parametrize("name", ["../pyproject.toml", "icons/../../secret", "/etc/hosts"])
def test_no_name_leads_out(name: str) -> None:
    with pytest.raises(ValueError, match="not the name of a resource"):
        resource(name)

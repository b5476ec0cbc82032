"""What the builds say of the product is what pyproject.toml says."""

import plistlib
import tomllib
from pathlib import Path

import pytest
from PIL import Image

from icons import LINUX, WINDOWS, write_icons
from product import APPLICATION_ID, ROOT, Product, product
from pyinstaller.parts import is_used

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def test_the_version_is_that_of_the_project() -> None:
    assert product().version == PROJECT["version"]
    assert f"Version: {PROJECT['version']}\n" in product().metadata
    assert repr(PROJECT["version"]) in product().version_resource


@pytest.mark.parametrize(
    ("version", "numbers"), [("1.2.3", (1, 2, 3, 0)), ("0.1", (0, 1, 0, 0)), ("4", (4, 0, 0, 0))]
)
def test_windows_wants_four_numbers(version: str, numbers: tuple[int, ...]) -> None:
    made = Product(version=version, description="", publisher="", licence="MIT")
    assert made.numbers == numbers
    assert f"filevers={numbers}" in made.version_resource


def test_the_version_resource_is_python() -> None:
    compile(product().version_resource, "version.txt", "eval")


def test_the_bundle_tells_what_macos_needs() -> None:
    read = plistlib.loads(plistlib.dumps(product().info_plist))
    assert read["CFBundleShortVersionString"] == PROJECT["version"]
    exported = read["UTExportedTypeDeclarations"][0]
    opened = read["CFBundleDocumentTypes"][0]["LSItemContentTypes"]
    assert opened == [exported["UTTypeIdentifier"]]
    assert exported["UTTypeIdentifier"].startswith(APPLICATION_ID)


def test_every_icon_is_drawn_in_its_own_size(tmp_path: Path) -> None:
    write_icons(tmp_path)
    with Image.open(tmp_path / "postroom.ico") as icon:
        assert icon.info["sizes"] == {(side, side) for side in WINDOWS}
    with Image.open(tmp_path / "postroom.icns") as icon:
        assert max(icon.info["sizes"])[0] >= 512
    for side in LINUX:
        with Image.open(tmp_path / f"postroom-{side}.png") as icon:
            assert icon.size == (side, side)
            opaque = icon.getchannel("A")
            assert opaque.getpixel((side // 2, side // 2)) == 255
            assert opaque.getpixel((0, 0)) == 0


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6\\plugins\\printsupport\\windowsprintersupport.dll",
        "PySide6/Qt/lib/libQt6Widgets.so.6",
        "pycountry/locales/de/LC_MESSAGES/iso3166-1.mo",
        "resources/icons/add.svg",
        "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
    ],
)
def test_what_is_used_is_shipped(place: str) -> None:
    assert is_used(place)


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/sqldrivers/libqsqlite.so",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/Qt6Qml.dll",
        "PySide6\\opengl32sw.dll",
        "PySide6/Qt/translations/qtbase_de.qm",
        "pycountry/locales/de/LC_MESSAGES/iso639-3.mo",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
    ],
)
def test_what_nobody_uses_is_left_out(place: str) -> None:
    assert not is_used(place)

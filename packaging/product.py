"""What every build says of the product, read from pyproject.toml, its only place."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
NAME = "Postroom"
# Never to be changed: by these the systems know an older Postroom as the same program.
APPLICATION_ID = "uk.postroom.Postroom"
DRAFT_TYPE = "application/vnd.postroom.draft+json"
DRAFT_ENDING = "postroom"


@dataclass(frozen=True)
class Product:
    """`version` is "1.2.3"; `numbers` the same as four numbers, as Windows wants it."""

    version: str
    description: str
    publisher: str
    licence: str

    @property
    def numbers(self) -> tuple[int, int, int, int]:
        """Parts that are not there are 0."""
        parts = [int(part) for part in self.version.split(".")]
        first, second, third, fourth = (*parts, 0, 0, 0, 0)[:4]
        return first, second, third, fourth

    @property
    def metadata(self) -> str:
        """The METADATA file of the frozen program, from which it reads its own version."""
        lines = {
            "Metadata-Version": "2.4",
            "Name": NAME.lower(),
            "Version": self.version,
            "Summary": self.description,
            "License-Expression": self.licence,
        }
        return "".join(f"{name}: {value}\n" for name, value in lines.items())

    @property
    def info_plist(self) -> dict[str, Any]:
        """What macOS reads of the bundle: PyInstaller adds the names of program and icon."""
        return {
            "CFBundleDisplayName": NAME,
            "CFBundleShortVersionString": self.version,
            "CFBundleVersion": self.version,
            "LSApplicationCategoryType": "public.app-category.business",
            "LSMinimumSystemVersion": "13.0",
            "NSHighResolutionCapable": True,
            "NSRequiresAquaSystemAppearance": False,
            "CFBundleDocumentTypes": [
                {
                    "CFBundleTypeName": f"{NAME} draft",
                    "CFBundleTypeRole": "Editor",
                    "LSHandlerRank": "Owner",
                    "LSItemContentTypes": [f"{APPLICATION_ID}.draft"],
                }
            ],
            "UTExportedTypeDeclarations": [
                {
                    "UTTypeIdentifier": f"{APPLICATION_ID}.draft",
                    "UTTypeDescription": f"{NAME} draft",
                    "UTTypeConformsTo": ["public.json"],
                    "UTTypeTagSpecification": {
                        "public.filename-extension": [DRAFT_ENDING],
                        "public.mime-type": DRAFT_TYPE,
                    },
                }
            ],
        }

    @property
    def version_resource(self) -> str:
        """What Windows shows under "Details" of the program, in PyInstaller's form."""
        numbers = self.numbers
        words = {
            "CompanyName": self.publisher,
            "FileDescription": NAME,
            "FileVersion": self.version,
            "InternalName": NAME.lower(),
            "LegalCopyright": f"{self.publisher}, {self.licence} licence",
            "OriginalFilename": f"{NAME}.exe",
            "ProductName": NAME,
            "ProductVersion": self.version,
        }
        strings = ", ".join(f"StringStruct({name!r}, {word!r})" for name, word in words.items())
        return (
            f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}), kids=["
            f"StringFileInfo([StringTable('080904B0', [{strings}])]), "
            "VarFileInfo([VarStruct('Translation', [0x0809, 1200])])])\n"
        )


def product(root: Path = ROOT) -> Product:
    """The product as its pyproject.toml tells; KeyError where something is not said there."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    return Product(
        version=project["version"],
        description=project["description"],
        publisher=project["authors"][0]["name"],
        licence=project["license"],
    )

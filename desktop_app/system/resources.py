"""Where the files that come with Postroom lie: icons, themes, translations."""

import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]


def resources_folder() -> Path:
    """The folder `resources`: inside the frozen program, beside the package, or as installed."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen) / "resources"
    if (CHECKOUT / "pyproject.toml").is_file():
        return CHECKOUT / "resources"
    return Path(sys.prefix) / "share" / "postroom" / "resources"


def resource(name: str) -> Path:
    """The path of one file, such as `icons/parcel.svg`.

    Raises ValueError for a name that leads out of the folder.
    """
    path = resources_folder() / name
    if Path(name).is_absolute() or ".." in path.parts[len(resources_folder().parts) :]:
        raise ValueError(f"{name} is not the name of a resource")
    return path

"""Which versions are at work: Postroom, Python, Qt, the operating system."""

import platform
import sys
from functools import cache
from pathlib import Path

PYPROJECT = Path(__file__).resolve().parents[2] / "pyproject.toml"
UNKNOWN = "unknown"


@cache
def postroom_version() -> str:
    """The version in pyproject.toml where this is a checkout, else that of the installed package.

    The checkout comes first: an older Postroom may be installed beside it.
    """
    return _checkout_version(PYPROJECT) or _installed_version()


def _checkout_version(pyproject: Path) -> str:
    if not pyproject.is_file():
        return ""
    import tomllib  # noqa: PLC0415 - only in a checkout

    project = tomllib.loads(pyproject.read_text("utf-8")).get("project", {})
    return str(project["version"]) if project.get("name") == "postroom" else ""


def _installed_version() -> str:
    from importlib import metadata  # noqa: PLC0415 - 15 ms, only once installed

    try:
        return metadata.version("postroom")
    except metadata.PackageNotFoundError:
        return UNKNOWN


def versions(pyside: str = "") -> dict[str, str]:
    """The name and version of each part, for About and for crash reports.

    `pyside` is handed in because this room knows no toolkit; empty where there is no window.
    """
    found = {
        "Postroom": postroom_version() + (" (frozen)" if getattr(sys, "frozen", False) else ""),
        "Python": platform.python_version(),
        "PySide6": pyside,
        "System": f"{platform.system()} {platform.release()} {platform.machine()}",
    }
    return {name: version for name, version in found.items() if version}

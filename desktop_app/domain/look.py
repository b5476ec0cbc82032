"""How the window looks and where it stands: all that has to be known before it is shown."""

from enum import StrEnum
from typing import NamedTuple

# Under which name `Settings.layouts` keeps the window's place and size.
GEOMETRY = "window.geometry"


class Theme(StrEnum):
    """Light, dark, or as the system has it."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Look(NamedTuple):
    """The wanted theme, and the window's place and size as Qt wrote them ("": none kept)."""

    theme: Theme = Theme.SYSTEM
    geometry: str = ""

"""How the window looked last, read from the settings before pydantic is there."""

import json
from pathlib import Path

from desktop_app.domain.look import GEOMETRY, Look, Theme


def first_look(settings: Path) -> Look:
    """The look the settings file names; a file that is missing or damaged gives the first one.

    Nothing is told from here: `FileSettings` reads the same file a moment later, and tells all.
    """
    try:
        found = json.loads(settings.read_bytes())
        return Look(Theme(found["theme"]), str(found["layouts"].get(GEOMETRY, "")))
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return Look()

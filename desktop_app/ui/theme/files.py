"""Where the theme's files lie: beside the package in a checkout, inside it once installed."""

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """A file below `resources/`."""
    frozen = getattr(sys, "_MEIPASS", None)
    root = Path(frozen) if frozen else Path(__file__).resolve().parents[3]
    return root.joinpath("resources", *parts)

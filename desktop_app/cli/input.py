"""Reading the draft file that a command is given."""

import sys
from pathlib import Path

from desktop_app.domain.errors import InputError
from desktop_app.domain.shipment import Shipment
from desktop_app.services.draft_file import read_draft

_LARGEST = 10_000_000


def read_file(name: str) -> Shipment:
    """The draft in a file, or on stdin for "-"; raises InputError that says what is wrong."""
    return read_draft(_text(name))


def _text(name: str) -> str:
    if name == "-":
        return sys.stdin.read()
    path = Path(name)
    try:
        if path.stat().st_size > _LARGEST:
            raise InputError(f"{path.name} is larger than any draft file.")
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise InputError(f"{path.name} is not UTF-8 text.") from wrong
    except OSError as wrong:
        raise InputError(f"{path.name} cannot be read: {wrong.strerror}.") from wrong

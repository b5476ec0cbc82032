"""Reading the files that a command is given: a draft, and the fields of a shop's own order."""

import json
import sys
from decimal import Decimal
from typing import Any

from desktop_app.domain.errors import InputError
from desktop_app.domain.shipment import Shipment
from desktop_app.services.draft_file import read_draft
from desktop_app.services.files import read_text


def read_file(name: str) -> Shipment:
    """The draft in a file, or on stdin for "-"; raises InputError that says what is wrong."""
    return read_draft(sys.stdin.read() if name == "-" else read_text(name))


def read_details(name: str) -> dict[str, Any]:
    """The JSON object in a file, or on stdin for "-"; its fractions are exact.

    Raises InputError for anything else.
    """
    text = sys.stdin.read() if name == "-" else read_text(name)
    try:
        found = json.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError, ArithmeticError) as wrong:
        raise InputError(f"{name} is not JSON: {wrong}.") from wrong
    if not isinstance(found, dict):
        raise InputError(f"{name} is no JSON object with the shop's fields.")
    return found

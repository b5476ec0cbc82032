"""Reading the draft file that a command is given."""

import sys

from desktop_app.domain.shipment import Shipment
from desktop_app.services.draft_file import read_draft
from desktop_app.services.files import read_text


def read_file(name: str) -> Shipment:
    """The draft in a file, or on stdin for "-"; raises InputError that says what is wrong."""
    return read_draft(sys.stdin.read() if name == "-" else read_text(name))

"""Headers of order files: written plainly so that they compare, and found wherever they stand."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from desktop_app.shops.files.fields import field_of

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_MARKS = re.compile(r"[^0-9a-z]+")
_LONGEST = 60


@cache
def plain(header: str) -> str:
    """ "Ship-To Name", "shipToName" and "ship_to_name" are all "ship to name"."""
    apart = unicodedata.normalize("NFKD", _CAMEL.sub(" ", header[: 2 * _LONGEST]).casefold())
    letters = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return _MARKS.sub(" ", letters).strip()


def score(cells: Sequence[str]) -> int:
    """How many different things the cells name as a header does; 0 for a row of data.

    Values are long, or numbers, or are no word that headers have.
    """
    return len({field for cell in cells if (field := _named(cell))})


def _named(cell: str) -> str | None:
    if not cell or len(cell) > _LONGEST or "@" in cell or cell[0].isdigit():
        return None
    return field_of(plain(cell))

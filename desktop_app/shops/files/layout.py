"""What is known of the order files of a platform, and the columns of one file."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from desktop_app.shops.files.cell_text import text_of
from desktop_app.shops.files.fields import Field, field_of
from desktop_app.shops.files.headers import plain

Headers = frozenset[str]
_NONE: Mapping[Field, tuple[str, ...]] = MappingProxyType({})


class Days(StrEnum):
    """In which order days are written where they are only numbers."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


class Layout(NamedTuple):
    """One family of files. Headers are as `headers.plain` writes them.

    It is known by any of `signs`, all of whose headers are there. `columns` are its own names,
    the best first; for other fields the headers' words say what they are, but not for `ignored`
    ones. `sent_words` are states, beside the usual ones, of orders that are on their way.
    `order_is_line`: a row is a whole order, whose lines are not in the file.
    """

    platform: str
    name: str
    signs: tuple[Headers, ...]
    columns: Mapping[Field, tuple[str, ...]] = _NONE
    ignored: Headers = frozenset()
    days: Days = Days.DAY_FIRST
    decimal_comma: bool = False
    currency: str = ""
    sent_words: tuple[str, ...] = ()
    order_is_line: bool = False

    def likeness(self, headers: Headers) -> int:
        """How many headers its best sign has in common with these; 0: it is another layout."""
        return max((len(sign) for sign in self.signs if sign <= headers), default=0)


class Columns(NamedTuple):
    """Where each field stands, the best place first; `width` is the number of headers."""

    places: tuple[tuple[Field, tuple[int, ...]], ...]
    width: int
    headers: tuple[str, ...]

    def of(self, field: Field) -> tuple[int, ...]:
        """Where a field stands; () where it does not."""
        return next((places for one, places in self.places if one is field), ())

    def read(self, cells: Sequence[str]) -> dict[Field, str]:
        """What stands in a row as text, without what is empty."""
        found, last = {}, len(cells)
        for field, places in self.places:
            for place in places:
                if place < last and (cell := cells[place]):
                    found[field] = text_of(cell) if cell[0] in "='" or "&" in cell else cell
                    break
        packed = [cells[place] for place in self.of(Field.LINES) if place < last and cells[place]]
        if len(packed) > 1:
            found[Field.LINES] = ";".join(packed)
        return found


def columns_of(layout: Layout, cells: Sequence[str]) -> Columns:
    """The columns of a header row under a layout."""
    headers = tuple(plain(cell) for cell in cells)
    found: dict[Field, tuple[int, ...]] = {}
    for field, names in layout.columns.items():
        places = [at for name in names for at, header in enumerate(headers) if header == name]
        if places:
            found[field] = tuple(dict.fromkeys(places))
    taken = {place for places in found.values() for place in places}
    guessed: dict[Field, list[int]] = {}
    for place, header in enumerate(headers):
        guess = None if place in taken or header in layout.ignored else field_of(header)
        if guess is not None and guess not in layout.columns:
            guessed.setdefault(guess, []).append(place)
    found |= {field: tuple(places) for field, places in guessed.items()}
    return Columns(tuple(found.items()), len(headers), headers)

"""ePages' units of quantity: which of them count pieces, and which measure."""

import re

# What ePages' unit list has besides pieces: lengths, areas, volumes, weights and times.
_MEASURES = re.compile(
    r"(?:[kdcmµ]?m|in(?:ch)?|ft|yd|mi)[²³23]?"
    r"|[kmµ]?g|t|lbs?|oz"
    r"|[hdcm]?l|gal|qt|pt|fl\.?\s?oz"
    r"|h|min|s|d|kwh"
)


def counts_pieces(unit: str) -> bool:
    """Whether so many of a unit are so many things: `piece(s)`, `Stück`, none at all."""
    return not _MEASURES.fullmatch(unit.strip().casefold())

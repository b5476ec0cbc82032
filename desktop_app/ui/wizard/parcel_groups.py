"""Parcels that are alike stand on one card: "3 boxes like this" is one thing to fill in."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import groupby

from desktop_app.domain.parcel import ContentsLine, Parcel
from desktop_app.domain.shipment import Shipment, parcel_values

Counts = tuple[int, ...]


def alike(parcels: Sequence[Parcel]) -> Counts:
    """How many neighbours are the same, from the first on."""
    return tuple(len(list(group)) for _parcel, group in groupby(parcels))


def fits(counts: Counts, parcels: Sequence[Parcel]) -> bool:
    """Whether each group of these sizes still holds parcels that are all the same."""
    if sum(counts) != len(parcels):
        return False
    return all(
        len(set(map(Parcel.model_dump_json, parcels[start : start + count]))) == 1
        for start, count in zip(starts(counts), counts, strict=True)
    )


def starts(counts: Counts) -> Counts:
    """The index of each group's first parcel."""
    return tuple(sum(counts[:place]) for place in range(len(counts)))


def group_at(counts: Counts, index: int) -> int:
    """The group in which the parcel with this index stands; the last one behind the end."""
    found = [place for place, start in enumerate(starts(counts)) if start <= index]
    return found[-1] if found else 0


def spread(groups: Sequence[tuple[Parcel, int]]) -> tuple[Parcel, ...]:
    """Every parcel, group by group."""
    return tuple(parcel for parcel, count in groups for _ in range(count))


def with_known(line: ContentsLine, product: ContentsLine | None) -> ContentsLine:
    """A line whose blanks are filled with what was said of the same product before."""
    if product is None:
        return line
    blanks = {
        name: getattr(product, name)
        for name in ("unit_value", "commodity_code", "origin_country", "unit_weight_kg", "sku")
        if not getattr(line, name)
    }
    return line.model_copy(update=blanks)


def filled_from_summary(
    shipment: Shipment, recall: Callable[[str, str], ContentsLine | None]
) -> Shipment:
    """A parcel that was only described in words gets one line that says the same to customs.

    Its value is the parcel's share of the whole, so that nothing the quote depends on changes. None
    is filled beside a parcel of which no value is known: the shares would move by a penny.
    """
    shares = parcel_values(shipment)
    parcels = tuple(
        parcel
        if parcel.contents or not parcel.contents_summary
        else _with_first_line(parcel, share, recall)
        for parcel, share in zip(shipment.parcels, shares, strict=True)
    )
    filled = shipment.model_copy(update={"parcels": parcels})
    return filled if parcel_values(filled) == shares else shipment


def _with_first_line(
    parcel: Parcel, share: Decimal, recall: Callable[[str, str], ContentsLine | None]
) -> Parcel:
    line = ContentsLine(description=parcel.contents_summary, unit_value=share or None)
    line = with_known(line, recall("", line.description))
    return parcel.model_copy(update={"contents": (line,)})

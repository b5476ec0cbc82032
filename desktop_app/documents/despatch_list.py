"""The end-of-day list for one courier: what was handed over, with a line to sign."""

import io
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from desktop_app.documents.dates import written
from desktop_app.documents.lettering import Lettering
from desktop_app.documents.pen import Pen, Writing, block, foot
from desktop_app.documents.placing import A4, MM
from desktop_app.documents.table import Column, Row, SetRow, Table
from desktop_app.domain.country_names import english_name
from desktop_app.domain.record import ShipmentRecord

_MARGIN, _SIZE, _LARGE, _SMALL = 15 * MM, 9.0, 15.0, 8.0
_RIGHT = A4.width - _MARGIN
_TABLE = Table(
    (
        Column("No.", 0.06),
        Column("Consignment", 0.25),
        Column("Reference", 0.19),
        Column("Recipient", 0.31),
        Column("Parcels", 0.09, is_number=True),
        Column("kg", 0.1, is_number=True),
    ),
    _MARGIN,
    A4.width - 2 * _MARGIN,
    _SIZE,
)
_TOTALS, _SIGNING = 12 * MM, 42 * MM
_MOST_SENDERS = 3
# Where each line begins and how long it is, in millimetres.
_SIGNED = ((0, 60, "Name"), (66, 62, "Signature"), (134, 46, "Date and time"))


class DespatchList:
    """One courier's shipments of a day, in the order given, set on A4."""

    def __init__(
        self, courier: str, records: Sequence[ShipmentRecord], letters: Lettering, day: date
    ) -> None:
        self._letters = letters
        self._courier = letters.shown(courier) or "No courier named"
        self._head = self._set_head(records, day)
        self._totals = _totals(records)
        self._parcels = sum(len(record.shipment.parcels) for record in records)
        self._pages = self._set_pages(records)

    def pdf(self) -> bytes:
        """All its pages."""
        from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - 80 ms, when drawing

        file = io.BytesIO()
        canvas = Canvas(file, pagesize=(A4.width, A4.height))
        canvas.setTitle(f"Despatch list, {self._courier}")
        for number, rows in enumerate(self._pages, start=1):
            self._draw_page(Pen(canvas, self._letters, A4.height), number, rows)
            canvas.showPage()
        canvas.save()
        return file.getvalue()

    def _draw_page(self, pen: Pen, number: int, rows: Sequence[SetRow]) -> None:
        pen.write(*self._head)
        end = _TABLE.draw(pen, self._table_top, rows)
        if number == len(self._pages):
            pen.write(Writing(_MARGIN, end + 7 * MM, self._totals, _SIZE + 1, bold=True))
            self._draw_signing(pen, end + _TOTALS)
        page = Writing(0, A4.height - _MARGIN, f"Page {number} of {len(self._pages)}", _SMALL)
        pen.write_to(_RIGHT, page)

    def _draw_signing(self, pen: Pen, top: float) -> None:
        """Three lines to write on, what belongs there below them."""
        taken = f"Received for {self._courier}: {_counted(self._parcels, 'parcel')}"
        width = A4.width - 2 * _MARGIN
        pen.write(*block(self._letters, _MARGIN, top, width, (taken,), _SIZE)[:2])
        line = top + 26 * MM
        for left, long, words in (
            (0, 60, "Name"),
            (66, 62, "Signature"),
            (134, 46, "Date and time"),
        ):
            start = _MARGIN + left * MM
            pen.rule(start, start + long * MM, line)
            pen.write(Writing(start, line + 4 * MM, words, _SMALL))

    def _set_head(self, records: Sequence[ShipmentRecord], day: date) -> list[Writing]:
        """The same on each page, so that a page by itself says whose it is."""
        date_width = self._letters.width(written(day), _LARGE)
        width = A4.width - 2 * _MARGIN - date_width - _LARGE
        name = self._letters.lines(f"Despatch list: {self._courier}", _LARGE, width, bold=True)
        found = [
            Writing(_MARGIN, _MARGIN + _LARGE * (1 + 1.3 * number), line, _LARGE, bold=True)
            for number, line in enumerate(name[:2])
        ]
        found.append(Writing(_RIGHT - date_width, _MARGIN + _LARGE, written(day), _LARGE))
        top = foot(found, _MARGIN) + 1 * MM
        senders = list(dict.fromkeys(map(_sender, records)))
        more = len(senders) - _MOST_SENDERS
        texts = [f"From {sender}" for sender in senders[:_MOST_SENDERS] if sender]
        texts += [f"and {_counted(more, 'other sender')}"] if more > 0 else []
        return found + block(self._letters, _MARGIN, top, A4.width - 2 * _MARGIN, texts, _SIZE)[:6]

    @property
    def _table_top(self) -> float:
        return foot(self._head, _MARGIN) + 4 * MM

    def _set_pages(self, records: Sequence[ShipmentRecord]) -> list[list[SetRow]]:
        room = A4.height - _MARGIN - 6 * MM - self._table_top - _TABLE.head_height
        rows = [_row(number, record) for number, record in enumerate(records, start=1)]
        return _TABLE.pages(_TABLE.set(rows, self._letters, room), room, room, _TOTALS + _SIGNING)


def _row(number: int, record: ShipmentRecord) -> Row:
    to = record.shipment.recipient
    place = ", ".join(part for part in (to.postcode, english_name(to.country)) if part)
    return Row(
        (
            str(number),
            "\n".join(one.number for one in record.consignments if one.number) or "–",
            record.shipment.reference,
            "\n".join(part for part in (to.name or to.organisation, place) if part),
            str(len(record.shipment.parcels)),
            _kilograms(record.shipment.total_weight_kg),
        )
    )


def _sender(record: ShipmentRecord) -> str:
    sender = record.shipment.sender
    parts = (sender.organisation or sender.name, sender.town, sender.postcode)
    return ", ".join(part for part in parts if part)


def _totals(records: Sequence[ShipmentRecord]) -> str:
    parcels = sum(len(record.shipment.parcels) for record in records)
    weight = sum((record.shipment.total_weight_kg for record in records), Decimal(0))
    return ", ".join(_total_parts(len(records), parcels, weight))


def _total_parts(shipments: int, parcels: int, weight_kg: Decimal) -> Iterator[str]:
    yield _counted(shipments, "shipment")
    yield _counted(parcels, "parcel")
    yield f"{_kilograms(weight_kg)} kg"


def _counted(count: int, thing: str) -> str:
    return f"{count} {thing}{'' if count == 1 else 's'}"


def _kilograms(weight_kg: Decimal) -> str:
    """Two places, more where they were entered."""
    places = max(2, -int(weight_kg.normalize().as_tuple().exponent))
    return f"{weight_kg:.{places}f}"

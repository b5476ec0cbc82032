"""The papers that go with an order: commercial invoice, invoice, picking list."""

from collections.abc import Iterator
from itertools import zip_longest

from desktop_app.practice.catalogue import find_service
from desktop_app.practice.label_content import address_lines
from desktop_app.practice.order_record import Consignment, Line, Order
from desktop_app.practice.order_request import Address, Item
from desktop_app.practice.paper_drawing import EMPTY, FACTS, GOODS, HALVES, Row, paged, paper_pdf


def commercial_invoices(lines: list[Line]) -> bytes:
    """Return the invoices for customs; some couriers want several copies."""
    pages: list[list[Row]] = []
    for line in lines:
        service = find_service(line.item.service)
        copies = service.courier.invoice_copies if service else 1
        pages += paged(list(_commercial_invoice(line))) * copies
    return paper_pdf("Commercial invoice", pages)


def invoice(order: Order) -> bytes:
    """Return the bill for the order itself."""
    rows = [_fact("Order", str(order.order_id)), EMPTY]
    rows += [_fact(line.item.service, f"{line.total:.2f} GBP") for line in order.lines]
    rows += [
        EMPTY,
        _fact("Without VAT", f"{order.net:.2f} GBP"),
        _fact("VAT", f"{order.vat:.2f} GBP"),
        _fact("Total", f"{order.total:.2f} GBP"),
    ]
    return paper_pdf("Invoice", paged(rows))


def picking_list(order: Order) -> bytes:
    """Return what to take from the shelves and pack."""
    rows = [_fact("Order", str(order.order_id))]
    for line in order.lines:
        rows += [EMPTY, Row((f"Shipment {line.order_line_id}  {line.item.reference}",), head=True)]
        for one in line.consignments:
            rows.append(_fact(f"Parcel {one.number}", one.parcel.contents_summary))
            rows += [_fact(f"[  ]  {c.quantity} x", c.description) for c in one.parcel.contents]
    return paper_pdf("Picking list", paged(rows))


def _commercial_invoice(line: Line) -> Iterator[Row]:
    yield from _declaration(line)
    for consignment in line.consignments:
        yield EMPTY
        yield _fact(f"Parcel {consignment.number}", f"{consignment.parcel.weight:f} kg")
        yield EMPTY
        yield from _ends(line.item.collection_address, consignment.parcel.delivery_address)
        yield EMPTY
        yield from _goods(line.item, consignment)


def _declaration(line: Line) -> Iterator[Row]:
    item = line.item
    yield _fact("Shipment", str(line.order_line_id))
    yield _fact("Reference", item.reference)
    yield _fact("Reason for export", item.export_reason)
    yield _fact("VAT status", item.vat_status)
    yield _fact("VAT number", item.vat_number)
    yield _fact("EORI, IOSS", f"{item.eori_number or '-'}, {item.ioss_code or '-'}")
    yield _fact("Receiver's tax number", item.nif_number)


def _ends(sender: Address, receiver: Address) -> Iterator[Row]:
    yield Row(("Sender", "Receiver"), HALVES, head=True)
    both = zip_longest(address_lines(sender), address_lines(receiver), fillvalue="")
    yield from (Row(pair, HALVES) for pair in both)


def _goods(item: Item, consignment: Consignment) -> Iterator[Row]:
    yield Row(("Quantity", "Description", "Code", "Origin", "Value GBP"), GOODS, head=True)
    for content in consignment.parcel.contents:
        origin = content.origin_country or item.origin_country
        value = f"{content.estimated_value:.2f}"
        cells = (str(content.quantity), content.description, content.tariff_code, origin, value)
        yield Row(cells, GOODS)
    yield Row(("", "Total", "", "", f"{consignment.parcel.estimated_value:.2f}"), GOODS)


def _fact(name: str, words: str) -> Row:
    return Row((name, words or "-"), FACTS)

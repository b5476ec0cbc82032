"""`postroom quote FILE`: the prices for a draft, cheapest first."""

import uuid
from typing import Any

from desktop_app.cli.arguments import Arguments
from desktop_app.cli.exit_codes import DONE, exit_code
from desktop_app.cli.input import read_file
from desktop_app.cli.output import Output, problems_of
from desktop_app.domain.errors import PostroomError
from desktop_app.domain.quote import Quote
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.shipment import Shipment
from desktop_app.domain.suitability import obstacles
from desktop_app.services.office import Office
from desktop_app.services.progress import QuietProgress


def run(office: Office, arguments: Arguments, output: Output) -> int:
    """Asks for prices without keeping a draft."""
    try:
        shipment = read_file(arguments.file)
        now = office.clock.now()
        record = ShipmentRecord(
            id=uuid.uuid4().hex[:12],
            account_id=office.accounts.current.id,
            created_at=now,
            updated_at=now,
            shipment=shipment,
        )
        listed = office.booking.quote(record, QuietProgress(output.note))
    except PostroomError as failure:
        output.failure(failure)
        output.result({"quotes": [], "problems": problems_of(failure)})
        return exit_code(failure)
    quotes = sorted(listed.quotes, key=lambda quote: quote.price.total)
    for quote in quotes:
        output.say(_line(quote, shipment))
    output.result({"quotes": [_as_json(quote, shipment) for quote in quotes], "problems": []})
    return DONE


def _line(quote: Quote, shipment: Shipment) -> str:
    total = quote.price_with(shipment.extras).total
    against = "; ".join(obstacles(quote, shipment))
    return f"£{total:>8.2f}  {quote.service.slug:<32} {quote.service.name}  {against}".rstrip()


def _as_json(quote: Quote, shipment: Shipment) -> dict[str, Any]:
    service, price = quote.service, quote.price_with(shipment.extras)
    return {
        "service": service.slug,
        "name": service.name,
        "courier": service.courier,
        "collection": "drop-off" if service.is_drop_off else "collection",
        "collection_date": quote.collection_date,
        "delivery_date": quote.estimated_delivery,
        "included_cover": quote.included_cover,
        "net": price.net,
        "vat": price.vat,
        "total": price.total,
        "extras": [{"type": one.kind, "total": one.price.total} for one in quote.extras],
        "requires_customs": quote.requires_customs,
        "obstacles": list(obstacles(quote, shipment)),
    }

"""`postroom shops despatch`, `outbox`, `upload-file`: shops hear of parcels on their way."""

from pathlib import Path
from typing import Any

from desktop_app.cli.output import Output
from desktop_app.cli.shop_arguments import ShopArguments
from desktop_app.cli.shop_words import despatch_as_json, despatch_line
from desktop_app.domain.errors import InputError
from desktop_app.domain.problem import error
from desktop_app.domain.shop import ShopAccount
from desktop_app.domain.shop_despatch import Despatch, DespatchNews
from desktop_app.services.despatching import Wishes
from desktop_app.services.office import Office
from desktop_app.services.upload_files import write_upload_file


def despatch(
    office: Office, wanted: ShopArguments, output: Output, account: ShopAccount | None
) -> dict[str, Any]:
    """Puts it into the outbox and sends it; what was sent before is not sent again."""
    wishes = Wishes(send_email=wanted.send_email, capture=wanted.capture)
    waiting = _put_in(office, wanted, wishes, account)
    if wanted.agree:
        office.despatching.agree(waiting.shop_id)
    sent = office.despatching.send(waiting.key, wishes)
    output.say(despatch_line(sent))
    return {"despatch": despatch_as_json(sent)}


def outbox(office: Office, _wanted: ShopArguments, output: Output) -> dict[str, Any]:
    """Everything that shops were, or are to be, told."""
    entries = office.despatching.all
    for one in entries:
        output.say(despatch_line(one))
    return {"despatches": [despatch_as_json(one) for one in entries]}


def upload_file(office: Office, wanted: ShopArguments, output: Output) -> dict[str, Any]:
    """Writes a marketplace's own despatch file."""
    records = [office.drafts.get(shipment_id) for shipment_id in wanted.files]
    path = write_upload_file(wanted.marketplace, records, Path(wanted.out))
    output.say(str(path))
    return {"file": str(path), "shipments": list(wanted.files)}


def _put_in(
    office: Office, wanted: ShopArguments, wishes: Wishes, account: ShopAccount | None
) -> Despatch:
    if account is None:
        if not wanted.shipment:
            raise _asked("shipment", "Name a shipment, or --shop and --order.")
        return office.despatching.put_in(wanted.shipment, wishes)
    if not wanted.order:
        raise _asked("order", "Name the order with --order, by the shop's own id of it.")
    news = DespatchNews(
        source_id=wanted.order,
        order_number=wanted.order,
        numbers=wanted.numbers,
        tracking_url=wanted.tracking_url,
        carrier=wanted.carrier,
        service=wanted.carrier_service,
        sent_at=office.clock.now(),
        **wishes._asdict(),
    )
    return office.despatching.put_in_news(account.id, news)


def _asked(field: str, message: str) -> InputError:
    return InputError(message, [error(field, message)])

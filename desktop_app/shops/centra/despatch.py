"""Completes a Centra shipment: with carrier, service and tracking, the payment left alone."""

from typing import Any

from desktop_app.domain.errors import NotFound, Refused
from desktop_app.domain.shop_despatch import DespatchNews, DespatchResult
from desktop_app.shops.centra.shipments import COMPLETED, GOOD_TO_GO, IN_PROGRESS, find, order_of
from desktop_app.shops.centra.wire import Shipment
from desktop_app.shops.web.call import Call
from desktop_app.shops.web.transport import Transport
from desktop_app.shops.web.wire import json_of

_NOT_PAID = "Centra does not take an unpaid shipment: capture its payment there, or have it taken."


def despatch(to: Transport, news: DespatchNews) -> DespatchResult:
    """Marks the shipment as shipped. Whether it is shown already is looked up first.

    `capture` is always sent, since Centra would take the payment without it. A tracking address
    cannot be written: it is added to the internal comment.
    """
    open_one = find(to, news.source_id, GOOD_TO_GO)
    if open_one is None:
        if gone := find(to, news.source_id, COMPLETED):
            return _known(gone, news)
        open_one = find(to, news.source_id, IN_PROGRESS)
    if open_one is None:
        raise NotFound(f"Centra has no shipment {news.source_id}.")
    news = news.model_copy(update={"source_id": open_one.shipment_id})
    call = Call("PUT", "/shipment", f"shipment {news.source_id}", body=_body(news))
    try:
        json_of(to.answer(call), to.shop)
    except Refused as failure:
        if open_one.paid is False and not news.capture:
            failure.advice = _NOT_PAID
        raise
    return DespatchResult(notes=_read_back(to, news))


def _known(gone: Shipment, news: DespatchNews) -> DespatchResult:
    """Completed before: with our numbers, by an answer that was lost; else by somebody."""
    if _has_numbers(gone, news):
        return DespatchResult(was_known=True)
    told = gone.tracking_number or "none"
    raise Refused(
        f"Shipment {news.source_id} was completed before; its tracking number is {told}.",
        advice="Change the number in Centra if it is wrong: it takes it only once from here.",
    )


def _body(news: DespatchNews) -> dict[str, Any]:
    known: dict[str, Any] = {
        "order": int(order_of(news.source_id)),
        "shipment": news.source_id,
        "gtg": True,
        "shipped": True,
        "carrier": news.carrier,
        "service": news.service,
        "packages": max(len(news.numbers), 1),
        "tracking": news.number,
        "sendEmail": news.send_email,
        "internalComment": f"Tracking: {news.tracking_url}" if news.tracking_url else "",
        "capture": news.capture,
    }
    return {name: value for name, value in known.items() if value not in ("", None)}


def _read_back(to: Transport, news: DespatchNews) -> tuple[str, ...]:
    after = find(to, news.source_id, COMPLETED)
    if after is None:
        return ("Centra took it, but does not list the shipment as completed yet: is it paid?",)
    if not _has_numbers(after, news):
        return ("Centra took it, but does not show the tracking number: look at it there.",)
    return ()


def _has_numbers(shipment: Shipment, news: DespatchNews) -> bool:
    told = shipment.tracking_number.casefold()
    return all(number.casefold() in told for number in news.numbers)

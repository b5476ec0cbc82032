"""A practice shop on Centra's Order API, version 1, written from its documents."""

from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response

from desktop_app.practice.shops.answers import (
    Seen,
    Turned,
    application,
    json_object,
    number,
    said,
)
from desktop_app.practice.shops.centra_orders import all_shipments

Body = dict[str, Any]
ROOT = "/api/order-api"
_TOLD = {"carrier": "carrier", "service": "service", "tracking": "trackingNumber"}
_NAMES = ("id", "ean", "sku", "item")


class CentraPractice:
    """One Order API plugin; `captured` and `mailed` are the shipments that had that done."""

    secret = "practice-secret"  # noqa: S105 - opens nothing but this

    def __init__(self) -> None:
        self.shipments = all_shipments()
        self.orders: dict[int, Body] = {}
        self.captured: list[str] = []
        self.mailed: list[str] = []
        self.seen = Seen()
        self._next = 84000

    @property
    def credentials(self) -> dict[str, str]:
        """What opens the plugin."""
        return {"secret": self.secret}

    def app(self) -> Starlette:
        """Return the plugin as an application."""
        addresses = [
            ("GET", f"{ROOT}/shipments", self._list),
            ("PUT", f"{ROOT}/shipment", self._complete),
            ("POST", f"{ROOT}/order", self._make),
        ]
        return application(addresses, self.seen, self._guard)

    def _guard(self, request: Request) -> None:
        if request.headers.get("api-authorization") != self.secret:
            raise Turned(said({"status": "no", "msg": "Unknown key"}, 403))

    async def _list(self, request: Request) -> Response:
        """Those in a state, oldest first; what is good to go stays listed until completed."""
        status = request.query_params.get("status", "goodtogo")
        order = request.query_params.get("order", "")
        limit, offset = number(request, "limit", 20, 100), number(request, "offset", 0, 10**6)
        found = [
            one
            for one in self.shipments.values()
            if one["_status"] == status and order in ("", one["orderId"])
        ]
        shown = [_shown(one) for one in found[offset : offset + limit]]
        return said({"status": "ok", "shipments": shown})

    async def _complete(self, request: Request) -> Response:
        sent = await json_object(request)
        found = self.shipments.get(str(sent.get("shipment")))
        if found is None or str(sent.get("order")) != found["orderId"]:
            return _no("shipment not found")
        if found["_status"] == "completed":
            return _no("shipment is completed already")
        if sent.get("capture", True) and not found["paid"]:
            if found["waitingForPayment"]:
                named = {"order": int(found["orderId"]), "shipment": found["shipmentId"]}
                return _no("capture failed", **named)
            found["paid"] = 1
        if sent.get("capture", True):
            self.captured.append(found["shipmentId"])
        self._tell(found, sent)
        return said(
            {"status": "ok", "order": int(found["orderId"]), "shipment": found["shipmentId"]}
        )

    def _tell(self, found: Body, sent: Body) -> None:
        """What was said of it; it is completed once it is paid, good to go and shipped."""
        found |= {own: str(sent[name]) for name, own in _TOLD.items() if name in sent}
        if sent.get("internalComment"):
            found["internalComment"] += f"\n{sent['internalComment']}"
        is_ready = sent.get("gtg") or found["_status"] == "goodtogo"
        if is_ready and sent.get("shipped") and found["paid"]:
            found["_status"] = "completed"
            if sent.get("sendEmail", True):
                self.mailed.append(found["shipmentId"])

    async def _make(self, request: Request) -> Response:
        """An order, in two where it has more than ten lines, as a warehouse might split it."""
        sent = await json_object(request)
        refusal = _refusal(sent, self.orders)
        if refusal is not None:
            return refusal
        first = int(sent.get("orderNumber") or self._next)
        self.orders[first] = sent
        self._next = max(self._next, first + 1)
        if sent.get("createOnly"):
            return said({"status": "ok", "order": first})
        second = [self._next] if len(sent["products"]) > 10 else []
        self._next += len(second)
        return said({"status": "ok", "orders": [first, *second]})


def _refusal(sent: Body, orders: dict[int, Body]) -> Response | None:
    products = sent.get("products")
    if not isinstance(products, list) or not products:
        return _no("Order is empty", code=-3)
    for one in products:
        if not isinstance(one, dict) or not any(one.get(name) for name in _NAMES):
            return _no("Product could not be added", code=-1)
        if one.get("sku") == "SOLD-OUT" and not sent.get("forceCreate"):
            return _no("Product is out of stock", code=-2)
    places = [
        sent[name] for name in ("address", "invoiceAddress", "deliveryAddress") if name in sent
    ]
    if not sent.get("accountId") and not any(one.get("country") for one in places):
        return _no("Missing field: country", code=-4)
    if sent.get("orderNumber") in orders:
        return _no("Order number exists", code=-5)
    return None


def _no(msg: str, **more: object) -> Response:
    return said({"status": "no", "msg": msg, **more})


def _shown(shipment: Body) -> Body:
    return {name: value for name, value in shipment.items() if not name.startswith("_")}

"""A practice shop on Geins' Management API, written from its documents."""

import base64
import copy
import math
import uuid
from datetime import UTC, datetime
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response

from desktop_app.practice.shops.answers import Seen, Turned, application, json_object, said
from desktop_app.practice.shops.geins_orders import all_orders, all_products, moment

Body = dict[str, Any]
ROOT = "/API"
STATUSES = (
    "cancelled", "on-hold", "inactive", "refunded", "partial", "backorder", "completed", "pending",
    "pending-payment",
)  # fmt: skip
_UNQUERIED = {"inactive", "pending-payment"}
_UPDATES = ("ExternalId", "ParcelNumber", "ExternalOrderStatus", "ReturnParcelNumber")


class GeinsPractice:
    """One account. `page_size` is small, so that a query has several pages; some accounts have
    no query for `pending` (`takes_pending`)."""

    user, password, api_key = "practice", "practice-password", "practice-key"

    def __init__(self, page_size: int = 10, *, takes_pending: bool = True) -> None:
        self.orders = all_orders()
        self.comments: list[Body] = []
        self.groups: list[Body] = []
        self.seen = Seen()
        self._page_size = page_size
        self._takes_pending = takes_pending
        self._products = all_products()
        self._batches: dict[str, list[int]] = {}

    @property
    def credentials(self) -> dict[str, str]:
        """What opens the account."""
        return {"user": self.user, "password": self.password, "api_key": self.api_key}

    def app(self) -> Starlette:
        """Return the account as an application."""
        addresses = [
            ("GET", f"{ROOT}/Order/Statuses", self._statuses),
            ("POST", f"{ROOT}/Order/Query", self._query),
            ("POST", f"{ROOT}/Order/Query/{{page:int}}", self._query_page),
            ("POST", f"{ROOT}/Order/{{order:int}}/Comment", self._comment),
            ("GET", f"{ROOT}/Order/{{order:int}}/{{include}}", self._order),
            ("PATCH", f"{ROOT}/Order/{{order:int}}", self._update),
            ("POST", f"{ROOT}/Order", self._make),
            ("GET", f"{ROOT}/Product/{{product:int}}", self._product),
            ("POST", f"{ROOT}/Shipping/ParcelGroup/Query", self._parcel_groups),
            ("POST", f"{ROOT}/Shipping/ParcelGroup", self._group),
        ]
        return application(addresses, self.seen, self._guard)

    def _guard(self, request: Request) -> None:
        pair = base64.b64encode(f"{self.user}:{self.password}".encode()).decode()
        headers = request.headers
        if headers.get("authorization") != f"Basic {pair}" or (
            headers.get("x-apikey") != self.api_key
        ):
            raise Turned(said({"Message": "Unauthorized"}, 401))

    async def _statuses(self, _request: Request) -> Response:
        return said([{"Name": one, "DisplayName": one.capitalize()} for one in STATUSES])

    async def _query(self, request: Request) -> Response:
        return said([self.orders[one] for one in self._found(await json_object(request))])

    async def _query_page(self, request: Request) -> Response:
        """Page 1 makes a batch; the others want its id, and without it are page 1 again."""
        sent = await json_object(request)
        page, batch = request.path_params["page"], str(sent.get("BatchId") or "")
        if batch not in self._batches:
            page, batch = 1, str(uuid.uuid4())
            self._batches[batch] = self._found(sent)
        found, size = self._batches[batch], self._page_size
        part = found[(page - 1) * size : page * size]
        pages = math.ceil(len(found) / size)
        result = {
            "BatchId": batch, "Page": page, "RowCount": len(found), "PageCount": pages,
            "PageSize": size, "HasMoreRows": page < pages,
        }  # fmt: skip
        orders = [self.orders[one] for one in part]
        return said({"PageResult": result, "Resource": orders, "Message": "", "Details": []})

    async def _order(self, request: Request) -> Response:
        return said(self._one(request))

    async def _product(self, request: Request) -> Response:
        found = self._products.get(request.path_params["product"])
        return said({"Resource": found, "Message": "Success.", "Details": []}) if found else _none()

    async def _update(self, request: Request) -> Response:
        order, sent = self._one(request), await json_object(request)
        for name in _UPDATES:
            if sent.get(name) is not None:
                order[name] = sent[name]
        if sent.get("ParcelNumber") is not None:
            for detail in order["ShippingDetails"]:
                detail["ParcelNumber"] = str(sent["ParcelNumber"])
        order["UpdatedAt"] = moment(datetime.now(UTC))
        return said(order)

    async def _comment(self, request: Request) -> Response:
        order, sent = self._one(request), await json_object(request)
        self.comments.append(sent)
        order["OrderMessages"].append(str(sent.get("Comment", "")))
        return said({"Message": "Success.", "Details": []})

    async def _parcel_groups(self, request: Request) -> Response:
        wanted = (await json_object(request)).get("OrderIds") or []
        found = [
            group
            for group in self.groups
            if any(parcel["OrderId"] in wanted for parcel in group["Parcels"])
        ]
        return said({"Resource": found, "Message": "Success.", "Details": []})

    async def _group(self, request: Request) -> Response:
        """Rows that are in a group already are refused; what is left is shipped."""
        sent = await json_object(request)
        ids = sent.get("OrderIds")
        if not isinstance(ids, list) or not ids or not all(one in self.orders for one in ids):
            return said({"Message": "OrderIds is not valid.", "Details": ["OrderIds"]}, 400)
        rows = [row for one in ids for row in self.orders[one]["Rows"]]
        chosen = sent.get("OrderRowIds") or [row["Id"] for row in rows]
        picked = [row for row in rows if row["Id"] in chosen and row["Status"] != "cancelled"]
        if not picked or any(row["ParcelGroupId"] for row in picked):
            return said({"Message": "Rows are in a parcel already.", "Details": []}, 400)
        number = self._ship(ids, picked, sent)
        return said({"Resource": number, "Message": "Success.", "Details": []})

    def _ship(self, ids: list[int], rows: list[Body], sent: Body) -> int:
        number = len(self.groups) + 2
        for row in rows:
            row["ParcelGroupId"], row["Status"] = number, "shipped"
        for one in ids:
            left = [row for row in self.orders[one]["Rows"] if not row["ParcelGroupId"]]
            self.orders[one]["Status"] = "partial" if left else "completed"
        parcels = [
            {
                "ParcelGroupId": number, "ParcelId": number * 10 + n, "OrderId": one,
                "OrderRowIds": [row["Id"] for row in self.orders[one]["Rows"] if row in rows],
            }
            for n, one in enumerate(ids)
        ]  # fmt: skip
        delivered = moment(datetime.now(UTC)) if sent.get("MarkAsDelivered") else None
        self.groups.append(
            {
                "ParcelGroupId": number, "DeliveredDate": delivered, "Parcels": parcels,
                "Emailed": bool(sent.get("SendDeliveryEmail")),
            }
        )  # fmt: skip
        return number

    async def _make(self, request: Request) -> Response:
        sent = await json_object(request)
        if not isinstance(sent.get("Rows"), list) or not sent["Rows"]:
            details = ["Rows: at least one row is needed."]
            return said({"Message": "The order is not valid.", "Details": details}, 400)
        number = max(self.orders) + 1
        order = copy.deepcopy(next(iter(self.orders.values())))
        order |= {"Status": "pending", "CreatedAt": moment(datetime.now(UTC)), **sent, "Id": number}
        for place, row in enumerate(order["Rows"], 1):
            usual = {"ParcelGroupId": None, "Status": "ready", "Weight": 0}
            row.update({**usual, **row, "Id": number * 100 + place})
        self.orders[number] = order
        return said({"Resource": number, "Message": "Success.", "Details": []})

    def _found(self, sent: Body) -> list[int]:
        """The orders of a filter; without one that it can use, a database error."""
        statuses = [one for one in str(sent.get("StatusList") or "").split(",") if one]
        refused = set(_UNQUERIED) | (set() if self._takes_pending else {"pending"})
        if (not statuses and not sent.get("CustomerId")) or refused & set(statuses):
            raise Turned(said({"Message": "A database error occured.", "Details": []}, 500))
        after = str(sent.get("UpdatedAfter") or "")
        return [
            number
            for number, order in self.orders.items()
            if (not statuses or order["Status"] in statuses)
            and sent.get("CustomerId") in (None, order.get("CustomerId"))
            and str(order["UpdatedAt"]) >= after
        ]

    def _one(self, request: Request) -> Body:
        found = self.orders.get(request.path_params["order"])
        if found is None:
            raise Turned(_none())
        return found


def _none() -> Response:
    return said({"Message": "Not found.", "Details": []}, 404)

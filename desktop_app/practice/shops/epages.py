"""A practice shop on ePages, version 1 of its REST API, written from its documents."""

import copy
from datetime import UTC, datetime, timedelta
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response

from desktop_app.practice.shops.answers import (
    Seen,
    Turned,
    application,
    json_body,
    number,
    said,
    web_page,
)
from desktop_app.practice.shops.epages_orders import (
    BEGUN,
    TIMES,
    all_orders,
    all_products,
    guid,
    locked_ids,
    moment,
)

Body = dict[str, Any]
ACCEPT = "application/vnd.epages.v1+json"
PATCH = "application/json-patch+json"
ROOT = "/rs/shops/PracticeShop"
_TEXTS = {"/customerComment": "customerComment", "/internalNote": "internalNote"}
_CHANGES = _TEXTS | {f"/{name}": name for name in TIMES}


class EpagesPractice:
    """One shop with its orders, products and two carts; `allowance` is how many calls are left."""

    token = "practice-token"  # noqa: S105 - opens nothing but this
    cart, cart_token = guid("cart", 1), "practice-cart-token"
    bare_cart = guid("cart", 2)

    def __init__(self, allowance: int = 6000) -> None:
        self.orders = all_orders()
        self.locked = locked_ids()
        self.allowance = allowance
        self.seen = Seen()
        self._products = all_products()
        self._used: set[str] = set()

    @property
    def credentials(self) -> dict[str, str]:
        """What opens the shop."""
        return {"token": self.token, "cart_id": self.cart, "cart_token": self.cart_token}

    def app(self) -> Starlette:
        """Return the shop as an application."""
        addresses = [
            ("GET", f"{ROOT}/orders", self._list),
            ("GET", f"{ROOT}/orders/{{order}}", self._order),
            ("PATCH", f"{ROOT}/orders/{{order}}", self._change),
            ("GET", f"{ROOT}/products/{{product}}", self._product),
            ("POST", f"{ROOT}/carts/{{cart}}/order", self._make),
        ]
        return application(addresses, self.seen, self._guard)

    def _guard(self, request: Request) -> None:
        if request.headers.get("authorization") != f"Bearer {self.token}":
            raise Turned(said({"message": "Forbidden", "status": "403"}, 403))
        if ACCEPT not in request.headers.get("accept", ""):
            raise Turned(web_page(406, "Not Acceptable"))
        if self.allowance <= 0:
            raise Turned(said({"message": "Too many requests"}, 429, self._headers()))
        self.allowance -= 1

    def _headers(self) -> dict[str, str]:
        return {
            "X-RateLimit-Limit": "6000",
            "X-RateLimit-Remaining": str(self.allowance),
            "X-RateLimit-Reset": moment(datetime.now(UTC) + timedelta(hours=1)),
        }

    async def _list(self, request: Request) -> Response:
        """Newest first, without lines; repeated boolean filters all have to hold."""
        page = max(number(request, "page", 1, 10**6), 1)
        size = max(number(request, "resultsPerPage", 10, 100), 1)
        found = [one for one in reversed(self.orders.values()) if _holds(request, one)]
        items = [
            {name: value for name, value in one.items() if name != "lineItemContainer"}
            for one in found[(page - 1) * size : page * size]
        ]
        shown = {"results": len(found), "page": page, "resultsPerPage": size, "items": items}
        return said(shown, headers=self._headers())

    async def _order(self, request: Request) -> Response:
        return said(self._one(request), headers=self._headers())

    async def _product(self, request: Request) -> Response:
        found = self._products.get(request.path_params["product"])
        return said(found) if found else _missing()

    async def _change(self, request: Request) -> Response:
        """A JSON Patch of `add` and `remove`: all of it, or none."""
        order = self._one(request)
        if order["orderId"] in self.locked:
            return web_page(409, "Conflict: the order is being edited")
        if request.headers.get("content-type", "").partition(";")[0] != PATCH:
            return said({"message": f"Send {PATCH}.", "status": "400"}, 400)
        changed = copy.deepcopy(order)
        for step in _steps(await json_body(request)):
            _apply(step, changed)
        order.update(changed)
        order["lastUpdatedOnDate"] = moment(datetime.now(UTC))
        return said(order, headers=self._headers())

    async def _make(self, request: Request) -> Response:
        cart = request.path_params["cart"]
        if cart not in (self.cart, self.bare_cart):
            return _missing()
        if request.headers.get("x-epages-cart-token") != self.cart_token:
            return said({"message": "Wrong cart token", "status": "403"}, 403)
        if cart in self._used:
            return web_page(410, "Gone")
        if await request.body():
            return said({"message": "The body has to be empty.", "status": "400"}, 400)
        if cart == self.bare_cart:
            return said({"message": "The cart has no billing address.", "status": "400"}, 400)
        self._used.add(cart)
        return said(self._made(), 201)

    def _made(self) -> Body:
        order = copy.deepcopy(next(iter(self.orders.values())))
        now = datetime.now(UTC)
        order["orderId"], order["creationDate"] = guid("order", "new"), moment(now)
        order["orderNumber"] = f"ORD{now:%y%m%d}/{1001 + len(self.orders)}"
        order |= dict.fromkeys(TIMES)
        self.orders[order["orderId"]] = order
        return order

    def _one(self, request: Request) -> Body:
        found = self.orders.get(request.path_params["order"])
        if found is None:
            raise Turned(_missing())
        return found


def _missing() -> Response:
    return said({"message": "Not found", "status": "404"}, 404)


def _holds(request: Request, order: Body) -> bool:
    query = request.query_params
    for name in TIMES:
        if name in query and (order[name] is not None) != (query[name] == "true"):
            return False
    after = max(query.get("updatedFrom", ""), query.get("createdAfter", ""))
    told = order["lastUpdatedOnDate"] if "updatedFrom" in query else order["creationDate"]
    return str(told) >= (after or moment(BEGUN - timedelta(days=400)))


def _steps(sent: object) -> list[Body]:
    if not isinstance(sent, list) or not all(isinstance(one, dict) for one in sent):
        raise Turned(said({"message": "A list of operations is expected."}, 400))
    return sent


def _apply(step: Body, order: Body) -> None:
    name = _CHANGES.get(str(step.get("path")))
    if name is None or step.get("op") not in ("add", "remove"):
        raise Turned(said({"message": f"Cannot {step.get('op')} {step.get('path')}."}, 400))
    if step["op"] == "remove":
        order[name] = None
        return
    value = step.get("value")
    if not isinstance(value, str):
        raise Turned(said({"message": f"{step['path']} needs a value."}, 400))
    if name in TIMES:
        _check_time(value)
    order[name] = value


def _check_time(text: str) -> None:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        raise Turned(said({"message": f"{text} is no time."}, 400)) from None

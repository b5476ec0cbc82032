"""What customs wants to know of a Geins shop's products, each asked for once."""

import re
from typing import NamedTuple

from desktop_app.domain.errors import NotSignedIn, PostroomError, Refused, ServiceBroken
from desktop_app.shops.geins.wire import Product
from desktop_app.shops.web.call import get
from desktop_app.shops.web.mapping import alpha3
from desktop_app.shops.web.transport import Transport, Wait
from desktop_app.shops.web.wire import json_of, read_part, unwrapped

_CODE = re.compile(r"[0-9]{6,10}")


class CustomsFacts(NamedTuple):
    """Commodity code and origin (alpha-3), "" where unknown; `said_origin` in the shop's words."""

    hs_code: str = ""
    origin: str = ""
    said_origin: str = ""


class Products:
    """They are a help and never a reason to stop: the API user may not be let near them."""

    def __init__(self, to: Transport, wait: Wait) -> None:
        self._to = to
        self._wait = wait
        self._known: dict[int, CustomsFacts] = {}
        self._is_allowed = True

    def of(self, product_id: int | None) -> CustomsFacts:
        """What is known of a product."""
        if not product_id:
            return CustomsFacts()
        if product_id not in self._known:
            self._known[product_id] = self._read(product_id)
        return self._known[product_id]

    def _read(self, product_id: int) -> CustomsFacts:
        if not self._is_allowed:
            return CustomsFacts()
        try:
            answer = self._to.answer(get(f"/Product/{product_id}", "a product"), self._wait)
            sent = unwrapped(json_of(answer, self._to.shop))
            return _facts(read_part(Product, sent, answer, self._to.shop))
        except (Refused, ServiceBroken, NotSignedIn) as failure:
            self._is_allowed = not _is_lasting(failure)
            return CustomsFacts()


def _is_lasting(failure: PostroomError) -> bool:
    """Whether the next product will fail in the same way."""
    return isinstance(failure, NotSignedIn)


def _facts(product: Product) -> CustomsFacts:
    code = re.sub(r"[.\s-]", "", product.intrastat_code)
    said = product.country_of_origin
    return CustomsFacts(code if _CODE.fullmatch(code) else "", alpha3(said), said)

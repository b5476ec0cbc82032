"""The sizes of an ePages shop's products, each asked for once."""

from decimal import Decimal

from desktop_app.domain.errors import NotSignedIn, Refused, ServiceBroken
from desktop_app.shops.epages.wire import Product
from desktop_app.shops.web.call import get, segment
from desktop_app.shops.web.mapping import sides
from desktop_app.shops.web.transport import Transport, Wait
from desktop_app.shops.web.wire import read

Size = tuple[Decimal, Decimal, Decimal]


class Sizes:
    """Sizes are a help and never a reason to stop: a token may be for orders alone."""

    def __init__(self, to: Transport, wait: Wait) -> None:
        self._to = to
        self._wait = wait
        self._known: dict[str, Product] = {}
        self._is_allowed = True

    def of(self, product_id: str) -> Size | None:
        """Length, width and height in centimetres; None where the shop does not tell them."""
        if product_id not in self._known:
            self._known[product_id] = self._read(product_id)
        product = self._known[product_id]
        return sides(product.product_length, product.product_width, product.product_height)

    def _read(self, product_id: str) -> Product:
        if not self._is_allowed:
            return Product()
        call = get(f"/products/{segment(product_id)}", "a product")
        try:
            return read(Product, self._to.answer(call, self._wait), self._to.shop)
        except NotSignedIn:
            self._is_allowed = False
        except (Refused, ServiceBroken):
            pass
        return Product()

"""Money: an amount with its currency, never a float."""

from decimal import ROUND_HALF_UP, Decimal

from desktop_app.domain.value import Value

PENNY = Decimal("0.01")


class Money(Value):
    """An amount in one currency (ISO 4217)."""

    amount: Decimal
    currency: str = "GBP"


class Price(Value):
    """A price in pounds: without VAT, the VAT, and with it."""

    net: Decimal
    vat: Decimal
    total: Decimal

    def __add__(self, other: "Price") -> "Price":
        """Line by line: each part is already rounded, as the service does it."""
        return Price(
            net=self.net + other.net, vat=self.vat + other.vat, total=self.total + other.total
        )


def at_total(price: Price, total: Decimal) -> Price:
    """The price as it is once the exact total is known: its VAT in the same proportion."""
    if price.total in (total, Decimal(0)):
        return price
    vat = rounded(price.vat * total / price.total)
    return Price(net=total - vat, vat=vat, total=total)


FREE = Price(net=Decimal(0), vat=Decimal(0), total=Decimal(0))


def rounded(amount: Decimal) -> Decimal:
    """To the penny, halves up: how the service rounds each order line (facts, VAT arithmetic)."""
    return amount.quantize(PENNY, rounding=ROUND_HALF_UP)

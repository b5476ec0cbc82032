"""What a request for prices may ask for beside the shipment itself (seed 002, Extras)."""

from desktop_app.domain.value import Value


class WantedExtra(Value):
    """An extra to be in the price, with values where the service asks for some."""

    kind: str
    values: tuple[tuple[str, str], ...] = ()


class QuoteWishes(Value):
    """Extras that are to be in the price, which services by their tags, how far the shops are."""

    extras: tuple[WantedExtra, ...] = ()
    include_tags: tuple[str, ...] = ()
    exclude_tags: tuple[str, ...] = ()
    drop_shop_distances: bool = False

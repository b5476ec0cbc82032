"""The extras a service may offer and the rules of parcel protection (seed 002, Extras)."""

from decimal import Decimal
from enum import StrEnum

from desktop_app.domain.quote import Quote


class ExtraKind(StrEnum):
    """The documented names; a quote may offer others, which are passed on untouched."""

    SMS = "Sms"
    SIGNATURE = "Signature"
    COVER = "Cover"
    DELIVERY_GUARANTEE = "DeliveryGuarantee"
    EXTENDED_BASE_COVER = "ExtendedBaseCover"
    PRINT_IN_STORE = "PrintInStore"


def cover_with(quote: Quote, extras: tuple[str, ...], value: Decimal) -> Decimal:
    """How much a lost parcel would be covered for, in pounds.

    `ExtendedBaseCover` gives the standard protection (20 pounds, or as its details say); `Cover`
    gives the value of the goods up to what the service covers at most.
    """
    wanted = {kind.casefold() for kind in extras}
    cover = quote.included_cover
    base = quote.extra(ExtraKind.EXTENDED_BASE_COVER)
    if base and base.kind.casefold() in wanted:
        cover = max(cover, base.included_cover or Decimal(20))
    if quote.extra(ExtraKind.COVER) and ExtraKind.COVER.casefold() in wanted:
        limit = quote.service.max_cover
        cover = max(cover, value if limit is None else min(value, limit))
    return cover

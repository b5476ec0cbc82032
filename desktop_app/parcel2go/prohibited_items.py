"""`GET /api/prohibiteditems`: what may not be sent (path and form ours)."""

from desktop_app.domain.guidance import ProhibitedItem, ProhibitedItems
from desktop_app.parcel2go.as_told import as_told
from desktop_app.parcel2go.call import get
from desktop_app.parcel2go.plain_text import plain_text
from desktop_app.parcel2go.transport import Transport
from desktop_app.parcel2go.wire.guidance import WireProhibited
from desktop_app.parcel2go.wire.reading import json_of, list_in, read_good


def prohibited_items(
    transport: Transport, search: str, country: str, service: str = ""
) -> ProhibitedItems:
    """What the words of the contents bring up, for an alpha-3 country and where given a slug."""
    query = {"searchTerm": search, "iso3CountryCode": country, "serviceSlug": service}
    answer = transport.answer(get("/api/prohibiteditems", "the prohibited items", query))
    sent = list_in(json_of(answer), "Results", "ProhibitedItems", "Items")
    # A plain list of names is the least that such an answer may be.
    rows = read_good(
        WireProhibited, ({"Name": one} if isinstance(one, str) else one for one in sent), answer
    )
    items = tuple(item for item in map(_item, rows) if item.name)
    return ProhibitedItems(items=items, as_told="" if items else as_told(answer))


def _item(wire: WireProhibited) -> ProhibitedItem:
    return ProhibitedItem(
        name=plain_text(wire.name or wire.item or wire.title),
        reason=plain_text(wire.reason or wire.description or wire.details),
        is_restricted_only=wire.restriction.casefold() == "restricted",
    )

"""`POST /api/collectiondates`: the days a service can collect."""

from desktop_app.domain.address import Address
from desktop_app.domain.place import CollectionDate
from desktop_app.parcel2go.call import Call
from desktop_app.parcel2go.transport import Transport
from desktop_app.parcel2go.uk_time import uk_day
from desktop_app.parcel2go.wire.collection_dates import WireCollectionDate
from desktop_app.parcel2go.wire.reading import read_each, required_list


def collection_dates(
    transport: Transport, service: str, sender: Address
) -> tuple[CollectionDate, ...]:
    """The days, in their order, with what each costs more."""
    body = {
        "ServiceSlug": service,
        **({"City": sender.town} if sender.town else {}),
        "Postcode": sender.postcode,
        "CountryISO3Code": sender.country,
    }
    call = Call("POST", "/api/collectiondates", "the collection days", body=body, repeatable=True)
    answer = transport.answer(call)
    rows = read_each(WireCollectionDate, required_list(answer, "CollectionDates"), answer)
    days = ((uk_day(row.collection_date), row.surcharge) for row in rows)
    return tuple(CollectionDate(day=day, surcharge=extra) for day, extra in days if day)

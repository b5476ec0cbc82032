"""Every field that a request for prices may have."""

from desktop_app.domain.quote_wishes import QuoteWishes, WantedExtra
from desktop_app.parcel2go.client import Parcel2GoBroker
from desktop_app.parcel2go.quotes import request
from tests.fakes.scripted_server import ScriptedServer, said
from tests.parcel2go.samples import HOME, TO_USA

COVERED = QuoteWishes(extras=(WantedExtra(kind="ExtendedBaseCover"), WantedExtra(kind="Cover")))


def test_without_wishes_none_is_said() -> None:
    body = request(HOME)
    assert set(body) == {"CollectionAddress", "DeliveryAddress", "Parcels"}


def test_extras_stand_as_the_documents_show_them() -> None:
    assert request(HOME, wishes=COVERED)["Extras"] == [
        {"Type": "ExtendedBaseCover"}, {"Type": "Cover"},
    ]  # fmt: skip


def test_every_wish_is_said_by_its_name(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    server.on("POST /api/quotes", said({"Quotes": []}))
    number = WantedExtra(kind="Sms", values=(("Number", "07700900123"),))
    wishes = QuoteWishes(
        extras=(number,), include_tags=("dpd", "fast"), exclude_tags=("locker",),
        drop_shop_distances=True,
    )  # fmt: skip
    broker.quotes(TO_USA, "dpd", wishes)
    body = server.calls()[0].json
    assert body["Service"] == "dpd"
    assert body["Extras"] == [{"Type": "Sms", "Values": {"Number": "07700900123"}}]
    assert body["IncludedDropShopDistances"] is True
    assert body["ServiceFilter"] == {
        "IncludeServiceTags": ["dpd", "fast"], "ExcludeServiceTags": ["locker"],
    }  # fmt: skip
    assert body["CollectionAddress"]["VatStatus"] == "Individual"


def test_practice_keeps_to_the_wishes(practised: Parcel2GoBroker) -> None:
    found = practised.quotes(
        HOME, wishes=QuoteWishes(include_tags=("shop",), drop_shop_distances=True)
    )
    assert {quote.service.collection for quote in found} == {"Shop"}
    assert all(quote.drop_shop_distance_m == 640 for quote in found)
    plain = practised.quotes(HOME, "hermes-uk-economy")[0]
    covered = practised.quotes(HOME, "hermes-uk-economy", COVERED)[0]
    assert covered.price.total > plain.price.total
    assert covered.extra("Cover") is None

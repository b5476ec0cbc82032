"""The days a service can collect."""

from datetime import date
from decimal import Decimal

from desktop_app.parcel2go.client import Parcel2GoBroker
from tests.fakes.scripted_server import ScriptedServer, said
from tests.parcel2go.samples import HOME

CALL = "POST /api/collectiondates"


def test_days_and_surcharges_are_read(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    days = [
        {"CollectionDate": "2026-11-24T00:00:00", "Surcharge": 0},
        {"CollectionDate": "2026-11-28T00:00:00", "Surcharge": 4.5},
        {"CollectionDate": "soon"},
    ]
    server.on(CALL, said({"CollectionDates": days}))
    found = broker.collection_dates("dpd", HOME.sender)
    assert [(one.day, one.surcharge) for one in found] == [
        (date(2026, 11, 24), 0), (date(2026, 11, 28), Decimal("4.5")),
    ]  # fmt: skip
    assert server.calls()[0].body.decode() == (
        '{"ServiceSlug":"dpd","City":"Scarborough","Postcode":"YO12 7JZ","CountryISO3Code":"GBR"}'
    )

"""Prices: what is asked for, byte by byte, and what is made of the answers."""

import json
import logging
from datetime import date
from decimal import Decimal

import pytest

from desktop_app.domain.errors import AnswerNotUnderstood, InputError, Refused
from desktop_app.domain.parcel import Parcel
from desktop_app.domain.quote import Speed
from desktop_app.domain.shipment import Shipment
from desktop_app.parcel2go.client import Parcel2GoBroker
from desktop_app.parcel2go.quotes import request
from tests.fakes.scripted_server import Reply, ScriptedServer, said
from tests.parcel2go.samples import HOME, TO_USA, WIRE_QUOTE

CALL = "POST /api/quotes"


def test_the_request_is_the_documented_one(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    server.on(CALL, said({"Quotes": []}))
    assert broker.quotes(HOME, "dpd") == ()
    sent = server.calls()[0]
    assert sent.body.decode() == (
        '{"CollectionAddress":{"Country":"GBR","Postcode":"YO12 7JZ","Property":"1",'
        '"Town":"Scarborough"},"DeliveryAddress":{"Country":"GBR","Postcode":"YO17 7LL",'
        '"Property":"11","Town":"Malton"},"Parcels":[{"Value":45,"Weight":1.5,"Length":30,'
        '"Width":20,"Height":10}],"Service":"dpd"}'
    )
    assert sent.headers["Content-Type"] == "application/json"
    assert sent.headers["Authorization"] == "Bearer T0ken"


def test_only_documented_headers_go_out(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    server.on(CALL, said({"Quotes": []}))
    broker.quotes(HOME)
    assert set(server.calls()[0].headers) == {
        "Host", "Accept", "Accept-Encoding", "Connection", "User-Agent", "ClientApp",
        "Content-Type", "Content-Length", "Authorization",
    }  # fmt: skip


def test_vat_status_and_region_are_said_only_where_they_are_set() -> None:
    tenerife = TO_USA.recipient.model_copy(update={"country": "ESP", "subdivision": "ES-TEN"})
    body = request(TO_USA.model_copy(update={"recipient": tenerife}))
    assert body["CollectionAddress"]["VatStatus"] == "Individual"
    assert body["DeliveryAddress"]["Subdivision"] == "ES-TEN"
    assert "VatStatus" not in body["DeliveryAddress"]
    assert "Subdivision" not in body["CollectionAddress"]
    assert "Extras" not in body


def test_a_recorded_quote_is_read(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    server.on(CALL, said({"Quotes": [WIRE_QUOTE]}))
    (quote,) = broker.quotes(HOME)
    assert quote.price.total == Decimal("13.19")
    assert (quote.collection_date, quote.estimated_delivery) == (
        date(2021, 2, 15), date(2021, 2, 16),
    )  # fmt: skip
    assert quote.service.max_length_cm == 120
    assert quote.service.features == "Tracked\nSigned & sealed"
    assert quote.service.speed is Speed.FAST
    base = quote.extra("extendedbasecover")
    assert base
    assert (base.included_cover, base.max_weight_kg) == (Decimal("20.0000"), Decimal("999.00"))


def test_prices_are_exact(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    text = json.dumps({"Quotes": [WIRE_QUOTE]}).replace("13.19", "0.1000000000000000055")
    server.on(CALL, Reply(body=text.encode()))
    assert str(broker.quotes(HOME)[0].price.total) == "0.1000000000000000055"


def test_names_are_read_in_any_case(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    folded = {key.lower(): value for key, value in WIRE_QUOTE.items()}
    server.on(CALL, said({"quotes": [folded]}))
    assert broker.quotes(HOME)[0].service.slug == "dpd"


def test_one_bad_quote_costs_only_itself(
    server: ScriptedServer, broker: Parcel2GoBroker, caplog: pytest.LogCaptureFixture
) -> None:
    lame = {key: value for key, value in WIRE_QUOTE.items() if key != "TotalVat"}
    server.on(CALL, said({"Quotes": [lame, WIRE_QUOTE, None]}))
    with caplog.at_level(logging.WARNING):
        assert len(broker.quotes(HOME)) == 1
    assert "TotalVat" in caplog.text


def test_a_bad_extra_costs_only_itself(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    server.on(CALL, said({"Quotes": [{**WIRE_QUOTE, "AvailableExtras": [{"Type": "Sms"}]}]}))
    (quote,) = broker.quotes(HOME)
    assert quote.extras == ()


def test_only_bad_quotes_are_named(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    service = {key: value for key, value in WIRE_QUOTE["Service"].items() if key != "Slug"}
    server.on(CALL, said({"Quotes": [{**WIRE_QUOTE, "Service": service}]}))
    with pytest.raises(AnswerNotUnderstood, match=r"lacks Service\.Slug"):
        broker.quotes(HOME)


@pytest.mark.parametrize("none", [{"Quotes": None}, {"Quotes": []}])
def test_no_services_is_an_empty_answer(
    server: ScriptedServer, broker: Parcel2GoBroker, none: object
) -> None:
    server.on(CALL, said(none))
    assert broker.quotes(HOME) == ()


def test_an_answer_without_quotes_is_not_understood(
    server: ScriptedServer, broker: Parcel2GoBroker
) -> None:
    server.on(CALL, said({}))
    with pytest.raises(AnswerNotUnderstood, match="lacks Quotes"):
        broker.quotes(HOME)


def test_customs_follow_the_older_field_where_the_newer_is_missing(
    server: ScriptedServer, broker: Parcel2GoBroker
) -> None:
    older = {**WIRE_QUOTE, "RequiresCommercialInvoice": True}
    server.on(CALL, said({"Quotes": [older, {**older, "RequiresCustoms": False}]}))
    assert [quote.requires_customs for quote in broker.quotes(HOME)] == [True, False]


def test_a_refused_country_stands_at_its_field(
    server: ScriptedServer, broker: Parcel2GoBroker
) -> None:
    errors = [{"Type": "Address", "Error": "Invalid delivery country", "ItemId": "0"}]
    server.on(CALL, said({"Errors": errors}, 400))
    with pytest.raises(Refused) as refusal:
        broker.quotes(HOME)
    assert [problem.field for problem in refusal.value.problems] == ["recipient.country"]


def test_a_shipment_without_the_least_is_not_sent(
    server: ScriptedServer, broker: Parcel2GoBroker
) -> None:
    with pytest.raises(InputError) as refusal:
        broker.quotes(Shipment(parcels=(Parcel(weight_kg=Decimal(1)), Parcel())))
    fields = [problem.field for problem in refusal.value.problems]
    assert fields == ["sender.country", "recipient.country", "parcels[1].weight_kg"]
    assert server.requests == []

"""Who is signed in, saved addresses, stored cards and services' pages."""

import pytest

from desktop_app.domain.errors import Refused, ScopeMissing, ServiceBroken
from desktop_app.parcel2go.client import Parcel2GoBroker
from tests.fakes.scripted_server import ScriptedServer, said
from tests.parcel2go.samples import HASH, ORDER

DETAIL = {"Forename": "Jo", "Surname": "Mason", "Email": "jo@example.com"}
SAVED = {
    "Name": "Jo Mason", "Property": "1", "Street": "Raleigh Street", "Town": "Scarborough",
    "Country": "United Kingdom", "Postcode": "YO12 7JZ",
}  # fmt: skip


def test_me_is_asked_as_the_demo_asks(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    server.on("POST /api/me/detail", said(DETAIL))
    me = broker.beside.me()
    [call] = server.calls()
    assert (call.target, call.body) == ("/api/me/detail", b"{}")
    assert (me.name, me.email) == ("Jo Mason", "jo@example.com")


def test_a_service_that_only_reads_me_is_read(
    server: ScriptedServer, broker: Parcel2GoBroker
) -> None:
    server.on("POST /api/me/detail", said({"Message": "No such method."}, 405))
    server.on("GET /api/me/detail", said(DETAIL))
    assert broker.beside.me().forename == "Jo"


def test_saved_addresses_become_ours(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    server.on("POST /api/me/collectionAddresses", said([SAVED, {**SAVED, "Country": "Atlantis"}]))
    server.on("POST /api/me/deliveryAddresses", said({"Results": [{**SAVED, "Country": "USA"}]}))
    found = broker.beside.saved_addresses()
    assert [one.country for one in (*found.collection, *found.delivery)] == ["GBR", "", "USA"]
    assert (found.collection[0].name, found.collection[0].street) == ("Jo Mason", "Raleigh Street")


def test_without_the_scope_nothing_is_asked(
    server: ScriptedServer, broker: Parcel2GoBroker
) -> None:
    token = {"access_token": "T", "expires_in": 7200, "scope": "public-api"}
    server.on("POST /auth/connect/token", said(token))
    with pytest.raises(ScopeMissing, match="my-profile"):
        broker.beside.me()
    assert server.calls() == []


def test_stored_cards_show_only_what_is_told(
    server: ScriptedServer, broker: Parcel2GoBroker
) -> None:
    full = {"Id": 7, "CardType": "Visa", "LastFourDigits": "4242424242424242"}
    server.on("GET /api/storedcards", said([full, {"Id": "8"}, {"Name": "no id"}]))
    cards = broker.beside.stored_cards()
    assert [(one.card_id, one.label) for one in cards] == [("7", "Visa ending in 4242"), ("8", "")]


def test_a_stored_card_pays_exactly_once(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    server.on("POST /api/orders/76423942/paywithstoredcard", said({"Message": "x"}, 500))
    with pytest.raises(ServiceBroken):
        broker.beside.pay_with_stored_card(ORDER, "7")
    [call] = server.calls()
    escaped = HASH.replace("/", "%2F").replace("+", "%2B").replace("=", "%3D")
    assert call.target == (f"/api/orders/76423942/paywithstoredcard?hash={escaped}&storedCardId=7")
    assert call.body == b""


def test_a_refused_card_says_why(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    errors = {"Links": [], "Errors": [{"Name": "Card", "Description": "The card has expired."}]}
    server.on("POST /api/orders/76423942/paywithstoredcard", said(errors))
    with pytest.raises(Refused, match="expired"):
        broker.beside.pay_with_stored_card(ORDER, "7")


def test_services_link_to_their_logos(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    links = {"ImageSmall": "https://x/s.png", "Imagelarge": "https://x/l.png"}
    service = {"Slug": "dpd", "Links": links, "CollectionCountries": [{"Iso3Code": "GBR"}, "FRA"]}
    server.on("GET /api/services", said({"Results": [service, {"Slug": "bare", "Links": 7}]}))
    dpd, bare = broker.beside.service_pages()
    assert (dpd.logo_small, dpd.logo_large) == ("https://x/s.png", "https://x/l.png")
    assert dpd.collects_in == ("GBR", "FRA")
    assert bare.logo_small == ""


def test_practice_knows_its_holder(practised: Parcel2GoBroker) -> None:
    assert practised.beside.me().name == "Pat Practice"
    saved = practised.beside.saved_addresses()
    assert [saved.collection[0].country, saved.delivery[0].country] == ["GBR", "GBR"]
    assert practised.beside.stored_cards()[0].label == "Visa ending in 4242 until 12/29"
    logo = practised.beside.service_pages()[0].logo_small
    assert practised.document(logo).startswith(b"\x89PNG")

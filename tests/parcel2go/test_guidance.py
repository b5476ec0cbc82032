"""Address rules, prohibited items, questions: exact requests, lenient answers."""

import pytest

from desktop_app.domain.errors import PostroomError, Refused, ServiceBroken
from desktop_app.domain.guidance import AddressRule, Faq, ProhibitedItem
from desktop_app.parcel2go.client import Parcel2GoBroker
from tests.fakes.scripted_server import ScriptedServer, said

RULES = "GET /api/addressrules"
ITEMS = "GET /api/prohibiteditems"
FAQS = "GET /api/faqs"


def test_address_rules_are_asked_for_by_service_and_country(
    server: ScriptedServer, broker: Parcel2GoBroker
) -> None:
    rule = {"Field": "Street", "Required": True, "MaxLength": 35, "Message": "Enter the street"}
    server.on(RULES, said({"Results": [rule, {"Name": "Planet", "MaxLength": "no"}]}))
    street, planet = broker.beside.address_rules("dpd", "FRA").rules
    assert server.calls()[0].target == "/api/addressrules?serviceSlug=dpd&iso3CountryCode=FRA"
    assert street == AddressRule(
        name="Street", field="street", is_required=True, max_length=35, message="Enter the street"
    )
    assert (planet.field, planet.max_length, planet.is_required) == ("", None, False)


@pytest.mark.parametrize(
    "answer", [{"Rule": "Use <b>capitals</b>"}, ["Use capitals"], "Use capitals"]
)
def test_rules_of_another_form_are_shown_as_they_are(
    server: ScriptedServer, broker: Parcel2GoBroker, answer: object
) -> None:
    server.on(RULES, said(answer))
    told = broker.beside.address_rules("dpd", "FRA")
    assert told.rules == ()
    assert "Use capitals" in told.as_told


def test_prohibited_items_are_searched(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    glass = {"Name": "Glass", "Reason": "<p>Breaks</p>", "Restriction": "Restricted"}
    server.on(ITEMS, said({"Results": [glass, "Knives", 3]}))
    found = broker.beside.prohibited_items("glass & knives", "USA", "dpd")
    assert server.calls()[0].target == (
        "/api/prohibiteditems?searchTerm=glass%20%26%20knives&iso3CountryCode=USA&serviceSlug=dpd"
    )
    assert found.items == (
        ProhibitedItem(name="Glass", reason="Breaks", is_restricted_only=True),
        ProhibitedItem(name="Knives"),
    )


def test_questions_are_plain_text(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    server.on(FAQS, said([{"Title": "Why?", "Body": "<p>So &amp; so</p>"}, {"Answer": "?"}]))
    assert broker.beside.faqs().entries == (Faq(question="Why?", answer="So & so"),)


@pytest.mark.parametrize(
    ("status", "kind"), [(400, Refused), (500, ServiceBroken), (404, PostroomError)]
)
def test_each_error_is_one_of_ours(
    server: ScriptedServer, broker: Parcel2GoBroker, status: int, kind: type[PostroomError]
) -> None:
    for call in (RULES, ITEMS, FAQS):
        server.on(call, said({"Message": "No"}, status))
    for ask in (
        lambda: broker.beside.address_rules("dpd", "FRA"),
        lambda: broker.beside.prohibited_items("x", "FRA"),
        broker.beside.faqs,
    ):
        with pytest.raises(kind):
            ask()


def test_practice_answers_all_three(practised: Parcel2GoBroker) -> None:
    beside = practised.beside
    assert {"county", "postcode"} <= {one.field for one in beside.address_rules("", "USA").rules}
    assert beside.prohibited_items("perfume", "GBR").items[0].name == "Perfume"
    assert beside.faqs().entries[0].question

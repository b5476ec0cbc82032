"""Where each of the service's refusals stands in the draft."""

import pytest

from desktop_app.domain.address import Address
from desktop_app.domain.parcel import Parcel
from desktop_app.domain.shipment import Shipment
from desktop_app.parcel2go.field_map import problem_of_key, problem_of_text
from tests.parcel2go.samples import HOME

# Every text of the documents, those that were seen (facts, Errors), and those practice says.
KNOWN = {
    "Please supply the reason for exporting your parcel.": "customs.export_reason",
    "Please supply your VAT status.": "customs.vat_status",
    "Please supply your VAT number.": "customs.vat_number",
    "Please supply details of your parcel's country of manufacture.": "customs.origin_country",
    "Please supply details of your international parcel's contents.": "parcels[0].contents",
    "A price could not be found for these specifications.": "quote",
    "Please enter the street name": "recipient.street",
    "Please enter the county": "recipient.county",
    "Please enter a value for your parcel": "value_gbp",
    "Collection Address: Please enter the email address": "sender.email",
    "Invalid delivery country": "recipient.country",
    "Invalid collection country": "sender.country",
    "Receivers (DNI) Number is required": "customs.nif_number",
    "Please enter the contact name": "recipient.name",
    "Collection Address: Please enter the property name or number": "sender.property",
    "Please enter the town": "recipient.town",
    "Please enter the postcode": "recipient.postcode",
    "Collection Address: Please enter a valid postcode": "sender.postcode",
    "Collection Address: Please enter the phone number": "sender.phone",
    "Please enter the contents of your parcel": "parcels[0].contents_summary",
    "The collection and delivery postcodes must not be the same": "recipient.postcode",
    "Signature is not available for this service": "extras",
    "Please enter your email address": "sender.email",
    "Please enter your surname": "sender.name",
    "Please enter your forename": "sender.name",
}
UNKNOWN = ("Badly formatted json", "OrderLine contains no labels", "Something else altogether")


@pytest.mark.parametrize(("text", "field"), KNOWN.items())
def test_a_known_text_stands_at_its_field_with_a_fix(text: str, field: str) -> None:
    problem = problem_of_text(text)
    assert problem.field == field
    assert problem.message.endswith(".")
    assert problem.message != text


@pytest.mark.parametrize("text", UNKNOWN)
def test_an_unknown_text_keeps_its_words(text: str) -> None:
    problem = problem_of_text(text)
    assert (problem.field, problem.message) == ("", text)


def test_the_draft_tells_whose_street_is_missing() -> None:
    text = "Please enter the street name"
    no_sender = HOME.model_copy(update={"sender": Address(country="GBR")})
    assert problem_of_text(text, no_sender).field == "sender.street"
    assert problem_of_text(text, HOME).field == "recipient.street"


def test_the_draft_tells_which_parcel_lacks_its_contents() -> None:
    parcels = (Parcel(contents_summary="Mugs"), Parcel())
    draft = Shipment(parcels=parcels)
    problem = problem_of_text("Please enter the contents of your parcel", draft)
    assert problem.field == "parcels[1].contents_summary"


@pytest.mark.parametrize(
    ("key", "field"),
    [
        ("request.Items[0].Parcels[2].Weight", "parcels[2].weight_kg"),
        ("request.Items[0].Parcels[0].EstimatedValue", "value_gbp"),
        ("Items[0].Parcels[1].Contents[3].TariffCode", "parcels[1].contents[3].commodity_code"),
        ("request.Items[0].Parcels[0].DeliveryAddress.CountryIsoCode", "recipient.country"),
        ("request.items[0].collectionAddress.postcode", "sender.postcode"),
        ("request.Items[0].IOSSCode", "customs.ioss_number"),
        ("request.Items[0].CollectionDate", "collection_date"),
        ("request.Items[0].Upsells[0].Type", "extras"),
        ("request.CustomerDetails.Surname", "sender.name"),
        ("request.DeliveryAddress.Country", "recipient.country"),
        ("request.Parcels[0].Length", "parcels[0].length_cm"),
        ("request.ServiceSlug", "quote"),
        ("request.Items[0].Parcels[0].Colour", "parcels[0]"),
        ("request.Nothing", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_model_state_keys_are_paths_of_the_draft(key: str, field: str) -> None:
    problem = problem_of_key(key, "The value is odd.")
    assert (problem.field, problem.message) == (field, "The value is odd.")

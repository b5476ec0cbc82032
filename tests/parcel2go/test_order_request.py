"""Orders as they go out, held against the documents' example."""

import json
import uuid
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.address import Address
from desktop_app.domain.parcel import ContentsLine, Parcel
from desktop_app.domain.quote import Quote
from desktop_app.domain.shipment import Shipment, parcel_values
from desktop_app.parcel2go.order_request import order_request
from desktop_app.parcel2go.wire import exact_json
from tests.fakes import strategies
from tests.parcel2go.samples import ABROAD, HOME, ITEM_ID, QUOTE, TO_USA

# The documents' international order, as far as it says something about the draft.
DOCUMENTED = {
    "Id": ITEM_ID,
    "Service": "24h-example",
    "OriginCountry": "GBR",
    "ExportReason": "Sale",
    "VatStatus": "Individual",
    "CollectionAddress": {
        "ContactName": "Test", "Email": "collection@example.com", "Phone": "+4477777777777",
        "Property": "11", "Street": "Saville St", "Town": "Malton", "County": "North Yorkshire",
        "Postcode": "YO17 7LL", "CountryIsoCode": "GBR",
    },
}  # fmt: skip
DOCUMENTED_PARCEL = {
    "Height": 10, "Length": 10, "EstimatedValue": 10, "Weight": 1, "Width": 10,
    "ContentsSummary": "Slippers",
    "DeliveryAddress": {
        "ContactName": "Gary Wilson", "Email": "g.wilson@yahoo.com", "Phone": "+4477777777777",
        "Organisation": "", "Property": "1", "Street": "S Brooklyn View Ln", "Locality": "",
        "Town": "South Jordan", "County": "UTah", "Postcode": "84095", "CountryIsoCode": "USA",
    },
    "Contents": [{"Description": "Slippers", "Quantity": 1, "EstimatedValue": 10}],
}  # fmt: skip


def sent(shipment: Shipment, quote: Quote = QUOTE) -> Any:  # noqa: ANN401 - JSON
    """The order as it arrives."""
    return json.loads(exact_json.write(order_request(shipment, quote, ITEM_ID, date(2026, 7, 1))))


def without_blanks(value: Any) -> Any:  # noqa: ANN401 - JSON
    """Fields that say nothing, which one example has and the other leaves out."""
    if isinstance(value, dict):
        return {key: without_blanks(part) for key, part in value.items() if part != ""}
    return [without_blanks(part) for part in value] if isinstance(value, list) else value


def test_it_is_the_documents_order_field_by_field() -> None:
    order = without_blanks(sent(TO_USA, ABROAD))
    (item,) = order["Items"]
    (parcel,) = item.pop("Parcels")
    assert uuid.UUID(parcel.pop("Id")).version == 5
    assert item.pop("CollectionDate") == "2026-07-01T09:00:00+01:00"
    assert item == DOCUMENTED
    assert parcel == without_blanks(DOCUMENTED_PARCEL)
    assert order["CustomerDetails"] == {
        "Email": "collection@example.com", "Forename": "Test", "Surname": "Test",
    }  # fmt: skip


def test_the_names_and_their_order_are_these_and_no_others() -> None:
    (item,) = sent(HOME.model_copy(update={"extras": ("sms", "sms")}))["Items"]
    assert list(item) == [
        "Id", "CollectionDate", "Service", "Reference", "CustomerReference", "Upsells",
        "Parcels", "CollectionAddress",
    ]  # fmt: skip
    assert item["Upsells"] == [{"Type": "Sms"}]
    assert list(item["CollectionAddress"]) == [
        "ContactName", "Organisation", "Email", "Phone", "Property", "Street", "Locality", "Town",
        "County", "Postcode", "CountryIsoCode", "SpecialInstructions",
    ]  # fmt: skip
    assert list(item["Parcels"][0]) == [
        "Id", "Height", "Length", "EstimatedValue", "Weight", "Width", "DeliveryAddress",
        "ContentsSummary",
    ]  # fmt: skip


def test_numbers_are_plain_json_numbers() -> None:
    box = Parcel(weight_kg=Decimal("1.50"), length_cm=Decimal("1E+1"), contents_summary="x")
    text = exact_json.write(
        order_request(HOME.model_copy(update={"parcels": (box,)}), QUOTE, ITEM_ID)
    )
    assert b'"Height":0,"Length":10,"EstimatedValue":45,"Weight":1.5,"Width":0' in text


def test_at_home_no_customs_are_said() -> None:
    home = TO_USA.model_copy(update={"recipient": HOME.recipient})
    (item,) = sent(home)["Items"]
    assert not {"ExportReason", "VatStatus", "OriginCountry"} & set(item)
    assert "Contents" not in item["Parcels"][0]


def test_every_customs_field_is_said_under_its_name() -> None:
    customs = TO_USA.customs.model_copy(
        update={
            "vat_number": "GB1", "eori_number": "GB2", "nif_number": "N3", "ioss_number": "IM4",
            "recipient_vat_status": "Registered",
        }
    )  # fmt: skip
    (item,) = sent(TO_USA.model_copy(update={"customs": customs}), ABROAD)["Items"]
    names = ("RecipientVatStatus", "VatNumber", "EoriNumber", "NifNumber", "IOSSCode")
    assert [item[name] for name in names] == ["Registered", "GB1", "GB2", "N3", "IM4"]


def test_a_line_is_worth_its_total_and_names_its_country() -> None:
    line = ContentsLine(
        description="Mug", quantity=3, unit_value=Decimal("2.50"), commodity_code="6912.00",
        origin_country="PRT",
    )  # fmt: skip
    parcels = (TO_USA.parcels[0].model_copy(update={"contents": (line,)}),)
    (item,) = sent(TO_USA.model_copy(update={"parcels": parcels}), ABROAD)["Items"]
    assert item["Parcels"][0]["EstimatedValue"] == 7.5
    assert item["Parcels"][0]["Contents"] == [
        {"Description": "Mug", "Quantity": 3, "EstimatedValue": 7.5, "TariffCode": "691200",
         "OriginCountry": "Portugal"},
    ]  # fmt: skip


def test_long_texts_are_cut_where_the_wire_ends() -> None:
    parcels = (HOME.parcels[0].model_copy(update={"contents_summary": "s" * 200}),)
    long = HOME.model_copy(update={"reference": "r" * 60, "parcels": parcels})
    (item,) = sent(long)["Items"]
    assert len(item["Reference"]) == len(item["CustomerReference"]) == 50
    assert len(item["Parcels"][0]["ContentsSummary"]) == 100


def test_a_number_in_the_street_and_a_single_name_are_split() -> None:
    sender = Address(name="Madonna", street="14 Example Close", country="GBR")
    order = sent(HOME.model_copy(update={"sender": sender}))
    address = order["Items"][0]["CollectionAddress"]
    assert (address["Property"], address["Street"]) == ("14", "Example Close")
    assert order["CustomerDetails"]["Surname"] == "Madonna"


def test_a_region_is_said_only_where_there_is_one() -> None:
    recipient = HOME.recipient.model_copy(update={"subdivision": "NIR"})
    (item,) = sent(HOME.model_copy(update={"recipient": recipient}))["Items"]
    assert item["Parcels"][0]["DeliveryAddress"]["Subdivision"] == "NIR"
    assert "Subdivision" not in item["CollectionAddress"]


def test_the_day_is_the_drafts_else_the_quotes() -> None:
    quote = QUOTE.model_copy(update={"collection_date": date(2026, 1, 2)})
    own = HOME.model_copy(update={"collection_date": date(2026, 1, 3)})
    assert sent(HOME, quote)["Items"][0]["CollectionDate"] == "2026-01-02T09:00:00+00:00"
    assert sent(own, quote)["Items"][0]["CollectionDate"] == "2026-01-03T09:00:00+00:00"


def test_the_same_order_is_the_same_bytes() -> None:
    one, two = (exact_json.write(order_request(HOME, QUOTE, ITEM_ID)) for _ in range(2))
    assert one == two


@given(strategies.shipments, strategies.quotes, st.uuids())
def test_any_draft_makes_a_json_that_reads_back(
    shipment: Shipment, quote: Quote, item_id: uuid.UUID
) -> None:
    text = exact_json.write(order_request(shipment, quote, str(item_id), date(2026, 1, 1)))
    read = exact_json.read(text)
    parcels = read["Items"][0]["Parcels"]
    assert len({parcel["Id"] for parcel in parcels}) == len(shipment.parcels)
    said = [Decimal(parcel["EstimatedValue"]) for parcel in parcels]
    assert said == list(parcel_values(shipment))
    assert read["CustomerDetails"]["Surname"]

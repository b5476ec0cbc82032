"""Parcels, customs and accepted warnings."""

from datetime import date
from decimal import Decimal

import pytest

from desktop_app.domain.customs import CustomsDeclaration, ExportReason, VatStatus
from desktop_app.domain.parcel import ContentsLine, Parcel
from desktop_app.domain.problem import Problem, errors_in
from desktop_app.domain.shipment import Shipment
from desktop_app.domain.shipment_checks import (
    address_problems,
    customs_problems,
    date_problems,
    parcel_problems,
)
from tests.fakes.fake_broker import BOOK
from tests.fakes.office import PARCEL, RECIPIENT, WHOLE

LINE = ContentsLine(
    description="Wool slippers",
    quantity=2,
    unit_value=Decimal("22.50"),
    commodity_code="6404199000",
    origin_country="GBR",
)
DECLARED = CustomsDeclaration(
    export_reason=ExportReason.SALE, vat_status=VatStatus.INDIVIDUAL, origin_country="GBR"
)
AMERICAN = RECIPIENT.model_copy(
    update={"country": "USA", "postcode": "90210", "county": "CA", "phone": "+12125550100"}
)


def abroad(**update: object) -> Shipment:
    line = LINE.model_copy(
        update={key: update.pop(key) for key in list(update) if key in ContentsLine.model_fields}
    )
    customs = DECLARED.model_copy(
        update={
            key: update.pop(key) for key in list(update) if key in CustomsDeclaration.model_fields
        }
    )
    parcel = PARCEL.model_copy(update={"contents": (line,)})
    shipment = WHOLE.model_copy(
        update={"recipient": AMERICAN, "parcels": (parcel,), "customs": customs}
    )
    return shipment.model_copy(update=update)


def at(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.field for problem in problems]


def test_whole_shipments_have_no_problem() -> None:
    assert parcel_problems(WHOLE) == ()
    assert address_problems(WHOLE, BOOK) == ()
    assert customs_problems(abroad()) == ()


def test_an_empty_draft_names_what_a_parcel_needs() -> None:
    assert at(parcel_problems(Shipment())) == [
        "parcels[0].weight_kg",
        "parcels[0].length_cm",
        "parcels[0].width_cm",
        "parcels[0].height_cm",
        "parcels[0].contents_summary",
        "value_gbp",
    ]
    assert at(parcel_problems(Shipment(parcels=()))) == ["parcels"]


def test_grams_and_millimetres_by_mistake_are_caught() -> None:
    huge = Parcel(
        weight_kg=Decimal(1500),
        length_cm=Decimal(3000),
        width_cm=Decimal(20),
        height_cm=Decimal(10),
        contents_summary="Slippers",
    )
    shipment = WHOLE.model_copy(update={"parcels": (PARCEL, huge)})
    assert at(parcel_problems(shipment)) == ["parcels[1].weight_kg", "parcels[1].length_cm"]


def test_what_is_cut_at_the_wire_is_said() -> None:
    wordy = PARCEL.model_copy(update={"contents_summary": "x" * 101})
    shipment = WHOLE.model_copy(update={"parcels": (wordy,), "reference": "r" * 51})
    found = parcel_problems(shipment)
    assert at(found) == ["parcels[0].contents_summary", "reference"]
    assert errors_in(found) == ()


@pytest.mark.parametrize(
    ("update", "field"),
    [
        ({"export_reason": None}, "customs.export_reason"),
        ({"vat_status": None}, "customs.vat_status"),
        ({"vat_status": VatStatus.REGISTERED}, "customs.vat_number"),
        (
            {"customs": DECLARED.model_copy(update={"origin_country": None})},
            "customs.origin_country",
        ),
        (
            {"customs": DECLARED.model_copy(update={"origin_country": "ZZZ"})},
            "customs.origin_country",
        ),
        ({"origin_country": "ZZZ"}, "parcels[0].contents[0].origin_country"),
        ({"eori_number": "GB123"}, "customs.eori_number"),
        ({"ioss_number": "IM12"}, "customs.ioss_number"),
        ({"unit_value": Decimal(0)}, "parcels[0].contents[0].unit_value"),
        ({"commodity_code": "123"}, "parcels[0].contents[0].commodity_code"),
        ({"description": "gift"}, "parcels[0].contents[0].description"),
        ({"value_gbp": Decimal(50)}, "value_gbp"),
        ({"unit_weight_kg": Decimal(1)}, "parcels[0].contents"),
    ],
)
def test_each_customs_rule_stands_at_its_field(update: dict[str, object], field: str) -> None:
    assert field in at(customs_problems(abroad(**update)))


def test_the_numbers_are_taken_with_blanks_and_small_letters() -> None:
    numbers = {"eori_number": "gb 123456789000", "ioss_number": "im 1234567890"}
    assert customs_problems(abroad(**numbers)) == ()


@pytest.mark.parametrize(
    "number", ["GB123456789000", "XI123456789000", "FR12345678901234", "DE123456789012345", "IE1A"]
)
def test_eori_numbers_of_all_countries_are_taken(number: str) -> None:
    assert customs_problems(abroad(eori_number=number)) == ()


@pytest.mark.parametrize(
    "number", ["GB1234567890", "GB12345678900\u0663", "12345", "F", "FR" + "1" * 16]
)
def test_odd_eori_numbers_are_warned_of_and_never_refused(number: str) -> None:
    (problem,) = customs_problems(abroad(eori_number=number))
    assert problem.field == "customs.eori_number"
    assert errors_in([problem]) == ()


@pytest.mark.parametrize("code", ["6404 19 90 00", "6404.19", "6404-19-9000"])
def test_commodity_codes_are_taken_as_people_write_them(code: str) -> None:
    line = ContentsLine(description="Mug", commodity_code=code)
    assert line.commodity_code.isdigit()


def test_digits_of_other_scripts_are_no_commodity_code() -> None:
    fields = at(customs_problems(abroad(commodity_code="\u0663" * 6)))
    assert fields == ["parcels[0].contents[0].commodity_code"]


def test_europe_wants_commodity_codes_america_only_hears_a_warning() -> None:
    german = AMERICAN.model_copy(update={"country": "DEU", "postcode": "10115"})
    (warned,) = customs_problems(abroad(commodity_code=""))
    (stopped,) = customs_problems(abroad(commodity_code="", recipient=german))
    assert (warned.severity.value, stopped.severity.value) == ("warning", "error")


def test_a_parcel_without_contents_lines_cannot_be_declared() -> None:
    assert at(customs_problems(abroad(parcels=(PARCEL,)))) == ["parcels[0].contents"]


def test_an_accepted_warning_is_over_until_the_text_changes() -> None:
    odd = WHOLE.model_copy(update={"recipient": RECIPIENT.model_copy(update={"postcode": "X1"})})
    (problem,) = address_problems(odd, BOOK)
    accepted = odd.model_copy(update={"accepted_warnings": (problem.acceptance,)})
    assert address_problems(accepted, BOOK) == ()
    other = accepted.recipient.model_copy(update={"postcode": "X2"})
    assert at(address_problems(accepted.model_copy(update={"recipient": other}), BOOK)) == [
        "recipient.postcode"
    ]


def test_an_error_is_never_accepted() -> None:
    worthless = WHOLE.model_copy(
        update={"value_gbp": None, "accepted_warnings": ("value_gbp=", "recipient.name=")}
    )
    assert at(parcel_problems(worthless)) == ["value_gbp"]


def test_a_parcel_to_oneself_is_warned_of() -> None:
    same = RECIPIENT.model_copy(update={"postcode": "yo127jz"})
    found = address_problems(WHOLE.model_copy(update={"recipient": same}), BOOK)
    assert at(found) == ["recipient.postcode"]


def test_a_text_message_needs_a_number() -> None:
    mute = RECIPIENT.model_copy(update={"phone": ""})
    shipment = WHOLE.model_copy(update={"recipient": mute, "extras": ("sms",)})
    assert at(address_problems(shipment, BOOK)) == ["recipient.phone"]


def test_a_day_that_is_over_is_said() -> None:
    late = WHOLE.model_copy(update={"collection_date": date(2026, 11, 22)})
    assert at(date_problems(late, date(2026, 11, 23))) == ["collection_date"]
    assert date_problems(late, date(2026, 11, 22)) == ()

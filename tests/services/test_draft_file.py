"""The draft file: whatever is in it, a shipment or a sentence comes out."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.errors import InputError
from desktop_app.domain.shipment import Shipment
from desktop_app.services.draft_file import draft_schema, read_draft, write_draft
from tests.fakes.office import WHOLE
from tests.fakes.strategies import shipments

FIELDS = (*Shipment.model_fields, "country", "weight_kg", "contents", "quantity", "unit_value")
scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(), max_size=8)
    | st.sampled_from(["1e999", "-1", "NaN", "sNaN", "Infinity", "1_0", "٣", "0x1", "\ud800", "\0"])
)
names = st.sampled_from(FIELDS) | st.text(st.characters(), max_size=4)
wild = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=4)
)


@given(shipments)
def test_what_is_written_is_read_back(shipment: Shipment) -> None:
    assert read_draft(write_draft(shipment)) == shipment


@given(st.dictionaries(names, wild, max_size=6))
def test_wild_json_is_a_shipment_or_a_sentence(found: dict[str, Any]) -> None:
    readable(json.dumps(found))


@given(st.text(max_size=40))
def test_wild_text_is_a_sentence(text: str) -> None:
    readable(text)


@given(st.sampled_from(["weight_kg", "length_cm", "value_gbp", "unit_value"]), scalars)
def test_wild_numbers(field: str, value: object) -> None:
    line = {field: value} if field == "unit_value" else {}
    parcel = {"contents": [line]} | ({field: value} if field.endswith(("kg", "cm")) else {})
    draft = {"parcels": [parcel]} | ({field: value} if field == "value_gbp" else {})
    readable(json.dumps(draft))


def readable(text: str) -> None:
    """Either way, it can be printed in our words, and nothing in it is no number."""
    try:
        shipment = read_draft(text)
    except InputError as told:
        said = [told.message, *(f"{one.field}: {one.message}" for one in told.problems)]
    else:
        assert shipment.value is None or shipment.value.is_finite()
        said = [write_draft(shipment)]
        assert read_draft(said[0]) == shipment
    assert "nput should" not in "".join(said)
    assert "".join(said).encode()


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, '{"a":' * 100_000, '{"parcels":' + "[" * 50_000 + "]" * 50_000 + "}"],
    ids=["lists", "objects", "closed"],
)
def test_what_is_nested_too_deeply_is_said(text: str) -> None:
    with pytest.raises(InputError, match="too deeply"):
        read_draft(text)


@pytest.mark.parametrize(
    "text",
    [
        r'{"reference": "\ud800"}',
        r'{"\ud800": 1}',
        r'{"sender": {"country": "\ud800xx"}}',
        r'{"customs": {"origin_country": "\udfff"}}',
        '{"notes": "\ud83d"}',
    ],
)
def test_half_a_character_is_said(text: str) -> None:
    with pytest.raises(InputError, match="half a character"):
        read_draft(text)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ('{"value_gbp": 1e999}', "value_gbp"),
        ('{"value_gbp": 1e-999}', "value_gbp"),
        ('{"value_gbp": 1e999999999999}', "value_gbp"),
        ('{"value_gbp": -1}', "value_gbp"),
        ('{"value_gbp": "NaN"}', "value_gbp"),
        ('{"parcels": [{"weight_kg": "Infinity"}]}', "parcels[0].weight_kg"),
        ('{"parcels": [{}, {"contents": [{"quantity": 1.5}]}]}', "parcels[1].contents[0].quantity"),
        (
            '{"parcels": [{"contents": [{"quantity": ' + "9" * 5000 + "}]}]}",
            "parcels[0].contents[0].quantity",
        ),
        ('{"sender": null}', "sender"),
        ('{"sender": {"country": "Nowhere"}}', "sender.country"),
        ('{"collection_date": "tomorrow"}', "collection_date"),
        ('{"customs": {"vat_status": "Yes"}}', "customs.vat_status"),
        ('{"sender": {"telephone": ""}}', "sender.telephone"),
        ('{"parcels": [' + ",".join(["{}"] * 101) + "]}", "parcels"),
    ],
)
def test_a_wrong_value_names_its_field(text: str, field: str) -> None:
    with pytest.raises(InputError) as caught:
        read_draft(text)
    assert [problem.field for problem in caught.value.problems] == [field]
    assert str(caught.value).startswith(f"{field}: ")


@pytest.mark.parametrize("text", ["", "{", "NaN", '{"value_gbp": NaN}', '{"value_gbp": Infinity}'])
def test_what_is_no_json_is_said(text: str) -> None:
    with pytest.raises(InputError, match="not JSON"):
        read_draft(text)


def test_numbers_stay_exact() -> None:
    shipment = read_draft('{"value_gbp": 0.1, "parcels": [{"weight_kg": 1.100}]}')
    assert shipment.value_gbp == Decimal("0.1")
    assert shipment.parcels[0].weight_kg == Decimal("1.1")


def test_countries_are_understood_by_name_and_code() -> None:
    for said in ("GB", "GBR", "gb", "United Kingdom", "uk", "Vereinigtes Königreich"):
        text = json.dumps({"recipient": {"country": said}})
        assert read_draft(text).recipient.country == "GBR"


def test_the_schema_knows_every_field_that_is_written() -> None:
    assert set(json.loads(write_draft(WHOLE))) == set(draft_schema()["properties"])


@pytest.mark.parametrize(
    ("draft", "field", "message"),
    [
        ({"parcels": [{"weight_kg": "-3"}]}, "parcels[0].weight_kg", "This cannot be less than 0."),
        (
            {"parcels": [{"weight_kg": "abc"}]},
            "parcels[0].weight_kg",
            "Write a number, such as 1.5.",
        ),
        ({"parcels": "x"}, "parcels", "Write a list, in square brackets."),
        ({"sender": None}, "sender", "Write an object with its fields, in braces."),
        ({"sendr": {}}, "sendr", "There is no such field."),
        ({"collection_date": "soon"}, "collection_date", "Write a date, such as 2026-11-24."),
        (
            {"customs": {"vat_status": "Fun"}},
            "customs.vat_status",
            "Write 'Individual', 'NotRegistered' or 'Registered'.",
        ),
    ],
)
def test_a_wrong_value_is_told_what_belongs_there(
    draft: dict[str, Any], field: str, message: str
) -> None:
    with pytest.raises(InputError) as told:
        read_draft(json.dumps(draft))
    assert [(one.field, one.message) for one in told.value.problems] == [(field, message)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "The file is not JSON, as draft files are."),
        ("name,street\nAnn,11 Road\n", "Orders in a table are brought in instead."),
        ('{"reference": "A",\n "notes": }', "line 2 cannot be read, at character 11."),
    ],
)
def test_a_file_that_is_no_json_says_where_or_what_to_do(text: str, words: str) -> None:
    with pytest.raises(InputError) as caught:
        read_draft(text)
    assert words in caught.value.message
    assert "Expecting" not in caught.value.message

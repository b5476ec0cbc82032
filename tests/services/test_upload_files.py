"""The despatch files of marketplaces: their own columns, harmless in a spreadsheet."""

import csv
from pathlib import Path

import pytest

from desktop_app.domain.errors import InputError
from desktop_app.domain.label import Consignment
from desktop_app.domain.record import ShipmentRecord
from desktop_app.services.upload_files import MARKETPLACES, write_upload_file
from tests.fakes.office import NOW, WHOLE

AMAZON = [
    "order-id", "order-item-id", "quantity", "ship-date", "carrier-code", "carrier-name",
    "tracking-number", "ship-method",
]  # fmt: skip


def record(*numbers: str, reference: str = "ORD-1001") -> ShipmentRecord:
    return ShipmentRecord(
        id="a1",
        account_id="practice",
        created_at=NOW,
        updated_at=NOW,
        shipment=WHOLE.model_copy(update={"reference": reference}),
        consignments=tuple(Consignment(number=number) for number in numbers),
    )


def written(path: Path, delimiter: str = ",") -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter=delimiter))


def test_amazons_file_is_tab_separated_and_names_each_parcel(tmp_path: Path) -> None:
    path = write_upload_file("amazon", [record("A1", "A2", "A1")], tmp_path / "amazon.txt")
    heading, *rows = written(path, "\t")
    assert heading == AMAZON
    assert [(row[0], row[3], row[4], row[6]) for row in rows] == [
        ("ORD-1001", "2026-11-23", "Other", "A1"),
        ("ORD-1001", "2026-11-23", "Other", "A2"),
    ]


@pytest.mark.parametrize("marketplace", MARKETPLACES)
def test_every_marketplace_gets_order_and_number(tmp_path: Path, marketplace: str) -> None:
    path = write_upload_file(marketplace, [record("A1")], tmp_path / "file.csv")
    (row,) = written(path, MARKETPLACES[marketplace].delimiter)[1:]
    assert {"ORD-1001", "A1"} <= set(row)


def test_ebays_file_is_its_order_fulfilment_feed(tmp_path: Path) -> None:
    heading, row = written(write_upload_file("ebay", [record("A1")], tmp_path / "ebay.csv"))
    assert heading == [
        "Order ID", "Line Item ID", "Logistics Status", "Shipment Carrier", "Shipment Tracking",
    ]  # fmt: skip
    assert row == ["ORD-1001", "", "SHIPPED", "", "A1"]


def test_nothing_in_it_is_a_formula(tmp_path: Path) -> None:
    evil = record("@SUM(1)", reference='=HYPERLINK("x")')
    path = write_upload_file("etsy", [evil], tmp_path / "etsy.csv")
    (row,) = written(path)[1:]
    assert row[:2] == ['\'=HYPERLINK("x")', "'@SUM(1)"]


def test_what_is_missing_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    for marketplace, records, words in (
        ("harrods", [record("A1")], "harrods"),
        ("ebay", [record("A1", reference="")], "no reference"),
        ("ebay", [record("A1"), record()], "no tracking number"),
    ):
        with pytest.raises(InputError, match=words):
            write_upload_file(marketplace, records, path)
    assert not path.exists()

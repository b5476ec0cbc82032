"""The accountant's files: exact, whole, and harmless in every spreadsheet."""

import csv
import io
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.errors import InputError, StorageError
from desktop_app.domain.ledger import Entry, EntryKind, EntryState, without_vat
from desktop_app.domain.money import Price
from desktop_app.services.ledger_export import COLUMNS, KINDS, STATES, as_csv, export_ledger
from desktop_app.services.ledger_workbook import as_workbook

LINE = Price(net=Decimal("2.19"), vat=Decimal("0.44"), total=Decimal("2.63"))
PAID = Entry(
    EntryKind.PAYMENT, "key", EntryState.PAID, datetime(2026, 11, 23, 9, 30, tzinfo=UTC),
    date(2026, 11, 23), LINE, order_id="26633", reference="ORD-1", recipient="Zoë Field",
    courier="DPD", service="DPD Next Day", shop="Mason Prints", method="prepay",
)  # fmt: skip
BACK = PAID._replace(kind=EntryKind.REFUND, state=EntryState.RECEIVED, day=date(2026, 12, 2))
ORDERED = PAID._replace(kind=EntryKind.ORDER)
NAMES = [column.heading for column in COLUMNS]


def rows(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf"), "without it Excel reads Zoë as ZoÃ«"
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def sheet(content: bytes, name: str) -> list[tuple[Any, ...]]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return list(book[name].iter_rows(values_only=True))


def test_a_line_says_what_was_paid_for_what() -> None:
    (row,) = rows(as_csv([PAID]))
    assert list(row) == NAMES
    assert row == {
        "Date": "2026-11-23", "Kind": "Payment", "State": "Paid", "Reference": "ORD-1",
        "Recipient": "Zoë Field", "Country": "", "Courier": "DPD", "Service": "DPD Next Day",
        "Shop": "Mason Prints", "Order": "26633", "Paid by": "PrePay", "Amount": "2.63",
        "Net": "2.19", "VAT": "0.44", "Gross": "2.63", "Note": "", "Shipment": "",
    }  # fmt: skip


def test_the_columns_add_up_to_what_was_charged() -> None:
    """32 payments as recorded, with their orders beside them: 70.08, 14.08 and 84.16."""
    found = rows(as_csv([PAID, ORDERED] * 32))
    sums = [sum(Decimal(row[name] or 0) for row in found) for name in ("Net", "VAT", "Gross")]
    assert sums == [Decimal("70.08"), Decimal("14.08"), Decimal("84.16")]


def test_a_refund_is_a_number_below_zero() -> None:
    (row,) = rows(as_csv([BACK]))
    assert (row["Net"], row["VAT"], row["Gross"], row["Amount"]) == (
        "-2.19", "-0.44", "-2.63", "2.63",
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("https://evil.example","Click")',
        "+1+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(A1:A9)",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "  =1+1",
        "＝1+1",
    ],
)
def test_a_name_that_is_a_formula_is_harmless(text: str) -> None:
    (row,) = rows(as_csv([PAID._replace(recipient=text, reference=text, shop=text, note=text)]))
    for name in ("Recipient", "Reference", "Shop", "Note"):
        assert row[name] == f"'{text}"
    content = as_workbook([PAID._replace(recipient=text)])
    cell = openpyxl.load_workbook(io.BytesIO(content))["Ledger"].cell(
        2, NAMES.index("Recipient") + 1
    )
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


@given(st.text(), st.text())
def test_no_text_breaks_out_of_its_cell(reference: str, note: str) -> None:
    (row,) = rows(as_csv([PAID._replace(reference=reference, note=note)]))
    assert None not in row
    assert row["Gross"] == "2.63"
    for text in (row["Reference"], row["Note"]):
        assert not text.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
        assert not text.startswith(("\t", "\r", "\n"))


@given(st.text(st.characters()))
def test_a_workbook_takes_every_text(note: str) -> None:
    lines = sheet(as_workbook([PAID._replace(note=note)]), "Ledger")
    assert len(lines) == 2
    assert lines[1][NAMES.index("Gross")] == pytest.approx(2.63)


def test_the_workbook_has_real_dates_and_numbers() -> None:
    book = openpyxl.load_workbook(io.BytesIO(as_workbook([PAID, BACK])))
    cells = dict(zip(NAMES, book["Ledger"][3], strict=True))
    assert cells["Date"].is_date
    assert cells["Date"].value == datetime(2026, 12, 2)  # noqa: DTZ001 - what Excel has
    assert (cells["Gross"].data_type, cells["Gross"].value) == ("n", -2.63)
    assert cells["Order"].data_type == "s"
    assert [cell.value for cell in book["Ledger"][1]] == NAMES
    assert book["Ledger"].freeze_panes == "A2"


def test_the_workbook_has_a_sheet_of_totals() -> None:
    other = PAID._replace(shop="", courier="Evri")
    lines = sheet(as_workbook([*[PAID] * 31, other, BACK, ORDERED]), "Totals")
    named = {line[0]: line[1:] for line in lines if line[0]}
    assert named["Paid"] == (70.08, 14.08, 84.16)
    assert named["Refunded"] == (2.19, 0.44, 2.63)
    assert named["Spent"] == (67.89, 13.64, 81.53)
    assert named["2026-11"] == (70.08, 14.08, 84.16)
    assert named["2026-12"] == (-2.19, -0.44, -2.63)
    assert named["Evri"] == named["(none)"] == (2.19, 0.44, 2.63)
    assert [line[0] for line in lines if line[1:] == ("Net", "VAT", "Gross")] == [
        None, "Month", "Courier", "Service", "Shop",
    ]  # fmt: skip


def test_every_kind_and_state_has_a_name() -> None:
    assert set(KINDS) == set(EntryKind)
    assert set(STATES) == set(EntryState)


def test_files_are_written_oldest_first(tmp_path: Path) -> None:
    entries = (BACK, PAID._replace(amount=without_vat(Decimal(3))))
    path = export_ledger(entries, tmp_path / "ledger.CSV")
    assert [row["Date"] for row in rows(path.read_bytes())] == ["2026-11-23", "2026-12-02"]
    path = export_ledger(entries, tmp_path / "books" / "ledger.xlsx")
    days = [line[0] for line in sheet(path.read_bytes(), "Ledger")[1:]]
    assert days == sorted(days)


@pytest.mark.parametrize("name", ["ledger", "ledger.pdf", "ledger.xls"])
def test_other_files_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match=r"\.csv or \.xlsx"):
        export_ledger((), tmp_path / name)


def test_what_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    target = tmp_path / "ledger.csv"
    target.mkdir()
    with pytest.raises(StorageError):
        export_ledger((PAID,), target)
    assert list(tmp_path.iterdir()) == [target]

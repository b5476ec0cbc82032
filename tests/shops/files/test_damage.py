"""Files that are damaged, joined or strange: none raises, and no row is lost without a word."""

import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.shop_order import OrderFile
from desktop_app.shops.files.order_file import read_order_file

HERE = Path(__file__).parent / "samples"
SAMPLES = [path.read_bytes() for path in sorted(HERE.iterdir())]
HEADER = (
    "order_number,name,address_line_1,town,postcode,country,sku,description,quantity,unit_value,"
    "hs_code\n"
)
ROW = "A-1,Ann Field,11 Saville Street,Malton,YO17 7LL,GBR,SL-1,Wool slippers,2,22.50,6404199000\n"
DAMAGE = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def read(folder: Path, content: bytes | str, name: str = "orders.csv") -> OrderFile:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    found = read_order_file(path)
    assert found.report.rows.is_whole
    assert found.report.rows.skipped == len(found.skipped)
    return found


@DAMAGE
@given(st.binary(max_size=400))
def test_any_bytes(tmp_path: Path, content: bytes) -> None:
    read(tmp_path, content)


@DAMAGE
@given(st.sampled_from(SAMPLES), st.data())
def test_a_sample_with_bytes_changed_or_cut(
    tmp_path: Path, sample: bytes, data: st.DataObject
) -> None:
    content = bytearray(sample)
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    read(tmp_path, bytes(content[: data.draw(st.integers(1, len(content)))]))


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)


@DAMAGE
@given(
    st.lists(st.lists(TEXTS, min_size=1, max_size=14), max_size=12),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_any_rows_below_a_header(
    tmp_path: Path, rows: list[list[str]], delimiter: str, encoding: str
) -> None:
    lines = [HEADER.strip().replace(",", delimiter)]
    lines += [
        delimiter.join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) for row in rows
    ]
    found = read(tmp_path, "\r\n".join(lines).encode(encoding))
    assert found.report.rows.total >= len(rows)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_encodings(tmp_path: Path, encoding: str) -> None:
    content = (HEADER + ROW.replace("Ann Field", "Zoë Ångström")).encode(encoding)
    (order,) = read(tmp_path, content).orders
    assert order.recipient.name == "Zoë Ångström"


def test_nul_bytes_are_left_out(tmp_path: Path) -> None:
    (order,) = read(tmp_path, HEADER + ROW.replace("Malton", "Mal\0ton")).orders
    assert order.recipient.town == "Malton"


def test_a_quote_that_is_never_closed_loses_no_other_row(tmp_path: Path) -> None:
    lost = ROW.replace("A-1", "A-2").replace("Wool", '"Wool')
    others = "".join(ROW.replace("A-1", f"B-{number}") for number in range(80))
    found = read(tmp_path, HEADER + ROW + lost + others)
    numbers = {one.order_number for one in found.orders}
    assert {"A-1", "A-2", *(f"B-{number}" for number in range(80))} == numbers


def test_a_cell_of_several_lines_is_one_row(tmp_path: Path) -> None:
    found = read(tmp_path, HEADER + ROW.replace("11 Saville Street", '"Rear\n11 Saville Street"'))
    assert found.orders[0].recipient.address_lines == ("Rear", "11 Saville Street")
    assert found.report.rows.total == 2


def test_joined_reports_are_read_once(tmp_path: Path) -> None:
    found = read(tmp_path, HEADER + ROW + HEADER + ROW + ROW.replace("A-1", "A-2"))
    assert [one.order_number for one in found.orders] == ["A-1", "A-2"]
    assert found.orders[0].lines[0].quantity == 2
    assert (found.report.rows.header, found.report.rows.repeated) == (2, 1)


def test_two_kinds_of_report_in_one_file(tmp_path: Path) -> None:
    etsy = (HERE / "etsy-items.csv").read_text(encoding="utf-8")
    found = read(tmp_path, HEADER + ROW + etsy)
    assert {one.platform for one in found.orders} == {"postroom", "etsy"}


def test_a_row_with_more_cells_than_columns_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, HEADER + ROW.strip() + ",what,is,this\n" + ROW)
    assert [(one.row, one.reason.value) for one in found.skipped] == [(2, "malformed")]
    assert len(found.orders) == 1


def test_a_number_that_a_spreadsheet_shortened_is_no_reason_to_merge(tmp_path: Path) -> None:
    row = ROW.replace("A-1", "2.03111E+11")
    found = read(tmp_path, HEADER + row + row.replace("Ann", "Bo"))
    assert len(found.orders) == 2
    assert any("shortened the order number" in one.message for one in found.notes)


def test_the_two_wrong_prices_are_told_apart(tmp_path: Path) -> None:
    found = read(tmp_path, HEADER + ROW.replace("22.50", "dear"))
    assert found.orders[0].lines[0].unit_value is None
    assert found.notes[0].message == "“dear” is no price that can be read. Enter the value."


def test_an_empty_file_says_so(tmp_path: Path) -> None:
    assert read(tmp_path, "").notes[0].message == "There is nothing in this file."


def test_a_letter_is_no_order_file(tmp_path: Path) -> None:
    found = read(tmp_path, "Dear all,\nplease send my parcel.\nAnn\n")
    assert {one.reason.value for one in found.skipped} == {"malformed"}
    assert "says what its columns hold" in found.notes[0].message


@pytest.mark.parametrize("head", [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-1.7\n"])
def test_files_of_other_kinds_say_what_to_do(tmp_path: Path, head: bytes) -> None:
    assert "Save it as CSV or XLSX." in read(tmp_path, head + b"x" * 99).notes[0].message


def test_a_workbook_keeps_codes_and_days(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["This report was made for you"])
    sheet = book.create_sheet("Orders")
    sheet.append(HEADER.strip().split(","))
    sheet.append([1001, "Ann", "1 Road", "Boston", 2116, "USA", 77, "Mug", 2.0, 9.5, None])
    sheet["E2"].number_format = "00000"
    path = tmp_path / "orders.xlsx"
    book.save(path)
    (order,) = read_order_file(path).orders
    assert (order.order_number, order.recipient.postcode) == ("1001", "02116")
    assert (order.lines[0].sku, str(order.lines[0].unit_value)) == ("77", "9.5")


ODS = """<?xml version="1.0"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
<table:table>{rows}<table:table-row table:number-rows-repeated="1048576">
<table:table-cell table:number-columns-repeated="1024"/></table:table-row></table:table>
</office:spreadsheet></office:body></office:document-content>"""


def ods(path: Path, *rows: str) -> None:
    cells = (
        "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in cells)
        for cells in (row.strip().split(",") for row in rows)
    )
    content = ODS.format(rows="".join(f"<table:table-row>{row}</table:table-row>" for row in cells))
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", content)


def test_an_open_document_sheet(tmp_path: Path) -> None:
    ods(tmp_path / "orders.ods", HEADER, ROW)
    found = read_order_file(tmp_path / "orders.ods")
    assert [one.recipient.postcode for one in found.orders] == ["YO17 7LL"]
    assert found.report.rows.is_whole


def test_a_workbook_that_unpacks_to_more_than_any_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "orders.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 100_000_000)
    assert "too large" in read_order_file(path).notes[0].message


@pytest.mark.parametrize("names", [("xl/workbook.xml",), ("content.xml",), ("letter.txt",), ()])
def test_a_damaged_workbook_says_so(tmp_path: Path, names: tuple[str, ...]) -> None:
    path = tmp_path / "orders.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for name in names or ("x",):
            archive.writestr(name, "<not a workbook")
    if not names:
        path.write_bytes(path.read_bytes()[:20])
    (note,) = read_order_file(path).notes
    assert "CSV" in note.message


def test_sums_below_the_table_are_no_orders(tmp_path: Path) -> None:
    found = read(tmp_path, HEADER + ROW + "Total,,,,,,,,2,45.00,\n")
    assert [(one.row, one.reason.value) for one in found.skipped] == [(3, "footer")]


def test_a_buyer_whose_name_is_a_word_of_sums_is_one(tmp_path: Path) -> None:
    head = "Name,Address 1,City,Postcode,Country\n"
    found = read(tmp_path, head + "Total Prints Ltd,1 Road,York,YO1 9AA,GB\n")
    assert [one.recipient.name for one in found.orders] == ["Total Prints Ltd"]

"""The ledger in the real window: what was bought is in it, and is saved for the accountant."""

from decimal import Decimal
from pathlib import Path

import openpyxl
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.domain.ledger import EntryKind
from desktop_app.services.progress import QuietProgress
from tests.e2e.desk import CTRL, Desk
from tests.fakes.office import SENDER, WHOLE


def test_what_was_paid_is_in_the_ledger_and_in_the_accountants_file(
    desk: Desk, tmp_path: Path
) -> None:
    driver = desk.open(SENDER)
    record = desk.office.booking.order(desk.office.drafts.new(WHOLE), "cheapest", QuietProgress())
    assert record.price
    paid = desk.office.paying.pay_with_prepay(record.id, record.price.total, QuietProgress())
    QTest.keyClick(driver.window, Qt.Key.Key_G, CTRL)
    driver.settle()
    screen = driver.window.screens.ledger
    assert screen is not None
    kinds = {line.entry.kind for line in screen.model.rows()}
    assert kinds == {EntryKind.ORDER, EntryKind.PAYMENT}
    path = tmp_path / "ledger.xlsx"
    screen.question.ask = lambda _parent, _title, _path: str(path)
    screen.save.click()
    driver.settle()
    assert paid.price
    charged = sum(Decimal(str(one["amount"])) for one in desk.payments())
    sheet = openpyxl.load_workbook(path).worksheets[0]
    heads, *rows = sheet.iter_rows(values_only=True)
    gross = heads.index("Gross")
    booked = sum(Decimal(str(row[gross])) for row in rows if row[heads.index("Kind")] == "Payment")
    assert booked == charged == paid.price.total

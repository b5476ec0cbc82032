"""Orders from files in the window: looked through first, made into drafts, taken back."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.domain.again import Again
from desktop_app.ui.orders.import_dialog import ImportDialog
from desktop_app.ui.orders.order_import import dropped_order_files
from desktop_app.ui.workspace import Workspace
from tests.fakes.office import FakeOffice, make_office
from tests.ui.window.windows import quiet

SAMPLES = Path(__file__).parents[2] / "shops" / "files" / "samples"


class Bench:
    """A window, and the dialog that its files open."""

    def __init__(self, qtbot: QtBot, fake: FakeOffice) -> None:
        self.qtbot, self.fake = qtbot, fake
        self.window = Workspace(fake.office)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.begin()
        self.wait()

    def wait(self) -> None:
        quiet(self.qtbot, self.window)

    def read(self, *names: str) -> ImportDialog:
        self.window.orders.read([SAMPLES / name for name in names])
        return self.dialog()

    def dialog(self) -> ImportDialog:
        self.wait()
        (shown,) = (one for one in self.window.findChildren(ImportDialog) if one.isVisible())
        return shown

    def press(self, dialog: ImportDialog) -> None:
        QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
        self.wait()

    @property
    def names(self) -> list[str]:
        return sorted(row.recipient for row in self.window.list.model.all_rows())


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    made = Bench(qtbot, make_office())
    yield made
    made.window.close()


def test_orders_are_looked_through_and_become_drafts(bench: Bench) -> None:
    dialog = bench.read("ebay-uk.csv")
    assert [one.order.order_number[-5:] for one in dialog.model.rows()] == [
        "55501", "55502", "55505",
    ]  # fmt: skip
    assert dialog.go.text() == "Make 3 drafts"
    assert bench.names == []
    bench.press(dialog)
    assert bench.names == ["Ann Field", "Jeanne Roux", "Peter O'Neill"]
    assert bench.window.toast.text == "3 drafts made."


def test_an_import_is_taken_back(bench: Bench) -> None:
    bench.press(bench.read("ebay-uk.csv"))
    bench.window.toast.undo_now()
    bench.wait()
    assert bench.names == []


def test_nothing_is_kept_without_the_users_word(bench: Bench) -> None:
    dialog = bench.read("ebay-uk.csv")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert bench.fake.office.drafts.rows() == []


def test_rows_that_are_left_out_are_listed_with_their_reason(bench: Bench) -> None:
    dialog = bench.read("ebay-uk.csv")
    model = dialog.left_out.model()
    shown = [
        (model.index(row, 0).data(), model.index(row, 1).data()) for row in range(model.rowCount())
    ]
    assert shown == [
        ("8", "Sent already"),
        ("9", "No address"),
        ("12", "Below the table"),
        ("13", "Below the table"),
    ]
    dialog.reject()


def test_what_is_here_already_is_asked_once_for_all(bench: Bench) -> None:
    bench.press(bench.read("ebay-uk.csv"))
    dialog = bench.read("ebay-uk.csv")
    assert not dialog.go.isEnabled()
    assert dialog.again.isVisible()
    dialog.again.setCurrentIndex(list(Again).index(Again.UPDATE))
    assert dialog.go.text() == "Make 0 drafts, update 3"
    dialog.again.setCurrentIndex(list(Again).index(Again.NEW))
    assert dialog.go.text() == "Make 3 drafts"
    bench.press(dialog)
    assert len(bench.names) == 6


def test_a_rate_is_asked_for_another_currency(bench: Bench) -> None:
    dialog = bench.read("ebay-de.csv")
    assert list(dialog.rates.edits) == ["EUR"]
    QTest.keyClicks(dialog.rates.edits["EUR"], "0.85")
    bench.press(dialog)
    (row,) = bench.fake.office.drafts.rows()
    assert bench.fake.office.drafts.get(row.id).shipment.value == Decimal("76.50")


def test_without_a_rate_the_value_stays_empty(bench: Bench) -> None:
    bench.press(bench.read("ebay-de.csv"))
    (row,) = bench.fake.office.drafts.rows()
    assert bench.fake.office.drafts.get(row.id).shipment.value is None


def test_a_file_that_is_not_known_says_so(bench: Bench) -> None:
    dialog = bench.read("unknown.tsv")
    assert dialog.banner.text.startswith("This kind of file is not known.")
    (one,) = dialog.model.rows()
    assert one.notes == ("Its amounts are in EUR. Enter their value in pounds.",)
    dialog.reject()


def test_rows_copied_from_a_spreadsheet_are_pasted(bench: Bench) -> None:
    rows = (SAMPLES / "postroom.csv").read_text(encoding="utf-8").splitlines()
    QApplication.clipboard().setText("\n".join(row.replace(",", "\t") for row in rows[:2]))
    bench.window.orders.paste()
    dialog = bench.dialog()
    assert [one.order.order_number for one in dialog.model.rows()] == ["A-1"]
    dialog.reject()


def test_pasting_something_else_says_what_to_copy(bench: Bench) -> None:
    QApplication.clipboard().setText("hello")
    bench.window.orders.paste()
    assert "header row" in bench.window.toast.text


def test_order_files_may_be_dropped_on_the_window() -> None:
    data = QMimeData()
    paths = [SAMPLES / "ebay-uk.csv", SAMPLES / "amazon-unshipped.txt", SAMPLES / "draft.json"]
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    assert dropped_order_files(data) == paths[:2]


def test_a_file_that_is_gone_is_named(bench: Bench) -> None:
    bench.window.orders.read([SAMPLES / "nothing.csv"])
    bench.wait()
    assert "nothing.csv cannot be read" in bench.window.list.banner.text

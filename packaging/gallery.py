"""Every widget on two pages, light and dark, as pictures to look at: `gallery.py FOLDER`."""

import os
import sys
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QRadioButton,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.account import PRACTICE, Environment
from desktop_app.domain.look import Theme
from desktop_app.domain.measures import format_day, format_money, format_weight
from desktop_app.domain.problem import error, warning
from desktop_app.ui.background import Background
from desktop_app.ui.models.rows_model import Column, RowsModel
from desktop_app.ui.theme.apply import apply_theme
from desktop_app.ui.theme.space import L, M, S
from desktop_app.ui.widgets.account_card import AccountCard
from desktop_app.ui.widgets.account_strip import AccountStrip
from desktop_app.ui.widgets.badge import Badge, BadgeTone
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.buttons import button, icon_button
from desktop_app.ui.widgets.collapsible_section import CollapsibleSection
from desktop_app.ui.widgets.courier_mark import CourierMark
from desktop_app.ui.widgets.data_table import DataTable
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.form import FormColumn
from desktop_app.ui.widgets.labels import note, title
from desktop_app.ui.widgets.measure_edit import length_edit, money_edit, weight_edit
from desktop_app.ui.widgets.nav_rail import NavRail, Place
from desktop_app.ui.widgets.primary_button import PrimaryButton
from desktop_app.ui.widgets.status_line import StatusLine
from desktop_app.ui.widgets.step_rail import Step, StepRail, StepState
from desktop_app.ui.widgets.summary_panel import SummaryPanel
from desktop_app.ui.widgets.toast import Toast


@dataclass(frozen=True)
class Sample:
    """A line for the table."""

    number: int
    to: str
    weight: Decimal
    price: Decimal


def _samples(count: int) -> list[Sample]:
    towns = ("Jo Mason, Scarborough", "Ann Lee, Portland OR", "Uwe Roth, Aachen", "Li Wu, Leeds")
    return [
        Sample(n, towns[n % 4], Decimal(n % 20) / 2, Decimal(n * 37 % 9000) / 100)
        for n in range(count)
    ]


def _table(count: int) -> DataTable[Sample]:
    columns: list[Column[Sample]] = [
        Column("id", "Reference", lambda row: f"ORD-{row.number}", lambda row: row.number),
        Column("to", "To", lambda row: row.to, width=0, icon_of=lambda _row: "parcel"),
        Column("day", "Collected", lambda _row: format_day(date(2026, 11, 24)), width=11),
        Column("kg", "Weight", lambda row: format_weight(row.weight), right=True, width=9),
        Column("price", "Price", lambda row: format_money(row.price), right=True, width=9),
    ]
    model: RowsModel[Sample] = RowsModel(columns, key=lambda row: row.number)
    table = DataTable(model)
    model.setParent(table)
    model.set_rows(_samples(count))
    return table


def _form() -> FormColumn:
    form = FormColumn()
    form.add_section("Recipient", "Where the parcel goes.")
    form.add_row(Field("Name", QLineEdit("Jo Mason")), Field("Phone", QLineEdit(), optional=True))
    postcode, street = QLineEdit("YO12 7JX"), QLineEdit("Raleigh Street")
    country = QComboBox()
    country.addItems(["United Kingdom", "United States"])
    code = Field("Postcode", postcode, path="recipient.postcode", chars=10)
    form.add_row(Field("Street", street, path="recipient.street"), code)
    town = Field("Town", QLineEdit(), path="recipient.town")
    form.add_row(town, Field("Country", country, chars=20))
    form.show_problems([
        error("recipient.town", "Enter the town."),
        warning("recipient.postcode", "No such postcode is known.", "YO12 7JX"),
    ])  # fmt: skip
    form.add_section("Parcel")
    weight, length, value = weight_edit(), length_edit(), money_edit()
    weight.set_value(Decimal("1.5"))
    length.set_value(Decimal(30))
    value.set_value(Decimal(45))
    row = [Field("Weight", weight, chars=9, hint="kg or lb"), Field("Length", length, chars=9)]
    count = QSpinBox()
    count.setValue(2)
    form.add_row(*row, Field("Value", value, chars=10), Field("How many", count, chars=6))
    day = QDateEdit(QDate(2026, 11, 24))
    day.setCalendarPopup(True)
    day.setDisplayFormat("ddd d MMM")
    form.add_row(Field("Collected on", day, chars=14))
    form.add(CollapsibleSection("More about the address", QLineEdit()))
    off = QLineEdit("Cannot be changed")
    off.setEnabled(False)
    form.add_row(Field("Off", off, chars=20))
    return form


def _controls() -> QWidget:
    page = QWidget()
    grid = QGridLayout(page)
    busy = PrimaryButton("Pay £7.49 from PrePay")
    busy.set_busy(True)
    for column, made in enumerate((
        PrimaryButton("Get quotes"), busy, button("Back", icon_name="back"),
        button("Delete", kind="danger", icon_name="delete"), button("Not now", kind="quiet"),
        button("Change", kind="link"), icon_button("copy", "Copy the number"),
    )):  # fmt: skip
        grid.addWidget(made, 0, column)
    off = button("Off")
    off.setEnabled(False)
    off_primary = PrimaryButton("Off")
    off_primary.setEnabled(False)
    check, check_off, radio = QCheckBox("Signature"), QCheckBox("SMS"), QRadioButton("Collect")
    check.setChecked(True)
    radio.setChecked(True)
    bar = QProgressBar()
    bar.setValue(40)
    cells = (off, off_primary, check, check_off, radio, QRadioButton("Drop off"), bar)
    for column, cell in enumerate(cells):
        grid.addWidget(cell, 1, column)
    tones: tuple[BadgeTone, ...] = (
        "neutral",
        "accent",
        "success",
        "warning",
        "danger",
        "practice",
        "live",
    )
    for column, tone in enumerate(tones):
        grid.addWidget(Badge(tone.title(), tone), 2, column)
    couriers = ("DPD", "Evri", "Royal Mail", "UPS", "Parcelforce", "InPost", "FedEx")
    for column, courier in enumerate(couriers):
        grid.addWidget(CourierMark(courier), 3, column)
    return page


def _banners() -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    for tone in ("info", "success", "warning", "danger"):
        banner = Banner(closable=True)
        banner.add_action("Try again")
        banner.show_message(f"A strip of tone {tone}: your draft is kept.", tone)
        column.addWidget(banner)
    return page


def _summary() -> SummaryPanel:
    panel = SummaryPanel()
    panel.heading("Summary")
    panel.row("From", "Mason Prints, Scarborough YO12 7JZ", "sender")
    panel.row("To", "Ann Lee, Portland OR 97209, USA", "recipient")
    panel.row("Parcels", "1 parcel, 1.5 kg")
    panel.line()
    panel.money("DPD Next Day", Decimal("6.24"), "quote")
    panel.money("Signature", Decimal(0), "extras")
    panel.money("VAT", Decimal("1.25"))
    panel.money("Total", Decimal("7.49"), strong=True)
    panel.line()
    panel.problems((
        error("recipient.town", "Recipient: enter the town, as the courier cannot do without it."),
        warning("recipient.postcode", "No such postcode is known."),
    ))  # fmt: skip
    panel.setFixedWidth(260)
    return panel


def _steps() -> StepRail:
    rail = StepRail()
    rail.set_steps([
        Step("addresses", "Addresses", StepState.ERROR, "1 thing missing"),
        Step("parcels", "Parcels", StepState.DONE),
        Step("quotes", "Quotes", StepState.WARNING, "Price is 2 hours old"),
        Step("extras", "Extras"),
        Step("customs", "Customs"),
        Step("review", "Review", StepState.LOCKED),
        Step("pay", "Pay", StepState.LOCKED),
        Step("labels", "Labels", StepState.LOCKED),
    ], current="extras")  # fmt: skip
    return rail


def _nav() -> NavRail:
    rail = NavRail([
        Place("shipments", "Shipments", "shipments"), Place("day", "Book the day", "book-day"),
        Place("book", "Address book", "address-book"), Place("products", "Products", "products"),
        Place("shops", "Shops", "shops"), Place("ledger", "Ledger", "ledger"),
        Place("settings", "Settings", "settings", at_foot=True),
    ])  # fmt: skip
    rail.set_count("shipments", "3 to pay, 2 to print")
    rail.set_current("shipments")
    card = AccountCard()
    card.set_account(PRACTICE)
    card.set_balance(Decimal("92.51"))
    rail.footer.addWidget(card)
    return rail


def list_page() -> QWidget:
    """The navigation with a list, as the main window has them."""
    window = QWidget()
    window.setObjectName("list")
    outer = QVBoxLayout(window)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    strip = AccountStrip()
    strip.set_environment(Environment.PRACTICE)
    outer.addWidget(strip)
    row = QHBoxLayout()
    row.setSpacing(0)
    row.addWidget(_nav())
    middle = QVBoxLayout()
    middle.setContentsMargins(L, M, L, M)
    middle.setSpacing(S)
    middle.addWidget(title("Shipments"))
    search = QLineEdit()
    search.setPlaceholderText("Search")
    middle.addWidget(search)
    table = _table(200)
    table.select([2, 4])
    middle.addWidget(table, 2)
    empty = _table(0)
    empty.set_empty_state(
        EmptyState("address-book", "No addresses yet", "Those you send to are kept here.", "Add")
    )
    middle.addWidget(empty, 2)
    row.addLayout(middle, 1)
    outer.addLayout(row, 1)
    background = Background(window)
    status = StatusLine(background)
    status.set_offline(True)
    outer.addWidget(status)
    Toast(window).show_message("Draft deleted.", undo=window.update)
    return window


def form_page() -> QWidget:
    """The wizard's three columns."""
    window = QWidget()
    window.setObjectName("form")
    row = QHBoxLayout(window)
    row.addWidget(_steps())
    middle = QVBoxLayout()
    middle.setContentsMargins(M, M, M, M)
    middle.addWidget(title("New shipment"))
    middle.addWidget(_form())
    middle.addStretch(1)
    row.addLayout(middle, 1)
    row.addWidget(_summary(), 0, Qt.AlignmentFlag.AlignTop)
    return window


def controls_page() -> QWidget:
    """Buttons, ticks, badges, strips, tabs."""
    window = QWidget()
    window.setObjectName("controls")
    column = QVBoxLayout(window)
    column.setContentsMargins(L, M, L, M)
    column.addWidget(_controls())
    column.addWidget(_banners())
    tabs = QTabWidget()
    tabs.addTab(QPlainTextEdit("A whole address\nin one block"), "Paste")
    tabs.addTab(note("Nothing here."), "Other")
    column.addWidget(tabs)
    return window


def main(folder: str) -> None:
    """Write `FOLDER/light-list.png` and so on."""
    app = QApplication.instance() or QApplication([])
    for theme in (Theme.LIGHT, Theme.DARK):
        apply_theme(app, theme)  # type: ignore[arg-type]
        for page in (list_page(), form_page(), controls_page()):
            page.resize(1180, 740)
            page.show()
            app.processEvents()
            app.processEvents()
            page.grab().save(str(Path(folder) / f"{theme.value}-{page.objectName()}.png"))
            page.deleteLater()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else ".")

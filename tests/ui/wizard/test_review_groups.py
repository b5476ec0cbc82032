"""Equal parcels stand in one line, and very many of them do not fill the page."""

from decimal import Decimal

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop_app.domain.shipment import Shipment
from desktop_app.ui.background import Background
from desktop_app.ui.wizard.quote_details import QuoteDetails
from desktop_app.ui.wizard.quote_rows import QuoteRow
from desktop_app.ui.wizard.review_groups import groups
from desktop_app.ui.wizard.session import Session
from tests.fakes.fake_broker import QUOTES
from tests.fakes.office import PARCEL, WHOLE, make_office


def parcel_lines(background: Background, shipment: Shipment) -> list[str]:
    office = make_office().office
    session = Session(office, background, office.drafts.new(shipment), background, None)
    lines = next(group.lines for group in groups(session) if group.name == "parcels")
    return [line for line in lines if not line.startswith(("Worth", "Reference"))]


def test_equal_parcels_stand_in_one_line(qapp: QApplication, background: Background) -> None:
    assert qapp
    heavy = PARCEL.model_copy(update={"weight_kg": Decimal(4), "contents_summary": "Boots"})
    shipment = WHOLE.model_copy(update={"parcels": (PARCEL, heavy, PARCEL)})
    assert parcel_lines(background, shipment) == [
        "2 × 1.5 kg, 30 × 20 × 10 cm, Slippers",
        "1 × 4 kg, 30 × 20 × 10 cm, Boots",
    ]


def test_of_very_many_only_the_first_are_told(qapp: QApplication, background: Background) -> None:
    assert qapp
    many = tuple(PARCEL.model_copy(update={"weight_kg": Decimal(one)}) for one in range(1, 41))
    lines = parcel_lines(background, WHOLE.model_copy(update={"parcels": many}))
    assert len(lines) == 9
    assert lines[-1] == "and 32 more parcels"


def test_a_service_says_nothing_of_itself_twice(qtbot: QtBot) -> None:
    told = {"description": "Two to three days.", "features": "two to three days\nTracked"}
    service = QUOTES[0].service.model_copy(update=told)
    details = QuoteDetails()
    qtbot.addWidget(details)
    details.show_row(QuoteRow(QUOTES[0].model_copy(update={"service": service})))
    texts = [label.text() for label in details.findChildren(QLabel)]
    assert "Two to three days. Tracked." in texts

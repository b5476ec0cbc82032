"""What the details say of a shipment, whatever its names are."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.shipment import Shipment
from desktop_app.ui.shipments.detail_content import DetailContent
from tests.fakes.office import SENDER, WHOLE, make_office

_PANEL = 300
_LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"


@pytest.mark.parametrize("part", ["name", "organisation", "street", "town", "postcode"])
def test_a_long_word_of_an_address_does_not_widen_it(qtbot: QtBot, part: str) -> None:
    address = SENDER.model_copy(update={part: _LONG})
    shipment = WHOLE.model_copy(update={"recipient": address, "sender": address})
    assert width_of(qtbot, shipment) <= _PANEL


def test_a_long_reference_and_contents_do_not_widen_it(qtbot: QtBot) -> None:
    parcel = WHOLE.parcels[0].model_copy(update={"contents_summary": _LONG})
    shipment = WHOLE.model_copy(update={"reference": _LONG, "parcels": (parcel,)})
    assert width_of(qtbot, shipment) <= _PANEL


def width_of(qtbot: QtBot, shipment: Shipment) -> int:
    """The least width at which nothing of it is cut off."""
    content = DetailContent(make_office().office.drafts.new(shipment), QWidget())
    qtbot.addWidget(content)
    return content.minimumSizeHint().width()

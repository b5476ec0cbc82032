"""Parcels to the same address: combined, taken apart again, and nothing waits for it."""

import threading

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.ui.day.combine_dialog import CombineDialog
from desktop_app.ui.day.day_state import Phase
from tests.fakes.office import WHOLE, FakeOffice
from tests.ui.day.bench import Open, add


def same_place(fake: FakeOffice, *names: str) -> list[str]:
    """Orders of different goods to the same address."""
    boxes = [WHOLE.parcels[0].model_copy(update={"contents_summary": name}) for name in names]
    return add(
        fake,
        *(
            WHOLE.model_copy(update={"reference": f"ORD-{name}", "parcels": (box,)})
            for name, box in zip(names, boxes, strict=True)
        ),
    )


def test_parcels_to_the_same_address_are_combined_and_taken_apart_again(
    bench: Open, fake: FakeOffice
) -> None:
    ids = same_place(fake, "Mug", "Print", "Slippers")
    opened = bench()
    opened.press()
    assert opened.screen.savings.text == (
        "3 parcels go to an address that gets more than one. In one box each, you pay £6.22 less."
    )
    opened.screen.savings.combine.click()
    (dialog,) = opened.screen.findChildren(CombineDialog)
    assert dialog.go.text() == "Combine, saves £6.22"
    dialog.boxes[0].click()
    assert not dialog.go.isEnabled()
    dialog.boxes[0].click()
    dialog.go.click()
    opened.wait()
    opened.qtbot.waitUntil(lambda: len(opened.entries) == 1)
    assert opened.button == "Check prices"
    assert opened.entries[0].record.shipment.reference == "ORD-Mug + ORD-Print + ORD-Slippers"
    assert opened.undo is not None
    opened.undo()
    opened.wait()
    assert {one.id for one in opened.entries} == set(ids)


def test_nothing_waits_for_the_savings(bench: Open, fake: FakeOffice) -> None:
    same_place(fake, "Mug", "Print")
    opened = bench()
    waits, go = threading.Event(), threading.Event()

    def hold() -> None:
        if fake.broker.calls.count("quotes") > 2:
            waits.set()
            go.wait(10)

    fake.broker.before["quotes"] = hold
    QTest.mouseClick(opened.screen.foot.primary, Qt.MouseButton.LeftButton)
    opened.qtbot.waitUntil(waits.is_set)
    opened.qtbot.waitUntil(lambda: opened.phase is Phase.CHECKED)
    QTest.mouseClick(opened.screen.foot.primary, Qt.MouseButton.LeftButton)
    opened.qtbot.waitUntil(lambda: len(fake.broker.charged) == 2)
    go.set()
    opened.wait()
    assert opened.phase is Phase.BOOKED
    assert opened.screen.savings.text == ""

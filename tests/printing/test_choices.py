"""Which printers are taken for label printers."""

import pytest
from PySide6.QtCore import QSizeF

from desktop_app.printing.choices import PaperTold, prints_labels

A4, LABEL, A6 = QSizeF(210, 297), QSizeF(101.6, 152.4), QSizeF(105, 148)
ADDRESS, RECEIPT = QSizeF(28, 89), QSizeF(80, 297)


@pytest.mark.parametrize(
    ("words", "paper", "is_label"),
    [
        ("HP LaserJet", PaperTold(A4, [A4, A6, LABEL], takes_any=True), False),
        ("HP LaserJet", PaperTold(A4), False),
        ("Zebra ZD421", PaperTold(ADDRESS, [ADDRESS, LABEL]), True),
        ("Zebra raw queue", PaperTold(A4), True),
        ("Label4x6", PaperTold(A4, [A4], takes_any=True), True),
        ("DYMO LabelWriter 450", PaperTold(ADDRESS, [ADDRESS]), False),
        ("DYMO LabelWriter 450", PaperTold(ADDRESS, [ADDRESS], takes_any=True), False),
        ("DYMO LabelWriter 450", PaperTold(A4), False),
        ("DYMO LabelWriter 4XL", PaperTold(ADDRESS, [ADDRESS, LABEL]), True),
        ("DYMO LabelWriter 5XL", PaperTold(ADDRESS, [ADDRESS], takes_any=True), True),
        ("Queue 7", PaperTold(LABEL, [A4, LABEL]), True),
        ("Queue 7", PaperTold(QSizeF(152.4, 101.6)), True),
        ("Queue 7", PaperTold(QSizeF(100, 150)), True),
        ("Queue 7", PaperTold(ADDRESS, [ADDRESS, LABEL]), True),
        ("Receipts", PaperTold(RECEIPT, [RECEIPT]), False),
    ],
)
def test_a_label_printer_is_known(words: str, paper: PaperTold, is_label: bool) -> None:
    assert prints_labels(words, paper) is is_label

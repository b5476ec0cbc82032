"""The couriers' numbers, each to be copied, and the way to where the parcel is."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.label import Consignment
from desktop_app.ui.theme.space import XS
from desktop_app.ui.widgets.buttons import button, icon_button
from desktop_app.ui.widgets.labels import body, muted


class ConsignmentList(QWidget):
    """`copied(number)`: it is on the clipboard. `track_wanted`: open the tracking page."""

    copied = Signal(str)
    track_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("consignments")
        self._numbers: tuple[str, ...] | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.track = button(
            self.tr("Track the parcel"), kind="link", icon_name="external-link", name="track"
        )
        self.track.clicked.connect(self.track_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(body(self.tr("Consignment number"), strong=True))
        column.addLayout(self._rows)
        column.addWidget(self.track)

    def show_consignments(self, consignments: tuple[Consignment, ...]) -> None:
        """Other numbers; the courier may not have given any yet."""
        numbers = tuple(dict.fromkeys(one.number for one in consignments if one.number))
        if numbers == self._numbers:
            return
        self._numbers = numbers
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for number in numbers:
            self._rows.addWidget(self._row(number))
        if not numbers:
            self._rows.addWidget(muted(self.tr("Not given yet")))

    def _row(self, number: str) -> QWidget:
        made = QWidget()
        words = body(number)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        copy = icon_button(
            "copy", self.tr("Copy {number}").format(number=number), name=f"copy:{number}"
        )
        copy.clicked.connect(partial(self._copy, number))
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(words)
        row.addWidget(copy)
        row.addStretch()
        return made

    def _copy(self, number: str) -> None:
        QGuiApplication.clipboard().setText(number)
        self.copied.emit(number)

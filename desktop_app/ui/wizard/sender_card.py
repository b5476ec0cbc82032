"""The sender in three lines: the same for every parcel, so it stands folded up."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.address import Address
from desktop_app.ui.theme.space import XS, M, S
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.elided_label import ElidedLabel


class SenderCard(QFrame):
    """`change_asked`: show the fields instead."""

    change_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("senderCard")
        self.setProperty("role", "card")
        self._who = ElidedLabel(role="strong")
        self._where = ElidedLabel(role="muted")
        self._reach = ElidedLabel(role="note")
        self.change = button(self.tr("Change"), kind="quiet", name="changeSender")
        self.change.setAccessibleName(self.tr("Change the sender"))
        self.change.clicked.connect(self.change_asked)
        lines = QVBoxLayout()
        lines.setSpacing(XS)
        for label in (self._who, self._where, self._reach):
            lines.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(M, S + 2, S, S + 2)
        row.addLayout(lines, 1)
        row.addWidget(self.change)

    def show_address(self, address: Address) -> None:
        """Name and company, the street and town, how to reach them."""
        names = (address.name, address.organisation)
        self._who.setText(", ".join(part for part in names if part))
        place = [line for line in address.lines if line not in names]
        self._where.setText(", ".join(place))
        self._reach.setText(" · ".join(part for part in (address.email, address.phone) if part))

"""One extra on offer: a tick, what it does, and what it costs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QPushButton, QWidget

from desktop_app.domain.quote import OfferedExtra
from desktop_app.ui.theme.space import XS, S
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.labels import message, note
from desktop_app.ui.widgets.money_label import MoneyLabel
from desktop_app.ui.wizard.extra_words import extra_name, extra_sentence

_INDENT = 24


class ExtraRow(QWidget):
    """`toggled(kind, wanted)`; `remark_pressed`: do what the remark's link offers."""

    toggled = Signal(str, object)
    remark_pressed = Signal()

    def __init__(self, offer: OfferedExtra, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = offer.kind
        self.setObjectName(f"extra:{offer.kind}")
        self.tick = QCheckBox(extra_name(offer.kind))
        self.tick.setObjectName(f"tick:{offer.kind}")
        self._sentence = note(extra_sentence(offer.kind))
        self._remark = message("", "warning")
        self._link = button("", kind="link", name=f"remark:{offer.kind}")
        self._price = MoneyLabel(offer.price.total)
        self.tick.setAccessibleDescription(f"{self._sentence.text()} {self._price.text()}")
        self.tick.clicked.connect(self._tell)
        self._link.clicked.connect(self.remark_pressed)
        self._lay_out()
        self.set_remark("")

    @property
    def remark(self) -> str:
        """What stands against it now, or ""."""
        return "" if self._remark.isHidden() else self._remark.text()

    @property
    def link(self) -> QPushButton:
        """The remark's link."""
        return self._link

    def set_wanted(self, *, wanted: bool, enabled: bool = True) -> None:
        """How it stands, without telling."""
        self.tick.setChecked(wanted)
        self.tick.setEnabled(enabled)

    def set_sentence(self, text: str) -> None:
        """What it does for this shipment."""
        self._sentence.setText(text)
        self._sentence.setVisible(bool(text))
        self.tick.setAccessibleDescription(f"{text} {self._price.text()}")

    def set_remark(self, text: str, link: str = "") -> None:
        """What has to be known, and the words of a link that helps."""
        self._remark.setText(text)
        self._remark.setVisible(bool(text))
        self._link.setText(link)
        self._link.setVisible(bool(link))

    def _tell(self) -> None:
        self.toggled.emit(self.kind, self.tick.isChecked())

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, XS, 0, XS)
        grid.setHorizontalSpacing(S)
        grid.setVerticalSpacing(0)
        grid.setColumnMinimumWidth(0, _INDENT - S)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.tick, 0, 0, 1, 2)
        grid.addWidget(self._price, 0, 2)
        for row, part in enumerate((self._sentence, self._remark), start=1):
            grid.addWidget(part, row, 1, 1, 2)
        grid.addWidget(self._link, 3, 1)

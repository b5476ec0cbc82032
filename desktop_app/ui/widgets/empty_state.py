"""What an empty list says: what belongs there, and the button that brings it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.theme.space import M, S
from desktop_app.ui.widgets.icon_label import IconLabel
from desktop_app.ui.widgets.labels import body, section
from desktop_app.ui.widgets.primary_button import PrimaryButton

_MARK = 40
_WIDTH = 360


class EmptyState(QWidget):
    """An icon, a title, a sentence and, if it is named, one button (`pressed`)."""

    pressed = Signal()

    def __init__(
        self, icon_name: str, title: str, sentence: str, action: str = "",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setObjectName("emptyState")
        self._mark = IconLabel(icon_name, side=_MARK)
        self._title = section(title)
        self._sentence = body(sentence, wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._sentence.setFixedWidth(_WIDTH)
        self.button = PrimaryButton(action)
        if not action:  # never shown before it has a parent: that would be a window of its own
            self.button.hide()
        self.button.clicked.connect(self.pressed)
        self._lay_out()

    @property
    def text(self) -> str:
        """What it says: title and sentence."""
        return f"{self._title.text()}: {self._sentence.text()}"

    def set_text(self, title: str, sentence: str) -> None:
        """Say something else, as "No shipment matches"."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._give_room()

    def _give_room(self) -> None:
        """The sentence's lines are counted: a layout over a table does not ask for them again."""
        self._sentence.setMinimumHeight(max(0, self._sentence.heightForWidth(_WIDTH)))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(M, M, M, M)
        column.setSpacing(S)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(2)
        column.addWidget(self._mark, 0, centre)
        column.addWidget(self._title, 0, centre)
        column.addWidget(self._sentence, 0, centre)
        column.addSpacing(S)
        column.addWidget(self.button, 0, centre)
        column.addStretch(3)

"""A part of a form that most people never need, folded away under its name."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.theme.icons import icon
from desktop_app.ui.theme.space import ICON, S


class CollapsibleSection(QWidget):
    """`CollapsibleSection("More", content)`; folded when made, opened by a click or Space."""

    toggled = Signal(object)

    def __init__(self, title: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content = content
        self.header = QPushButton()
        self.header.setText(title)
        self.header.setObjectName("collapsibleHeader")
        self.header.setCheckable(True)
        self.header.setProperty("kind", "fold")
        self.header.setAutoDefault(False)
        self.header.setIconSize(QSize(ICON, ICON))
        self.header.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.header.toggled.connect(self._fold)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self.header)
        column.addWidget(content)
        self._fold(opened=False)

    @property
    def is_open(self) -> bool:
        """Whether its content is seen."""
        return self.header.isChecked()

    def set_open(self, opened: bool) -> None:
        """Unfold or fold it."""
        self.header.setChecked(opened)

    def _fold(self, opened: bool) -> None:
        self.content.setVisible(opened)
        self.header.setIcon(icon("chevron-down" if opened else "chevron-right"))
        self.toggled.emit(opened)

"""Two widgets side by side; the second goes below the first where the window is narrow."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from desktop_app.ui.theme.space import S

_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class FoldingRow(QWidget):
    """`first` keeps to the left, `second` to the right."""

    def __init__(self, first: QWidget, second: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = (first, second)
        self._row = QBoxLayout(_BESIDE, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(S)
        # Its least width is that of the wider part, whichever way they stand now.
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._row.addWidget(first)
        self._row.addStretch(1)
        self._row.addWidget(second, 1)

    @property
    def is_folded(self) -> bool:
        """Whether the second stands below the first."""
        return self._row.direction() == _BELOW

    def minimumSizeHint(self) -> QSize:
        """As wide as the wider part."""
        widest = max(part.minimumSizeHint().width() for part in self._parts)
        return QSize(widest, self._row.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Folds where the two have no room beside each other."""
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        """Also when one of the two says other words."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fold()
        return super().event(event)

    def _fold(self) -> None:
        first, second = self._parts
        least = first.sizeHint().width() + S + second.minimumWidth()
        self._row.setDirection(_BELOW if self.width() < least else _BESIDE)

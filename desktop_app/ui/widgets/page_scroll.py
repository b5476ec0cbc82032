"""A page that scrolls when the window is low, and follows the cursor from field to field."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

# A field is shown with the room that its message takes.
BELOW = 88


class PageScroll(QScrollArea):
    """Holds one widget; never scrolls sideways; brings the focused field into view."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(page)
        page.setAutoFillBackground(False)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._is_field(new):
            self.ensureWidgetVisible(new, 0, BELOW)

    def _is_field(self, focused: QWidget) -> bool:
        """Not the page itself, which may take the keys where it has no fields: all of it is seen
        from its top on, and its middle is nowhere to go.
        """
        page = self.widget()
        is_inside = page is not None and page.isAncestorOf(focused)
        return is_inside and focused.height() <= self.viewport().height()

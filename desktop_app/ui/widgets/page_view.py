"""Shows rendered pages: fitted into the room there is, or at their true size."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QSize, QSizeF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.services.ports import PagePicture
from desktop_app.ui.theme.space import XS, S
from desktop_app.ui.widgets.buttons import button, icon_button
from desktop_app.ui.widgets.page_sheet import MARGIN, PageSheet

_MM = 25.4
_STEP, _NOTCH = 1.2, 120
_SMALLEST, _LARGEST = 0.2, 4.0
_SHARP_ENOUGH = 1.15
# Every page is drawn so fine at once; nobody reads more from a screen.
_FINEST_DPI = 400.0
# Some screens tell no size or a wrong one: outside of this, the system's own scale is believed.
_REAL_DPI = (40.0, 400.0)
_SETTLED_MS = 120


class Fit(StrEnum):
    """How large the page is shown."""

    PAGE = "page"
    TRUE_SIZE = "true-size"


class PageView(QWidget):
    """`set_pages(pictures)`; `resolution_wanted(float)`: dots per inch that would be sharper."""

    resolution_wanted = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pageView")
        self._pages: tuple[PagePicture, ...] = ()
        self._place = 0
        self._sheet = PageSheet()
        self._area = _Ground()
        self._area.setWidget(self._sheet)
        self._area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.fit = Fit.PAGE
        self._zoom = 1.0
        self._fit_button = button(self.tr("Fit"), kind="quiet", name="pageFit")
        self._true_button = button(self.tr("True size"), kind="quiet", name="pageTrueSize")
        self._back = icon_button("back", self.tr("Page before"), name="pageBack")
        self._next = icon_button("next", self.tr("Next page"), name="pageNext")
        self._count = QLabel()
        self._count.setObjectName("pageCount")
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self._ask_for_sharper)
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Preview"))
        self.set_message("")

    @property
    def page_number(self) -> int:
        """Which page is shown, from 1; 0 for none."""
        return self._place + 1 if self._pages else 0

    def set_pages(self, pages: Sequence[PagePicture]) -> None:
        """Other pages, or the same ones sharper; the place in them is kept where it can be."""
        self._pages = tuple(pages)
        self._place = max(0, min(self._place, len(self._pages) - 1))
        self._show()

    def set_message(self, text: str) -> None:
        """What stands there while there are no pages."""
        self._sheet.message = text
        self._show()
        self._sheet.update()

    def set_fit(self, fit: Fit) -> None:
        """The whole page, or its true size on this screen."""
        self.fit, self._zoom = fit, 1.0
        self._show()

    def turn(self, by: int) -> None:
        """So many pages on, or back."""
        self._place = max(0, min(self._place + by, len(self._pages) - 1))
        self._show()

    def zoom(self, factor: float) -> None:
        """Larger or smaller than the fit says."""
        self._zoom = max(_SMALLEST, min(self._zoom * factor, _LARGEST))
        self._show()

    def _lay_out(self) -> None:
        group = QButtonGroup(self)
        for shown in (self._fit_button, self._true_button):
            shown.setCheckable(True)
            group.addButton(shown)
        self._fit_button.clicked.connect(self._choose_fit)
        self._true_button.clicked.connect(self._choose_true)
        self._back.clicked.connect(self._turn_back)
        self._next.clicked.connect(self._turn_on)
        tools = QHBoxLayout()
        tools.setContentsMargins(S, XS, S, XS)
        tools.setSpacing(XS)
        tools.addWidget(self._fit_button)
        tools.addWidget(self._true_button)
        tools.addStretch(1)
        tools.addWidget(self._back)
        tools.addWidget(self._count)
        tools.addWidget(self._next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._area, 1)
        column.addLayout(tools)

    def _show(self) -> None:
        self._show_tools()
        self.setAccessibleDescription(self._words())
        if not self._pages:
            self._sheet.show_page(None, QSizeF(self._area.maximumViewportSize()))
            return
        page = self._pages[self._place]
        self._sheet.show_page(page, self._size_of(page))
        self._settled.start()

    def _show_tools(self) -> None:
        several = len(self._pages) > 1
        for one in (self._back, self._count, self._next):
            one.setVisible(several)
        self._back.setEnabled(self._place > 0)
        self._next.setEnabled(self._place < len(self._pages) - 1)
        self._count.setText(self._words() if several else "")
        self._fit_button.setChecked(self.fit is Fit.PAGE)
        self._true_button.setChecked(self.fit is Fit.TRUE_SIZE)
        for tool in (self._fit_button, self._true_button):
            tool.setVisible(bool(self._pages))

    def _words(self) -> str:
        """What is seen, for the tools and for who cannot see it."""
        if not self._pages:
            return self._sheet.message
        return self.tr("{0} of {1}").format(self._place + 1, len(self._pages))

    def _size_of(self, page: PagePicture) -> QSizeF:
        """The page's size on screen, in the widget's own units."""
        size = QSizeF(page.width_mm, page.height_mm)
        if self.fit is Fit.TRUE_SIZE:
            across, down = self._screen_dpi()
            size = QSizeF(size.width() * across / _MM, size.height() * down / _MM)
        else:
            room = self._area.maximumViewportSize() - QSize(2 * MARGIN, 2 * MARGIN)
            size.scale(QSizeF(room.expandedTo(QSize(40, 40))), Qt.AspectRatioMode.KeepAspectRatio)
        return size * self._zoom

    def _screen_dpi(self) -> tuple[float, float]:
        """The widget's units to the inch, across and down."""
        screen, (least, most) = self.screen(), _REAL_DPI
        told = screen.physicalDotsPerInchX(), screen.physicalDotsPerInchY()
        if all(least <= one <= most for one in told):
            return told
        return screen.logicalDotsPerInchX(), screen.logicalDotsPerInchY()

    @Slot()
    def _ask_for_sharper(self) -> None:
        if not self._pages:
            return
        page = self._pages[self._place]
        shown = self._size_of(page).width() * self.devicePixelRatioF() / page.width_mm * _MM
        wanted = min(shown, _FINEST_DPI)
        if wanted > page.width / page.width_mm * _MM * _SHARP_ENOUGH:
            self.resolution_wanted.emit(wanted)

    def _scroll(self, by: int) -> None:
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + by * bar.singleStep())

    @Slot()
    def _choose_fit(self) -> None:
        self.set_fit(Fit.PAGE)

    @Slot()
    def _choose_true(self) -> None:
        self.set_fit(Fit.TRUE_SIZE)

    @Slot()
    def _turn_back(self) -> None:
        self.turn(-1)

    @Slot()
    def _turn_on(self) -> None:
        self.turn(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys, Home and End turn; up and down scroll; plus and minus zoom, 0 fits."""
        match event.key():
            case Qt.Key.Key_Home | Qt.Key.Key_End as edge:
                self.turn(len(self._pages) * (1 if edge == Qt.Key.Key_End else -1))
            case Qt.Key.Key_Up:
                self._scroll(-1)
            case Qt.Key.Key_Down:
                self._scroll(1)
            case Qt.Key.Key_PageDown | Qt.Key.Key_Right:
                self.turn(1)
            case Qt.Key.Key_PageUp | Qt.Key.Key_Left:
                self.turn(-1)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom(_STEP)
            case Qt.Key.Key_Minus:
                self.zoom(1 / _STEP)
            case Qt.Key.Key_0:
                self.set_fit(Fit.PAGE)
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl it zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_STEP ** (event.angleDelta().y() / _NOTCH))
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page follows the room there is."""
        super().resizeEvent(event)
        self._show()


class _Ground(QScrollArea):
    """Scrolls the page; a wheel turned with Ctrl is for zooming and goes to the view."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls, unless Ctrl is held."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)

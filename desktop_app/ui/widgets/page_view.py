"""Shows rendered pages: fitted into the room there is, or at their true size."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.services.ports import PagePicture
from desktop_app.ui.theme.current import tokens
from desktop_app.ui.theme.space import XS, M, S
from desktop_app.ui.widgets.buttons import button, icon_button
from desktop_app.ui.widgets.page_image import page_image

_MM = 25.4
_MARGIN = 16
_STEP = 1.2
_SMALLEST, _LARGEST = 0.2, 4.0
_SHARP_ENOUGH = 1.15
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
        self._sheet = _Sheet()
        self._area = QScrollArea()
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
        several = len(self._pages) > 1
        for one in (self._back, self._count, self._next):
            one.setVisible(several)
        self._back.setEnabled(self._place > 0)
        self._next.setEnabled(self._place < len(self._pages) - 1)
        self._count.setText(
            self.tr("{0} of {1}").format(self._place + 1, len(self._pages)) if several else ""
        )
        self._fit_button.setChecked(self.fit is Fit.PAGE)
        self._true_button.setChecked(self.fit is Fit.TRUE_SIZE)
        for tool in (self._fit_button, self._true_button):
            tool.setVisible(bool(self._pages))
        if not self._pages:
            self._sheet.show_page(None, QSizeF(self._area.viewport().size()))
            return
        page = self._pages[self._place]
        self._sheet.show_page(page, self._size_of(page))
        self._settled.start()

    def _size_of(self, page: PagePicture) -> QSizeF:
        """The page's size on screen, in the widget's own units."""
        if self.fit is Fit.TRUE_SIZE:
            screen = self.screen()
            across = screen.physicalDotsPerInchX() / _MM
            down = screen.physicalDotsPerInchY() / _MM
            size = QSizeF(page.width_mm * across, page.height_mm * down)
        else:
            room = self._area.viewport().size() - QSize(2 * _MARGIN, 2 * _MARGIN)
            size = QSizeF(page.width_mm, page.height_mm)
            size.scale(QSizeF(room.expandedTo(QSize(40, 40))), Qt.AspectRatioMode.KeepAspectRatio)
        return size * self._zoom

    @Slot()
    def _ask_for_sharper(self) -> None:
        if not self._pages:
            return
        page = self._pages[self._place]
        dots = self._size_of(page).width() * self.devicePixelRatioF()
        if dots > page.width * _SHARP_ENOUGH:
            self.resolution_wanted.emit(dots / page.width_mm * _MM)

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
        """Page keys turn, plus and minus zoom, 0 fits."""
        match event.key():
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
            self.zoom(_STEP if event.angleDelta().y() > 0 else 1 / _STEP)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page follows the room there is."""
        super().resizeEvent(event)
        self._show()


class _Sheet(QWidget):
    """One page on its ground, or a sentence."""

    def __init__(self) -> None:
        super().__init__()
        self.message = ""
        self._image = QImage()
        self._size = QSizeF()

    def show_page(self, page: PagePicture | None, size: QSizeF) -> None:
        """A page at a size, or none."""
        self._image = page_image(page) if page else QImage()
        self._size = size
        margin = 0 if page is None else 2 * _MARGIN
        self.resize(size.toSize() + QSize(margin, margin))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is painted
        """Paper is white in every theme."""
        painter = QPainter(self)
        if self._image.isNull():
            painter.setPen(QColor(tokens().muted))
            room = self.rect().adjusted(M, M, -M, -M)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, int(flags), self.message)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        paper = QRectF(_MARGIN, _MARGIN, self._size.width(), self._size.height())
        painter.fillRect(paper, Qt.GlobalColor.white)
        painter.drawImage(paper, self._image)
        painter.setPen(QColor(tokens().border))
        painter.drawRect(paper)

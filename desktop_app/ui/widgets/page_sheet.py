"""One rendered page as paper on its ground, or a sentence while there is none."""

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_app.services.ports import PagePicture
from desktop_app.ui.theme.current import tokens
from desktop_app.ui.theme.space import M
from desktop_app.ui.widgets.page_image import page_image

MARGIN = 16


class PageSheet(QWidget):
    """`show_page(page, size)` shows it so large; `message` stands there instead of a page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.message = ""
        self.page_size = QSizeF()
        self._page: PagePicture | None = None
        self._image = QImage()
        self._shown = QImage()

    def show_page(self, page: PagePicture | None, size: QSizeF) -> None:
        """A page at a size in the widget's own units, or none."""
        if page is not self._page:
            self._page, self._shown = page, QImage()
            self._image = page_image(page) if page else QImage()
        self.page_size = size
        margin = 0 if page is None else 2 * MARGIN
        self.resize(size.toSize() + QSize(margin, margin))
        self.update()

    def picture(self) -> QImage:
        """The page at the screen's own dots, made once for each size.

        Made smaller by averaging: dropping dots would thin some bars of a barcode and not others.
        """
        dots = (self.page_size * self.devicePixelRatioF()).toSize()
        if dots.width() >= self._image.width():
            return self._image
        if self._shown.size() != dots:
            self._shown = self._image.scaled(
                dots,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        return self._shown

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is painted
        """Paper is white in every theme."""
        painter = QPainter(self)
        if self._image.isNull():
            self._write(painter)
            return
        paper = QRectF(MARGIN, MARGIN, self.page_size.width(), self.page_size.height())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(paper, self.picture())
        painter.setPen(QColor(tokens().border))
        painter.drawRect(paper)

    def _write(self, painter: QPainter) -> None:
        painter.setPen(QColor(tokens().muted))
        room = self.rect().adjusted(M, M, -M, -M)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, int(flags), self.message)

"""A small picture of the selected shipment's label, drawn in the background."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QToolButton, QWidget

from desktop_app.domain.label import DocumentKind
from desktop_app.domain.paper import LabelPaper
from desktop_app.domain.record import ShipmentRecord
from desktop_app.services.ports import PagePicture, Progress
from desktop_app.ui.context import Context
from desktop_app.ui.widgets.page_image import page_image

_SIZE = QSize(112, 168)
_DPI = 100.0

Shown = tuple[str, ...]


class LabelPreview(QToolButton):
    """Hidden until there is a label to show; a press is for whoever connects `clicked`."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("labelPreview")
        self.setProperty("role", "preview")
        self.setAccessibleName(self.tr("The label, small. Press to open the labels"))
        self.setToolTip(self.tr("Open the labels"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setIconSize(_SIZE)
        self._context = context
        self._shown: Shown = ()
        self.hide()

    def show_record(self, record: ShipmentRecord) -> None:
        """Draws the first label, unless it is the one that is shown."""
        labels = [one.sha256 for one in record.documents if one.kind is DocumentKind.LABEL]
        wanted = (record.id, *labels)
        if wanted == self._shown:
            return
        self._shown = wanted
        self.hide()
        if labels:
            self._draw(wanted)

    def _draw(self, wanted: Shown) -> None:
        office = self._context.office

        def work(progress: Progress) -> tuple[Shown, tuple[PagePicture, ...]]:
            pdf = office.labelling.pdf(wanted[0], LabelPaper.SIX_BY_FOUR)
            progress.check()
            return wanted, office.papers.pictures(pdf, _DPI)

        self._context.background.start(
            work, done=self._drawn, failed=self._not_drawn, name=self.tr("Drawing the label")
        )

    @Slot(object)
    def _drawn(self, outcome: tuple[Shown, tuple[PagePicture, ...]]) -> None:
        wanted, pages = outcome
        if wanted == self._shown and pages:
            # Paper is white in every theme, and an icon is scaled for the screen by Qt.
            self.setIcon(QIcon(QPixmap.fromImage(page_image(pages[0]))))
            self.show()

    @Slot(object)
    def _not_drawn(self, _error: Exception) -> None:
        """The page with the labels says what is wrong with them; here only the picture lacks."""
        self._shown = ()

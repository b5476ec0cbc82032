"""Fetches what did not come with the labels, quietly: the labels can be printed meanwhile."""

from PySide6.QtCore import QObject, Slot

from desktop_app.domain.record import ShipmentRecord
from desktop_app.services.labelling import lacks_papers
from desktop_app.ui.wizard.session import Session


class LatePapers(QObject):
    """Consignment numbers, commercial invoice, picking list: one try each time it is asked."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def fetch(self) -> None:
        """Looks for them, if any are lacking."""
        record, labelling = self._session.record, self._session.office.labelling
        if record.is_paid and record.documents and lacks_papers(record):
            self._session.background.start(
                lambda _progress: labelling.complete(record.id),
                done=self._take,
                failed=self._leave,
                name=self.tr("Fetching papers and numbers"),
            )

    @Slot(object)
    def _take(self, record: ShipmentRecord) -> None:
        if not self._session.is_busy:
            self._session.reload(record)

    @Slot(object)
    def _leave(self, _error: Exception) -> None:
        """They are looked for again when the shipment is opened again."""

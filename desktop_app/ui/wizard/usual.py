"""What a page remembers for the next shipment: written in the background, quietly."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Slot

from desktop_app.domain.address import Address
from desktop_app.domain.customs import CustomsDeclaration
from desktop_app.domain.parcel import ParcelPreset
from desktop_app.domain.settings import Settings
from desktop_app.services.ports import Progress
from desktop_app.ui.wizard.session import Session

translate = QCoreApplication.translate


def keep_sender(session: Session, sender: Address) -> None:
    """Fills the sender of every new shipment."""
    _keep(session, lambda settings: settings.model_copy(update={"sender": sender}))


def keep_customs(session: Session, customs: CustomsDeclaration) -> None:
    """Fills the declaration of every new shipment."""
    _keep(session, lambda settings: settings.model_copy(update={"customs": customs}))


def keep_presets(session: Session, presets: tuple[ParcelPreset, ...]) -> None:
    """The parcel sizes kept by name."""
    _keep(session, lambda settings: settings.model_copy(update={"presets": presets}))


class _Keeper(QObject):
    """Hears how the writing ended, as long as the session lives."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session

    @Slot(object)
    def done(self, _result: object) -> None:
        """It is kept."""
        self.deleteLater()

    @Slot(object)
    def failed(self, error: Exception) -> None:
        """The shipment itself is not touched by it: said once."""
        if self._session.context:
            words = self.tr("This could not be remembered: {0}").format(error)
            self._session.context.toast(words, None)
        self.deleteLater()


def _keep(session: Session, change: Callable[[Settings], Settings]) -> None:
    store = session.office.settings
    keeper = _Keeper(session)

    def write(_progress: Progress) -> None:
        settings = store.load()
        if change(settings) != settings:
            store.save(change(settings))

    session.background.start(
        write, done=keeper.done, failed=keeper.failed, name=translate("Usual", "Remembering")
    )

"""The sizes kept by name while the wizard is open, and on disk for the next shipment."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.domain.parcel import ParcelPreset
from desktop_app.ui.wizard.presets import STARTERS
from desktop_app.ui.wizard.session import Session
from desktop_app.ui.wizard.usual import keep_presets


class PresetShelf(QObject):
    """`changed`: read `presets` again."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.presets = session.office.settings.load().presets or STARTERS

    @Slot(object)
    def keep(self, preset: ParcelPreset) -> None:
        """In front of the others, in place of one with the same name."""
        others = [one for one in self.presets if one.name.casefold() != preset.name.casefold()]
        self._set((preset, *others))
        self._say(self.tr("“{0}” is kept.").format(preset.name))

    @Slot(object)
    def remove(self, preset: ParcelPreset) -> None:
        """Away with one; it can be undone."""
        before = self.presets
        self._set(tuple(one for one in before if one != preset))
        self._say(self.tr("“{0}” is removed.").format(preset.name), before)

    def _set(self, presets: tuple[ParcelPreset, ...]) -> None:
        self.presets = presets
        keep_presets(self._session, presets)
        self.changed.emit()

    def _say(self, text: str, before: tuple[ParcelPreset, ...] | None = None) -> None:
        if self._session.context:
            undo = None if before is None else partial(self._set, before)
            self._session.context.toast(text, undo)

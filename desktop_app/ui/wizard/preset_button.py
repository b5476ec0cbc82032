"""The sizes kept by name: one click fills the weight and the sides."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desktop_app.domain.parcel import ParcelPreset
from desktop_app.ui.theme.icons import icon
from desktop_app.ui.wizard.presets import preset_words


class PresetButton(QPushButton):
    """`chosen(preset)`, `removed(preset)`, and `keep_asked`: keep the present size by a name."""

    chosen = Signal(object)
    removed = Signal(object)
    keep_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presets: tuple[ParcelPreset, ...] = ()
        self.setText(self.tr("Choose a size"))
        self.setObjectName("presetButton")
        self.setAutoDefault(False)
        self.setProperty("kind", "quiet")
        self.setIcon(icon("products", "accent"))
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self._menu.aboutToShow.connect(self._fill)

    def set_presets(self, presets: tuple[ParcelPreset, ...]) -> None:
        """What can be chosen."""
        self._presets = presets

    def _fill(self) -> None:
        self._menu.clear()
        for preset in self._presets:
            choose = self._menu.addAction(preset_words(preset))
            choose.triggered.connect(partial(self.chosen.emit, preset))
        self._menu.addSeparator()
        keep = self._menu.addAction(icon("save"), self.tr("Keep this parcel’s size…"))
        keep.triggered.connect(self.keep_asked)
        if self._presets:
            remove = self._menu.addMenu(self.tr("Remove a size"))
            for preset in self._presets:
                action = remove.addAction(preset.name)
                action.triggered.connect(partial(self.removed.emit, preset))

"""Dress the application in a theme, and follow the system's where the user wants that."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QStyleFactory

from desktop_app.domain.look import Theme
from desktop_app.ui.theme.current import tokens, wear
from desktop_app.ui.theme.fonts import type_scale
from desktop_app.ui.theme.palette import palette_of
from desktop_app.ui.theme.style_sheet import style_sheet
from desktop_app.ui.theme.tokens import load_tokens

_NAME = "postroomTheme"
_HALF = 128


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Put on light or dark, or whatever the system has, now and whenever it changes."""
    wardrobe = app.findChild(_Wardrobe, _NAME) or _Wardrobe(app)
    wardrobe.put_on(theme)


class _Wardrobe(QObject):
    """Lives as long as the application; remembers the system's own font and the wish."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName(_NAME)
        self._app = app
        self._system_font = QFont(app.font())
        self._wish = Theme.SYSTEM
        # From the system's palette: Qt's own word for it brings in all of Qt's enums, 40 ms.
        self._is_dark = app.palette().window().color().lightness() < _HALF
        app.setStyle(QStyleFactory.create("Fusion"))
        app.styleHints().colorSchemeChanged.connect(self._system_changed)

    def put_on(self, theme: Theme) -> None:
        self._wish = theme
        wanted = load_tokens(self._name())
        if self._app.styleSheet() and tokens() is wanted:
            return
        wear(wanted)
        sizes = type_scale(self._system_font)
        font = QFont(self._system_font)
        font.setPixelSize(sizes.body)
        self._app.setFont(font)
        self._app.setPalette(palette_of(wanted))
        self._app.setStyleSheet(style_sheet(wanted, sizes))

    def _name(self) -> str:
        if self._wish is not Theme.SYSTEM:
            return self._wish.value
        return "dark" if self._is_dark else "light"

    @Slot()
    def _system_changed(self) -> None:
        self._is_dark = self._app.styleHints().colorScheme().name == "Dark"
        if self._wish is Theme.SYSTEM:
            self.put_on(Theme.SYSTEM)

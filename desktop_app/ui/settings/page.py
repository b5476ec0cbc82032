"""What every page of the settings is: it shows what is kept, and keeps what is chosen."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.errors import PostroomError
from desktop_app.domain.settings import Settings
from desktop_app.ui.context import Context
from desktop_app.ui.theme.space import L, M, S
from desktop_app.ui.widgets.banner import Banner


class SettingsPage(QWidget):
    """`keep(field=value)` writes at once; what cannot be written is said on the page."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.banner = Banner(closable=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(L, M, L, M)
        self._column.setSpacing(S + 4)
        self._column.addWidget(self.banner)

    @property
    def settings(self) -> Settings:
        """What is kept now."""
        return self.context.office.settings.load()

    def add(self, widget: QWidget) -> None:
        """Below what is there."""
        self._column.addWidget(widget)

    def add_stretch(self) -> None:
        """Keeps what was added at the top."""
        self._column.addStretch(1)

    def keep(self, **changed: object) -> None:
        """Writes changed fields of the settings."""
        try:
            now = self.settings
            after = now.model_copy(update=changed)
            if after != now:
                self.context.office.settings.save(after)
        except PostroomError as error:
            self.banner.show_error(error)

    def apply(self) -> None:
        """The page is left or the dialog closed: keeps what was not kept at once."""

"""What every page of the settings is: it shows what is kept, and keeps what is chosen."""

from PySide6.QtWidgets import QComboBox, QLayout, QVBoxLayout, QWidget

from desktop_app.domain.errors import PostroomError
from desktop_app.domain.settings import Settings
from desktop_app.ui.context import Context
from desktop_app.ui.theme.space import L, M, S
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.field import Field

_CHOICE = 320


def choice_field(label: str, box: QComboBox, *, hint: str = "") -> Field:
    """A list of choices; all of them are equally wide, so that they stand in line."""
    field = Field(label, box, hint=hint)
    box.setFixedWidth(_CHOICE)
    return field


class SettingsPage(QWidget):
    """`keep(field=value)` writes at once; what cannot be written is said on the page."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.banner = Banner(closable=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(L, S, L, M)
        self._column.setSpacing(S + 4)
        self._column.addWidget(self.banner)

    @property
    def settings(self) -> Settings:
        """What is kept now."""
        return self.context.office.settings.load()

    def add(self, widget: QWidget) -> None:
        """Below what is there."""
        self._column.addWidget(widget)

    def add_layout(self, layout: QLayout) -> None:
        """Below what is there."""
        self._column.addLayout(layout)

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

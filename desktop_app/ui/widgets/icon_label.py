"""An icon that stands by itself, sharp on every screen and always in the theme's colours."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.theme.icons import icon
from desktop_app.ui.theme.space import ICON


class IconLabel(QWidget):
    """`IconLabel("parcel", "accent", side=40)`; what it means stands in the words beside it."""

    def __init__(
        self,
        icon_name: str,
        tint: str = "muted",
        parent: QWidget | None = None,
        *,
        side: int = ICON,
    ) -> None:
        super().__init__(parent)
        self.setFixedSize(side, side)
        self.set_icon(icon_name, tint)

    def set_icon(self, icon_name: str, tint: str = "muted") -> None:
        """Show another."""
        self._icon = icon(icon_name, tint)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is painted
        """The icon over the whole square."""
        self._icon.paint(QPainter(self), self.rect())

"""The navigation down the window's left edge; folded, it is icons only."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.theme.current import tokens
from desktop_app.ui.theme.fonts import sized
from desktop_app.ui.theme.icons import icon, pixmap
from desktop_app.ui.theme.space import ICON, RADIUS, XS, S
from desktop_app.ui.widgets.buttons import icon_button

WIDE = 200
NARROW = 56


@dataclass(frozen=True)
class Place:
    """Where one can go. `keys`: how to get there by keyboard; `at_foot`: at the lower end."""

    id: str
    title: str
    icon_name: str
    keys: str = ""
    at_foot: bool = False


class NavRail(QFrame):
    """`NavRail([Place("shipments", "Shipments", "shipments"), …])`; `chosen(id)`.

    `set_count("shipments", "3 to pay, 2 to print")` writes below the title. `footer` is a column
    for what stands at the very end, as the account; it is hidden while the rail is folded.
    """

    chosen = Signal(str)
    folded = Signal(object)

    def __init__(self, places: list[Place], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navRail")
        self.setProperty("role", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._folded = False
        self._buttons = {place.id: _PlaceButton(place, self) for place in places}
        self._foot = QWidget()
        self.footer = QVBoxLayout(self._foot)
        self.footer.setContentsMargins(S, S, S, S)
        self._fold_button = icon_button("collapse", self.tr("Fold the navigation"), name="navFold")
        self._fold_button.clicked.connect(self.toggle_folded)
        self._lay_out(places)
        self.setFixedWidth(WIDE)

    def set_current(self, place_id: str) -> None:
        """Mark where one is; "" for nowhere of these."""
        for name, shown in self._buttons.items():
            shown.setChecked(name == place_id)

    def set_count(self, place_id: str, text: str) -> None:
        """A quiet line below a title; "" for none."""
        self._buttons[place_id].set_count(text)

    @property
    def is_folded(self) -> bool:
        """Whether only the icons are seen."""
        return self._folded

    def set_folded(self, folded: bool) -> None:
        """Fold or unfold it."""
        if folded == self._folded:
            return
        self._folded = folded
        self.setFixedWidth(NARROW if folded else WIDE)
        self._foot.setVisible(not folded)
        words = self.tr("Unfold the navigation") if folded else self.tr("Fold the navigation")
        self._fold_button.setIcon(icon("expand" if folded else "collapse"))
        self._fold_button.setToolTip(words)
        self._fold_button.setAccessibleName(words)
        for shown in self._buttons.values():
            shown.set_folded(folded)
        self.folded.emit(folded)

    def toggle_folded(self) -> None:
        """The other way round."""
        self.set_folded(not self._folded)

    def _lay_out(self, places: list[Place]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(S, S, S, S)
        column.setSpacing(XS)
        for place in (place for place in places if not place.at_foot):
            column.addWidget(self._buttons[place.id])
        column.addStretch(1)
        for place in (place for place in places if place.at_foot):
            column.addWidget(self._buttons[place.id])
        column.addWidget(self._foot)
        column.addWidget(self._fold_button, 0, Qt.AlignmentFlag.AlignLeft)
        for shown in self._buttons.values():
            shown.clicked.connect(self._clicked)

    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, _PlaceButton):
            sender.setChecked(True)
            self.chosen.emit(sender.place.id)


class _PlaceButton(QPushButton):
    """One row: icon, title, and below it what waits there."""

    def __init__(self, place: Place, parent: QWidget) -> None:
        super().__init__(parent)
        self.place = place
        self._count = ""
        self._folded = False
        self.setObjectName(f"nav:{place.id}")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(place.title)
        self._tell()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_count(self, text: str) -> None:
        self._count = text
        self.setAccessibleDescription(text)
        self._tell()
        self.updateGeometry()
        self.update()

    def set_folded(self, folded: bool) -> None:
        self._folded = folded
        self._tell()
        self.updateGeometry()
        self.update()

    def _tell(self) -> None:
        title = self.place.title if self._folded else ""
        words = ": ".join(word for word in (title, self._count) if word)
        self.setToolTip("\n".join(part for part in (words, self.place.keys) if part))

    def sizeHint(self) -> QSize:
        lines = 2 if self._count and not self._folded else 1
        return QSize(NARROW - 2 * S, self.fontMetrics().height() * lines + 2 * S + XS)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is painted
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        ratio = self.devicePixelRatioF()
        side = round(ICON * ratio)
        tint = tokens().accent if self.isChecked() else tokens().muted
        image = pixmap(self.place.icon_name, tint, side, side, ratio)
        left = (self.width() - ICON) // 2 if self._folded else S + 2
        painter.drawPixmap(left, (self.height() - ICON) // 2, image)
        if not self._folded:
            self._paint_words(painter, left + ICON + S + 2)

    def _paint_ground(self, painter: QPainter) -> None:
        shown = self.isChecked() or self.underMouse()
        ground = tokens().accent_soft if self.isChecked() else tokens().hover
        painter.setBrush(QColor(ground) if shown else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens().focus), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _paint_words(self, painter: QPainter, left: int) -> None:
        body = self.fontInfo().pixelSize()
        room = self.rect().adjusted(left, S, -S, -S)
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        if not self._count:
            flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(sized(body, strong=self.isChecked()))
        painter.setPen(QColor(tokens().text))
        painter.drawText(room, flags, self.place.title)
        self._paint_keys(painter, room)
        if self._count:
            painter.setFont(sized(body - 1))
            painter.setPen(QColor(tokens().muted))
            shown = painter.fontMetrics().elidedText(
                self._count, Qt.TextElideMode.ElideRight, room.width()
            )
            foot = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
            painter.drawText(room, foot, shown)

    def _paint_keys(self, painter: QPainter, room: QRect) -> None:
        """Quietly, while the pointer or the cursor is here."""
        if not (self.underMouse() or self.hasFocus()):
            return
        painter.save()
        painter.setFont(sized(self.fontInfo().pixelSize() - 1))
        painter.setPen(QColor(tokens().muted))
        line = room.adjusted(0, 0, 0, painter.fontMetrics().height() - room.height())
        if not self._count:
            line = room
        end = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(line, end, self.place.keys)
        painter.restore()

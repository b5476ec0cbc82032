"""The steps of a journey down the left: what is done, what is amiss, where one stands."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.theme.current import tokens
from desktop_app.ui.theme.fonts import sized
from desktop_app.ui.theme.icons import pixmap
from desktop_app.ui.theme.space import XS, M, S

_MARK = 22
_HEIGHT = 40
_WIDTH = 184


class StepState(Enum):
    """How a step stands; `LOCKED` cannot be gone to yet."""

    TODO = "todo"
    DONE = "done"
    WARNING = "warning"
    ERROR = "error"
    LOCKED = "locked"


@dataclass(frozen=True)
class Step:
    """One step: `id` for the program, `title` for the user, `detail` such as "2 things missing"."""

    id: str
    title: str
    state: StepState = StepState.TODO
    detail: str = ""


class StepRail(QWidget):
    """`set_steps([...], current="parcels")`; `chosen(id)` by click, Enter, or Alt+1 to Alt+8."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stepRail")
        self.setFixedWidth(_WIDTH)
        self._buttons: list[_StepButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(S, M, S, M)
        self._column.setSpacing(XS)
        self._column.addStretch(1)
        for number in range(1, 9):
            keys = QShortcut(QKeySequence(f"Alt+{number}"), self)
            keys.setProperty("number", number)
            keys.activated.connect(self._by_number)

    def set_steps(self, steps: list[Step], current: str) -> None:
        """Show these; the widgets stay, so the cursor does too."""
        while len(self._buttons) > len(steps):
            self._buttons.pop().deleteLater()
        while len(self._buttons) < len(steps):
            self._add_button()
        for step, shown in zip(steps, self._buttons, strict=True):
            shown.set_step(step, current=step.id == current)

    def set_compact(self, compact: bool) -> None:
        """Only the marks where there is little room; the titles are in their tooltips."""
        self.setFixedWidth(_MARK + 4 * S if compact else _WIDTH)

    def _add_button(self) -> None:
        made = _StepButton(len(self._buttons) + 1, self)
        made.clicked.connect(self._clicked)
        self._buttons.append(made)
        self._column.insertWidget(len(self._buttons) - 1, made)

    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, _StepButton):
            self.chosen.emit(sender.step.id)

    def _by_number(self) -> None:
        number = self.sender().property("number")
        for shown in self._buttons[number - 1 : number]:
            if shown.isEnabled():
                self.chosen.emit(shown.step.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go from step to step."""
        moves = {Qt.Key.Key_Down: True, Qt.Key.Key_Up: False}
        key = Qt.Key(event.key())
        if key in moves:
            self.focusNextPrevChild(moves[key])
        else:
            super().keyPressEvent(event)


class _StepButton(QPushButton):
    """One row, painted by hand: a mark, the title, and what is missing below it."""

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.number = number
        self.step = Step("", "")
        self._current = False
        self.setFlat(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_step(self, step: Step, *, current: bool) -> None:
        self.step, self._current = step, current
        self.setObjectName(f"step:{step.id}")
        self.setEnabled(step.state is not StepState.LOCKED)
        self.setAccessibleName(self.tr("Step {0}: {1}").format(self.number, step.title))
        self.setAccessibleDescription(self._in_words())
        self.setToolTip("\n".join(part for part in (step.title, step.detail) if part))
        self.update()

    def _in_words(self) -> str:
        words = {
            StepState.TODO: self.tr("to do"),
            StepState.DONE: self.tr("done"),
            StepState.WARNING: self.tr("has a warning"),
            StepState.ERROR: self.tr("has something to mend"),
            StepState.LOCKED: self.tr("not yet"),
        }
        here = self.tr("you are here") if self._current else ""
        return ", ".join(word for word in (here, words[self.step.state], self.step.detail) if word)

    def sizeHint(self) -> QSize:
        return QSize(160, max(_HEIGHT, self.fontMetrics().height() * 2 + S))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is painted
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        box = QRectF(S, (self.height() - _MARK) / 2, _MARK, _MARK)
        self._paint_mark(painter, box)
        self._paint_words(painter, int(box.right()) + S + 2)

    def _paint_ground(self, painter: QPainter) -> None:
        ground = tokens().accent_soft if self._current else ""
        if self.underMouse() and not self._current and self.isEnabled():
            ground = tokens().hover
        edge = tokens().focus if self.hasFocus() else ""
        painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(edge) if edge else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _paint_mark(self, painter: QPainter, box: QRectF) -> None:
        looks = {
            StepState.DONE: ("check", "success"),
            StepState.WARNING: ("warning", "warning"),
            StepState.ERROR: ("error", "danger"),
        }
        if self.step.state in looks and not self._current:
            name, tint = looks[self.step.state]
            ratio = self.devicePixelRatioF()
            side = round((_MARK - 2) * ratio)
            image = pixmap(name, tokens().colour(tint), side, side, ratio)
            painter.drawPixmap(box.topLeft(), image)
            return
        ink = tokens().accent if self._current else tokens().muted
        ink = ink if self.isEnabled() else tokens().disabled
        painter.setPen(QColor(ink))
        painter.setBrush(QColor(tokens().accent) if self._current else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        painter.setPen(QColor(tokens().on_accent if self._current else ink))
        painter.setFont(sized(11, strong=True))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(self.number))

    def _paint_words(self, painter: QPainter, left: int) -> None:
        font = sized(self.fontInfo().pixelSize(), strong=self._current)
        painter.setFont(font)
        painter.setPen(QColor(tokens().text if self.isEnabled() else tokens().disabled))
        room = self.rect().adjusted(left, 0, -S, 0)
        if room.width() < _MARK:
            return
        if not self.step.detail:
            self._line(painter, room, self.step.title)
            return
        half = self.height() // 2
        self._line(painter, room.adjusted(0, 2, 0, -half), self.step.title)
        painter.setFont(sized(self.fontInfo().pixelSize() - 1))
        painter.setPen(QColor(tokens().muted))
        self._line(painter, room.adjusted(0, half - 2, 0, -3), self.step.detail)

    def _line(self, painter: QPainter, room: object, text: str) -> None:
        shown = painter.fontMetrics().elidedText(
            text,
            Qt.TextElideMode.ElideRight,
            room.width(),  # type: ignore[attr-defined]
        )
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(room, flags, shown)  # type: ignore[call-overload]

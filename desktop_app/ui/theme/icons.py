"""Our line icons, tinted with a colour of the theme at the moment they are painted."""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop_app.system.resources import resource
from desktop_app.ui.theme.current import tokens

_CLEAR = QColor(0, 0, 0, 0)


def icon(name: str, tint: str = "muted") -> QIcon:
    """The icon of that name in a colour token; it follows the theme by itself.

    Raises FileNotFoundError for a name that is none, KeyError for a token that is none.
    """
    tokens().colour(tint)
    _source(name)
    return QIcon(_TintedEngine(name, tint))


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, width: int, height: int, ratio: float = 1.0) -> QPixmap:
    """The icon in "#RRGGBB", `width` by `height` device pixels, marked with the screen's ratio."""
    image = QPixmap(width, height)
    image.fill(_CLEAR)
    painter = QPainter(image)
    svg = _source(name).replace("currentColor", colour)
    side = min(width, height)
    box = QRectF((width - side) / 2, (height - side) / 2, side, side)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, box)
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


@cache
def _source(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text(encoding="utf-8")


# PySide does not hand a clone's ownership to Qt: one that Python lets go of is a crash.
_clones: list[QIconEngine] = []


class _TintedEngine(QIconEngine):
    """Asks the theme for the colour each time, so that a change of theme needs no new icons."""

    def __init__(self, name: str, tint: str) -> None:
        super().__init__()
        self._name = name
        self._tint = tint

    def clone(self) -> QIconEngine:
        copy = _TintedEngine(self._name, self._tint)
        _clones.append(copy)
        return copy

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(  # noqa: N802 - Qt's name
        self,
        size: QSize,
        mode: QIcon.Mode,
        state: QIcon.State,  # noqa: ARG002 - an icon looks the same on and off
        scale: float,
    ) -> QPixmap:
        colour = tokens().colour("disabled" if mode is QIcon.Mode.Disabled else self._tint)
        width, height = round(size.width() * scale), round(size.height() * scale)
        return pixmap(self._name, colour, width, height, scale)

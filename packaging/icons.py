"""The program's icon in the forms that the systems want, drawn from the one SVG."""

import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SVG = Path(__file__).resolve().parents[1] / "resources" / "icons" / "postroom.svg"
WINDOWS = (16, 20, 24, 32, 40, 48, 64, 128, 256)
LINUX = (16, 24, 32, 48, 64, 128, 256, 512)
MACOS = 1024


def drawn(side: int) -> Image.Image:
    """The icon, `side` dots wide and high."""
    picture = QImage(side, side, QImage.Format.Format_RGBA8888)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(SVG.read_bytes())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return Image.frombytes("RGBA", (side, side), bytes(picture.constBits()))


def write_icons(folder: Path) -> None:
    """`postroom.ico`, `postroom.icns`, and `postroom-SIDE.png` of each size Linux looks for."""
    folder.mkdir(parents=True, exist_ok=True)
    # Each size is drawn by itself: scaled down from the largest, the small ones are a blur.
    sizes = [drawn(side) for side in WINDOWS]
    sizes[-1].save(folder / "postroom.ico", sizes=[one.size for one in sizes], append_images=sizes)
    drawn(MACOS).save(folder / "postroom.icns")
    for side in LINUX:
        drawn(side).save(folder / f"postroom-{side}.png")


if __name__ == "__main__":
    write_icons(Path(sys.argv[1]))

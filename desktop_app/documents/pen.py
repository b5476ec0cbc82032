"""Writes on one page of our own papers, measured in points from the upper left corner."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.documents.lettering import Lettering

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

LEADING = 1.3


class Writing(NamedTuple):
    """Words that start at x, their foot line at y; made by `Lettering.shown` or `lines`."""

    x: float
    y: float
    words: str
    size: float
    bold: bool = False


@dataclass(frozen=True)
class Pen:
    """`height` is the page's."""

    canvas: "Canvas"
    letters: Lettering
    height: float

    def write(self, *writings: Writing) -> None:
        """Draws words where they belong."""
        for one in writings:
            self.canvas.setFont(self.letters.name(bold=one.bold), one.size)
            self.canvas.drawString(one.x, self.height - one.y, one.words)

    def write_to(self, right: float, writing: Writing) -> None:
        """Draws words that end at `right`."""
        width = self.letters.width(writing.words, writing.size, bold=writing.bold)
        self.write(writing._replace(x=right - width))

    def rule(self, left: float, right: float, y: float, thickness: float = 0.5) -> None:
        """A line from left to right."""
        self.canvas.setLineWidth(thickness)
        self.canvas.line(left, self.height - y, right, self.height - y)


def block(
    letters: Lettering, left: float, top: float, width: float, texts: Sequence[str], size: float
) -> list[Writing]:
    """Texts below one another, wrapped; the first line's top is at `top`, empty texts take none."""
    lines = [line for text in texts if text for line in letters.lines(text, size, width)]
    leading = size * LEADING
    return [
        Writing(left, top + size + number * leading, line, size)
        for number, line in enumerate(lines)
    ]


def foot(writings: Sequence[Writing], top: float) -> float:
    """Where the lowest of them ends; `top` when there are none."""
    return max((one.y + one.size * (LEADING - 1) for one in writings), default=top)

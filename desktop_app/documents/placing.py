"""Where each label goes on which sheet: geometry only, in points from the lower left corner."""

from collections.abc import Sequence
from dataclasses import dataclass

MM = 72 / 25.4
# What a courier's 4x6 may be larger than ours before it counts as another size.
_SLACK = 0.5 * MM
_QUARTERS = {0: (1, 0), 90: (0, 1), 180: (-1, 0), 270: (0, -1)}

Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True)
class Box:
    """A rectangle on a page or on a sheet."""

    left: float
    bottom: float
    width: float
    height: float

    @property
    def centre(self) -> tuple[float, float]:
        """Its middle."""
        return self.left + self.width / 2, self.bottom + self.height / 2

    @property
    def is_upright(self) -> bool:
        """Whether it is at least as high as it is wide."""
        return self.width <= self.height


@dataclass(frozen=True)
class Place:
    """The room one page gets on a sheet: `page` counts from 0."""

    page: int
    room: Box


@dataclass(frozen=True)
class Sheet:
    """One piece of paper; `is_cut` where its labels are cut out of it."""

    width: float
    height: float
    places: tuple[Place, ...]
    is_cut: bool = False


A4 = Box(0, 0, 210 * MM, 297 * MM)
LABEL = Box(0, 0, 4 * 72.0, 6 * 72.0)


def one_label_a_sheet(pages: Sequence[Box]) -> tuple[Sheet, ...]:
    """Every page on a 4x6 of its own."""
    return tuple(_own_sheet(LABEL, number) for number in range(len(pages)))


def two_labels_a_sheet(pages: Sequence[Box]) -> tuple[Sheet, ...]:
    """4x6 labels lying one above the other on A4: four do not fit at true size (304.8 > 297).

    What is no label (an invoice that came among them) gets a sheet of its own, so that it stays
    as large as it is. No cell is left empty while there is another label for it.
    """
    labels = [number for number, page in enumerate(pages) if _is_label(page)]
    mates = dict(zip(labels[::2], _in_pairs(labels), strict=True))
    sheets = []
    for number, page in enumerate(pages):
        if number in mates:
            sheets.append(_cut_sheet(mates[number]))
        elif not _is_label(page):
            sheets.append(_own_sheet(A4, number))
    return tuple(sheets)


def matrix(page: Box, room: Box, turn: int) -> Matrix:
    """Centres a page in its room, turned and never larger than it is.

    `turn`: how far the page must be turned clockwise to be read (its `/Rotate`: 0 to 270). A page
    that then does not lie as its room does is turned once more, anticlockwise.
    """
    lies = turn % 180 == 90
    across, up = (page.height, page.width) if lies else (page.width, page.height)
    angle = -turn
    if (across <= up) != room.is_upright:
        across, up, angle = up, across, angle + 90
    scale = min(1.0, room.width / across, room.height / up)
    cosine, sine = (scale * part for part in _QUARTERS[angle % 360])
    (x, y), (to_x, to_y) = page.centre, room.centre
    return (
        cosine,
        sine,
        -sine,
        cosine,
        to_x - cosine * x + sine * y,
        to_y - sine * x - cosine * y,
    )


def _is_label(page: Box) -> bool:
    short, long = sorted((page.width, page.height))
    return short <= LABEL.width + _SLACK and long <= LABEL.height + _SLACK


def _in_pairs(numbers: Sequence[int]) -> list[Sequence[int]]:
    return [numbers[start : start + 2] for start in range(0, len(numbers), 2)]


def _own_sheet(paper: Box, number: int) -> Sheet:
    return Sheet(paper.width, paper.height, (Place(number, paper),))


def _cut_sheet(numbers: Sequence[int]) -> Sheet:
    """Both cells stand in the middle, the first one always above."""
    width, height = LABEL.height, LABEL.width
    left, middle = (A4.width - width) / 2, A4.height / 2
    cells = (Box(left, middle, width, height), Box(left, middle - height, width, height))
    places = (Place(number, cell) for number, cell in zip(numbers, cells, strict=False))
    return Sheet(A4.width, A4.height, tuple(places), is_cut=True)

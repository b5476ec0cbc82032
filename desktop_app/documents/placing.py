"""Where each label goes on which sheet: geometry only, in points from the lower left corner."""

from dataclasses import dataclass

from desktop_app.domain.paper import LabelPaper

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


A4 = Box(0, 0, 210 * MM, 297 * MM)
LABEL = Box(0, 0, 4 * 72.0, 6 * 72.0)
LYING_LABEL = Box(0, 0, LABEL.height, LABEL.width)
# Labels lie one above the other in the middle of an A4, the first one always above: four do not
# fit at true size (304.8 > 297 mm).
CELLS = tuple(
    Box((A4.width - LABEL.height) / 2, bottom, LABEL.height, LABEL.width)
    for bottom in (A4.height / 2, A4.height / 2 - LABEL.width)
)


def own_room(page: Box, paper: LabelPaper) -> Box:
    """The room that a page gets for itself: a 4x6, upright or lying in its cell, or an A4.

    What is no label (an invoice that came among them) is not put in a cell, so that it stays as
    large as it is.
    """
    if paper is LabelPaper.SIX_BY_FOUR:
        return LABEL
    return LYING_LABEL if paper is LabelPaper.A4_WITH_4X6 and _is_label(page) else A4


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


def landed(page: Box, moved: Matrix) -> Box:
    """Where a page comes to lie that is moved so."""
    a, b, c, d, e, f = moved
    corners = [
        (a * x + c * y + e, b * x + d * y + f)
        for x in (page.left, page.left + page.width)
        for y in (page.bottom, page.bottom + page.height)
    ]
    left, bottom = (min(side) for side in zip(*corners, strict=True))
    right, top = (max(side) for side in zip(*corners, strict=True))
    return Box(left, bottom, right - left, top - bottom)


def _is_label(page: Box) -> bool:
    short, long = sorted((page.width, page.height))
    return short <= LABEL.width + _SLACK and long <= LABEL.height + _SLACK
